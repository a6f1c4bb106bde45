// The map by hand: the elements of the app, and no more work than they need. What the benchmark compares with.
const KEY = "orbita/engagement/bench";
const file = JSON.parse(localStorage.getItem(KEY));
const { engagement } = file;
const { stages, lanes, cards } = engagement;
const [journey] = Object.values(engagement.journeys);
const history = [];
let next = engagement.head.next;

const CLASSES = { touchpoints: " chip", thoughts: " quote", friction: " friction", opportunities: " opportunity", pulse: " pulse" };
const ROWS = { touchpoints: "chips", pulse: "pulses", thoughts: "quotes" };
const CROWD = 5;
const find = (id) => document.getElementById(id);
const shown = (lane, text) => (lanes[lane].kind === "thoughts" ? `“${text}”` : text);
const glyph = `<span class="score-mark" aria-hidden="true"><span class="glyph f0 i0"></span><span class="score">–</span></span>`;

function cardHtml(lane, card) {
  const { kind } = lanes[lane];
  return `<div class="card${CLASSES[kind] ?? ""}" role="option" id="card-${card}" data-card="${card}" data-tags="" aria-selected="false"
    tabindex="-1">${kind === "friction" ? glyph : ""}<span class="card-text">${shown(lane, cards[card].text)}</span></div>`;
}

function cellHtml(stage, lane, at, row) {
  const ids = stages[stage].cells[lane] ?? [];
  const more = ids.length >= CROWD ? `<span class="more">+${ids.length - CROWD + 2} more</span>` : "";
  return `<div class="cell${ids.length >= CROWD ? " crowded" : ""}" role="gridcell" id="cell-${stage}-${lane}" data-cell="${at + 1},${row + 1}"
    aria-label="${lanes[lane].kind}, ${stages[stage].name}" aria-selected="false" tabindex="-1"><div class="cards" role="listbox"
    aria-labelledby="cell-${stage}-${lane}">${ids.map((card) => cardHtml(lane, card)).join("")}</div>${more}</div>`;
}

const top2 = (level) => `${17 + ((2 - level) * 197) / 4}px`;
const points = journey.stages.map((stage, at) => `${(at + 0.5) * 10} ${2 - stages[stage].emotion}`);

function emotionHtml(row) {
  const cells = journey.stages.map((stage, at) => {
    const { emotion, name } = stages[stage];
    return `<div class="cell emotion-cell" role="gridcell" data-cell="${at + 1},${row + 1}" aria-label="Emotion, ${name}" aria-selected="false"
      tabindex="-1"><div class="point" role="slider" tabindex="-1" aria-orientation="vertical" aria-label="Emotion, ${name}" aria-valuemin="-2"
      aria-valuemax="2" aria-valuenow="${emotion}" style="top: ${top2(emotion)}"></div></div>`;
  });
  return `<div class="track"><svg viewBox="0 0 200 4" preserveAspectRatio="none"><path d="M${points.join("L")}" fill="none" stroke="currentColor"
    vector-effect="non-scaling-stroke"/></svg></div>${cells.join("")}`;
}

const more = (name) => `<button class="more-button" tabindex="-1" aria-haspopup="menu" aria-label="More: ${name}"><svg width="16" height="16"><path
  d="M3 8h10"/></svg></button>`;

function draw() {
  const heads = journey.stages.map((stage) => `<div class="head stage-head" role="columnheader" id="stage-${stage}" data-stage="${stage}"
    aria-selected="false" tabindex="-1"><div class="stage-name">${stages[stage].name}</div><div class="stage-subtitle"></div>
    ${more(stages[stage].name)}</div>`);
  const rows = journey.lanes.map((lane, row) => {
    const { kind } = lanes[lane];
    const head = `<div class="head lane-head" role="rowheader" id="lane-${lane}" data-lane="${lane}" aria-selected="false" tabindex="-1"><svg
      width="16" height="16"><path d="M3 8h10"/></svg><span class="lane-name">${kind}</span>${more(kind)}</div>`;
    const cells = kind === "emotion" ? emotionHtml(row) : journey.stages.map((stage, at) => cellHtml(stage, lane, at, row)).join("");
    return `<div class="row lane ${kind === "emotion" ? "emotion" : ROWS[kind] ?? ""}" role="row">${head}${cells}</div>`;
  });
  const frictions = journey.stages.flatMap((stage) => journey.lanes.filter((lane) => lanes[lane].kind === "friction")
    .flatMap((lane) => (stages[stage].cells[lane] ?? []).map((card) => `<li class="ranked"><button class="ranked-row" aria-expanded="false">
      ${glyph}<span class="ranked-title">${cards[card].text}</span><span class="ranked-score">–</span><span class="ranked-meta"><span>
      ${stages[stage].name}</span><span class="chip-warn">no owner</span><span class="chip-warn">no next step</span></span></button></li>`)));
  document.querySelector(".map-body").innerHTML = `<div class="map-scroll" id="map-scroll"><div class="map-layer" id="map-layer"
    style="--stages: ${journey.stages.length}"><div class="grid" role="grid" id="map" aria-label="Journey map"><div class="row heads" role="row"><div
    class="corner" role="columnheader"></div>${heads.join("")}</div>${rows.join("")}</div><textarea class="editor idle" id="editor" rows="1"
    tabindex="-1"></textarea><div class="ghost" id="ghost"></div><div class="drop-mark" id="drop-mark"></div></div></div>
    <form class="entry"><div class="entry-box"><div class="entry-line"><div class="entry-mirror"></div><input class="entry-input" id="entry"
    type="text"></div></div></form><aside class="ranking" aria-label="Friction ranking"><ul class="ranked-list">${frictions.join("")}</ul></aside>`;
}

draw();
const editor = find("editor");
const layer = find("map-layer");
let editing = null;

function edit(card, lane) {
  editing = { card, lane, before: cards[card].text, words: find(`card-${card}`).lastElementChild };
  const { left, top, width, height } = find(`card-${card}`).getBoundingClientRect();
  const origin = layer.getBoundingClientRect();
  editor.className = "editor";
  editor.style.cssText = `left: ${left - origin.left}px; top: ${top - origin.top}px; width: ${width}px; height: ${height}px`;
  editor.value = cards[card].text;
  editor.focus({ preventScroll: true });
}

function insert(stage, lane) {
  const card = next++;
  cards[card] = { text: "" };
  (stages[stage].cells[lane] ??= []).push(card);
  const cell = find(`cell-${stage}-${lane}`);
  cell.querySelector(".cards").insertAdjacentHTML("beforeend", cardHtml(lane, card));
  cell.querySelector(".more")?.replaceChildren(`+${stages[stage].cells[lane].length - CROWD + 2} more`);
  history.push(() => {
    stages[stage].cells[lane].pop();
    delete cards[card];
    find(`card-${card}`).remove();
    cell.querySelector(".more")?.replaceChildren(`+${stages[stage].cells[lane].length - CROWD + 2} more`);
  });
  edit(card, lane);
}

function lay(words, lane, text) {
  words.firstChild ? (words.firstChild.data = shown(lane, text)) : words.append(shown(lane, text));
}

layer.addEventListener("keydown", (event) => {
  if (event.target === editor) {
    if (event.key !== "Enter") return;
    const { card, before } = editing;
    if (before && before !== cards[card].text) history.push(() => (cards[card].text = before));
    editor.className = "editor idle";
    find(`card-${card}`).focus();
    return;
  }
  const cell = event.target.closest("[data-cell]");
  const [, stage, lane] = cell?.id.split("-") ?? [];
  const card = event.target.closest("[data-card]");
  if (event.key === "Enter" && card) edit(card.dataset.card, lane);
  else if (event.key.length === 1) insert(stage, lane);
});
editor.addEventListener("input", () => {
  cards[editing.card].text = editor.value;
  lay(editing.words, editing.lane, editor.value);
});
window.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "z") history.pop()?.();
});
window.addEventListener("pagehide", () => {
  file.revision += 1;
  const text = JSON.stringify(file);
  localStorage.setItem(KEY, text);
  if (localStorage.getItem(KEY) !== text) throw new Error("not saved");
});

let flight = null;
layer.addEventListener("pointerdown", (event) => {
  const card = event.target.closest("[data-card]");
  if (!card) return;
  const places = (items) => items.map((item) => [item, find(item).getBoundingClientRect()]);
  flight = { card, columns: places(journey.stages.map((id) => `stage-${id}`)), rows: places(journey.lanes.map((id) => `lane-${id}`)) };
  find("ghost").textContent = card.textContent;
  find("ghost").classList.add("shown");
});
layer.addEventListener("pointermove", ({ clientX, clientY }) => {
  if (!flight) return;
  const origin = layer.getBoundingClientRect();
  find("ghost").style.transform = `translate(${clientX - origin.left}px, ${clientY - origin.top}px)`;
  const column = flight.columns.find(([, { left, right }]) => left <= clientX && clientX < right);
  const row = flight.rows.find(([, { top, bottom }]) => top <= clientY && clientY < bottom);
  flight.cell = column && row && `cell-${column[0].slice(6)}-${row[0].slice(5)}`;
  const mark = find("drop-mark");
  mark.classList.toggle("shown", Boolean(flight.cell));
  if (flight.cell) {
    const [{ left, width }, { top, height }] = [column[1], row[1]];
    mark.style.cssText = `left: ${left - origin.left}px; top: ${top - origin.top}px; width: ${width}px; height: ${height}px`;
  }
});
layer.addEventListener("pointerup", () => {
  const cards = flight?.cell && find(flight.cell)?.querySelector(".cards");
  const { card } = flight ?? {};
  for (const part of ["ghost", "drop-mark"]) find(part).classList.remove("shown");
  flight = null;
  if (!cards) return;
  const home = card.parentElement, after = card.nextSibling;
  cards.append(card);
  history.push(() => home.insertBefore(card, after));
});

// Measures a page that holds a map, from outside: the same events for the app and for the page by hand.
const REST = 50;
const KEY = "orbita/engagement/bench";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const frame = () => new Promise(requestAnimationFrame);
const channel = new MessageChannel();

/** Lets everything that waits for its turn run, then lays the page out. */
function settled(page) {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve(page.body.offsetHeight);
    channel.port2.postMessage(null);
  });
}

/** How long it takes to do something and to lay the page out. It begins when all is painted: frames are not part of it. */
async function timed(page, act) {
  await new Promise((resolve) => setTimeout(resolve, REST));
  const begin = performance.now();
  act();
  await settled(page);
  return performance.now() - begin;
}

/** Makes a document the only one there is. The page before goes first: it saves as it goes. */
function store(text) {
  document.body.replaceChildren();
  localStorage.clear();
  localStorage.setItem(KEY, text);
}

/** Loads a page in a frame until it shows `count` of what `selector` names; returns the frame and how long that took. */
async function shown(address, selector, count) {
  document.body.replaceChildren();
  const frameElement = document.createElement("iframe");
  frameElement.style = "border:0;width:1280px;height:720px";
  const begin = performance.now();
  frameElement.src = address;
  document.body.append(frameElement);
  for (;;) {
    await frame();
    const page = frameElement.contentDocument;
    if (page?.querySelectorAll(selector).length >= count && page.body.offsetHeight) break;
  }
  await frame();
  return { window: frameElement.contentWindow, page: frameElement.contentDocument, took: performance.now() - begin };
}

/** How many cards are shown at least: a crowded cell hides what is behind the third. */
function shownCards(text) {
  const cells = Object.values(JSON.parse(text).engagement.stages).flatMap((stage) => Object.values(stage.cells ?? {}));
  return cells.reduce((sum, { length }) => sum + Math.min(length, 3), 0);
}

/** The map that is stored, until all of it is shown. */
const load = (address) => shown(address, "[data-card]:nth-child(-n + 3)", shownCards(localStorage.getItem(KEY)));

/** How long each of `rounds` letters takes in a line. */
async function letters({ window, page }, line, rounds) {
  const times = [];
  const input = page.querySelector(line);
  input.focus();
  for (let round = 0; round < rounds; round++) {
    const begin = input.value.length > 60 ? "" : input.value;
    times.push(await timed(page, () => write(window, input, `${begin}x`)));
  }
  return times;
}

const key = (window, target, key, more) =>
  target.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const write = (window, field, text) => {
  field.value = text;
  field.dispatchEvent(new window.InputEvent("input", { bubbles: true, data: text }));
};

/** The median of every figure over `rounds`. */
async function measure({ window, page }, rounds) {
  const figures = {};
  const note = async (name, act) => (figures[name] ??= []).push(await timed(page, act));
  const editor = () => page.querySelector("#editor");
  const cell = page.querySelector("[data-cell='3,1']");
  const first = cell.querySelector("[data-card]");
  for (let round = 0; round < rounds; round++) {
    first.focus();
    key(window, first, "Enter");
    await settled(page);
    await note("edit: a letter in a card", () => write(window, editor(), `${editor().value}x`));
    key(window, editor(), "Enter");
    await settled(page);
    cell.focus();
    await settled(page);
    await note("insert: the first letter of a card", () => {
      key(window, cell, "y");
      write(window, editor(), "y");
    });
    key(window, editor(), "Enter");
    await settled(page);
    await note("save", () => window.dispatchEvent(new window.Event("pagehide")));
    const from = first.getBoundingClientRect();
    const pointer = (kind, x, y) => first.dispatchEvent(new window.PointerEvent(kind, { bubbles: true, pointerId: 1, clientX: x, clientY: y, button: 0 }));
    pointer("pointerdown", from.left + 5, from.top + 5);
    pointer("pointermove", from.left + 20, from.top + 20);
    await settled(page);
    for (let step = 1; step <= 5; step++) {
      await note("drag: a move", () => pointer("pointermove", from.left + 60 * step, from.top + 20 * step));
    }
    await note("drag: the drop", () => pointer("pointerup", from.left + 300, from.top + 100));
    key(window, page.body, "z", { ctrlKey: true, code: "KeyZ" });
    await settled(page);
  }
  const fill = async (count) => {
    cell.focus();
    for (let card = 0; card < count; card++) {
      key(window, cell, "z");
      write(window, editor(), "z");
      key(window, editor(), "Enter");
      cell.focus();
      await settled(page);
    }
  };
  const undo = () => key(window, page.body, "z", { ctrlKey: true, code: "KeyZ" });
  await fill(100);
  for (let step = 0; step < 50; step++) await note("undo: a card less", undo);
  await fill(50);
  await frame();
  await frame();
  const begin = performance.now();
  for (let step = 0; step < 100; step++) undo();
  await frame();
  await frame();
  figures["100 undos and two frames"] = [performance.now() - begin];
  return figures;
}

/** The app against the page by hand, in turns. */
async function compare(text, app, bare, turns, rounds) {
  const all = { app: {}, bare: {} };
  const elements = {};
  for (let turn = 0; turn < turns; turn++) {
    for (const [who, address] of [["bare", bare], ["app", app]]) {
      store(text);
      const shown = await load(address);
      (all[who]["first show"] ??= []).push(shown.took);
      elements[who] = shown.page.querySelectorAll("#map *").length;
      for (const [name, figures] of Object.entries(await measure(shown, rounds))) (all[who][name] ??= []).push(...figures);
    }
  }
  const figures = Object.keys(all.app).map((name) => [name, median(all.app[name]), median(all.bare[name])]);
  return { figures, elements };
}

/** A letter in the one-line input of the app, with few cards and with many. */
async function entry(texts, app, turns, rounds) {
  const all = texts.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const at of texts.keys()) {
      store(texts[at]);
      all[at].push(...(await letters(await load(app), "#entry", rounds)));
    }
  }
  return all.map(median);
}

/** What the app fetched for its first view, without the examples. */
const fetched = (window) => window.performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname);

// A monkey at the app: keys, clicks, drags, pastes, Back, another tab, a storage with faults, all drawn from a seed. After every
// block it is looked whether the app is still there, shows what is stored on the map and on one screen more, can take everything
// back and do it again, and says the truth.
// Once what wakes has woken.
const soon = () => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(0);
});
const KEY = "orbita/engagement/monkey";
const MAP = "#/e/monkey/journey/1";
// The frame's own would do as well, but its faults replace that.
const SET = Storage.prototype.setItem;

function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { next, of: (list) => list[Math.floor(next() * list.length)], upTo: (count) => Math.floor(next() * count) };
}

const until = (holds, ms = 8000) => comesTrue(holds, ms);

async function load(hash) {
  gone = 0;
  await loadAt(hash, 30000);
  // Nothing that the monkey touches may open a window, a file or a dialog of the browser.
  inside().print = () => {};
  inside().HTMLInputElement.prototype.click = function () {};
  inside().HTMLAnchorElement.prototype.click = function () {};
  inside().Element.prototype.requestFullscreen = async () => {};
}

const nameOf = (one) => one.ariaLabel ?? one.innerText ?? "";
const focused = () => page().activeElement ?? page().body;
// What Enter does from a field: the line of the palette that is chosen.
const chosen = () => nameOf(find(".palette-line[aria-selected=true] .palette-label") ?? focused());

function key(name, held = {}) {
  // By Enter in a menu of the library as little is deleted as by clicks, nor is the map that all looks are at.
  const isKept = inside().location.hash.startsWith("#/e/") ? THE_MAP : BACKSTAGE;
  if (/^(Enter| )$/.test(name) && isKept.test(chosen())) return;
  const code = /^[a-z]$/i.test(name) ? `Key${name.toUpperCase()}` : /^\d$/.test(name) ? `Digit${name}` : name === " " ? "Space" : name;
  const event = new (inside().KeyboardEvent)("keydown", { key: name, code, bubbles: true, cancelable: true, ...held });
  const goes = focused().dispatchEvent(event);
  // What a browser does by itself with a key that nobody took.
  const at = focused();
  if (!goes || held.ctrlKey || held.altKey) return;
  if (isText(at) && name.length === 1) write(at, at.value + name);
  else if (isText(at) && name === "Backspace") write(at, at.value.slice(0, -1));
  else if (name === "Enter" && at.form && at.tagName === "INPUT") at.form.requestSubmit();
  else if ((name === "Enter" || name === " ") && /^(BUTTON|A)$/.test(at.tagName)) at.click();
}

// What the app says of a state that a text holds: 64 bits of it.
function digest(text) {
  const wrap = (value) => BigInt.asUintN(64, value);
  const turn = (value, by) => wrap((value << by) | (value >> (64n - by)));
  const mix = (state, word) => {
    const mixed = wrap(turn(wrap(word * 0x9e3779b97f4a7c15n), 31n) * 0xbf58476d1ce4e5b9n);
    return wrap(turn(state ^ mixed, 27n) * 5n + 0x52dce729n);
  };
  const bytes = new TextEncoder().encode(text), whole = bytes.length - (bytes.length % 8), view = new DataView(bytes.buffer);
  let state = BigInt(bytes.length);
  for (let at = 0; at < whole; at += 8) state = mix(state, view.getBigUint64(at, true));
  state = mix(state, [...bytes.slice(whole)].reverse().reduce((rest, byte) => (rest << 8n) | BigInt(byte), 0n));
  state = wrap((state ^ (state >> 33n)) * 0xff51afd7ed558ccdn);
  state = wrap((state ^ (state >> 33n)) * 0xc4ceb9fe1a85ec53n);
  return (state ^ (state >> 33n)).toString(16).padStart(16, "0");
}

// A document as another tab saves it that had it open.
function saved(document) {
  const writer = "another tab", seen = document.seen ?? [];
  const count = seen.find(([known]) => known === writer)?.[1] ?? 0;
  const inside = JSON.stringify(document.engagement);
  const head = { format: document.format, version: document.version, revision: document.revision + 1, writer, saved_at: document.saved_at ?? new Date().toISOString() };
  const stamp = { digest: digest(inside), parent: document.digest, seen: [...seen.filter(([known]) => known !== writer), [writer, count + 1]] };
  return `${JSON.stringify({ ...head, ...stamp }).slice(0, -1)},"engagement":${inside}}`;
}

const KEYS = [
  ["ArrowLeft"], ["ArrowRight"], ["ArrowUp"], ["ArrowDown"], ["Enter"], ["Enter"], ["Escape"], ["Tab"], ["F2"], ["Home"], ["End"],
  ["Delete"], ["d", { ctrlKey: true }], ["z", { ctrlKey: true }], ["z", { ctrlKey: true }], ["z", { ctrlKey: true, shiftKey: true }],
  ["ArrowLeft", { altKey: true }], ["ArrowRight", { altKey: true }], ["ArrowUp", { altKey: true }], ["ArrowDown", { altKey: true }],
  ["Enter", { altKey: true }], [" ", { ctrlKey: true }], ["ArrowDown", { shiftKey: true }], ["/"], ["?"], ["r", { altKey: true }],
  ["c", { altKey: true }], ["k", { ctrlKey: true }], ["1"], ["4"], ["5", { shiftKey: true }], ["Backspace"], ["Enter", { ctrlKey: true }],
];
const LETTERS = "abcdefgh жэё!@#😀 ";
const PASTES = ["one", "one\ntwo\nthree", "a\tb\nc\td", "1 200,50 ₽", "<b>x</b>", "=1+1", "\u{202e}zyx", "x".repeat(300)];
const THE_MAP = /^(Delete this map|Удалить эту карту)$/;
const BACKSTAGE = /share|download|export|copy|png|svg|json|csv|markdown|print|library|import|help|shortcuts|present|delete|поделиться|скачать|экспорт|копи|печат|библиотек|импорт|клавиши|презентация|удалить/i;

const PLACES = ["#/", "#/e/other/journey", ...["journey/1", "journey/1", "journey/1", "journey/1"].map((place) => `#/e/monkey/${place}`)];
const PARTS = ["economics", "economics/clients", "economics/revenue", "economics/fixing"];
const INTERVIEWS = ["1", "2", "forces", "phrases", "codebook", "jobs", "outcomes", "quotes"].map((part) => `interviews/${part}`);
// What is looked at beside the map: a screen a block.
const SCREENS = [...PARTS, ...INTERVIEWS, "journey/frictions"].map((part) => `#/e/monkey/${part}`);
PLACES.push(...SCREENS);

let gone = 0;
function go(hash) {
  gone += inside().location.hash === hash ? 0 : 1;
  inside().location.hash = hash;
}

const ACTIONS = {
  type: (d) => {
    for (let left = 1 + d.upTo(6); left > 0; left--) key([...LETTERS][d.upTo([...LETTERS].length)]);
  },
  press: (d) => {
    const chosen = d.of(KEYS);
    key(...chosen);
    return `${Object.keys(chosen[1] ?? {}).join("+")}${chosen[0]}`;
  },
  click: (d) => {
    const things = every("[data-card], [data-cell], [data-stage], [data-lane], button, [role=slider], [role=menuitem], [role=menuitemcheckbox], [role=radio], input, textarea, a[href*='/e/']")
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && (!find("dialog[open]") || find("dialog[open]").contains(one)))
      .filter((one) => !BACKSTAGE.test(nameOf(one)));
    const one = d.of(things);
    if (!one) return;
    one.focus?.();
    // With Ctrl a link would open a tab in front of this one, and what is behind is not drawn.
    const ctrlKey = d.next() < 0.1 && !one.closest("a");
    one.dispatchEvent(new (inside().MouseEvent)("click", { bubbles: true, cancelable: true, ctrlKey }));
    if (d.next() < 0.1) one.dispatchEvent(new (inside().MouseEvent)("dblclick", { bubbles: true }));
    return `${one.tagName} ${nameOf(one)}`.slice(0, 40);
  },
  drag: (d) => {
    const [from, to] = [d.of(every("[data-card], [data-stage], [data-lane]")), d.of(every("[data-cell], [data-card], [data-stage], [data-lane]"))];
    if (!from || !to || find("dialog[open]")) return;
    const middle = (one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return { clientX: left + width / 2, clientY: top + height / 2 };
    };
    const send = (type, place) => from.dispatchEvent(new (inside().PointerEvent)(type, { bubbles: true, pointerId: 7, pointerType: "mouse", ...place }));
    send("pointerdown", middle(from));
    for (let step = 0; step < 4; step++) send("pointermove", middle(to));
    send("pointerup", middle(to));
  },
  paste: (d) => {
    const clipboardData = new (inside().DataTransfer)();
    clipboardData.setData("text/plain", d.of(PASTES));
    focused().dispatchEvent(new (inside().ClipboardEvent)("paste", { bubbles: true, cancelable: true, clipboardData }));
  },
  go: (d) => go(d.of(PLACES)),
  // Beyond where the frame began, Back would leave this page.
  back: (d) => {
    if (d.next() < 0.7 && gone > 0) {
      gone -= 1;
      inside().history.back();
    } else go(MAP);
  },
  language: () => find("#language")?.click(),
  width: (d) => (frame.style.width = d.of(["1280px", "1280px", "390px"])),
  "another tab": (d) => {
    const text = localStorage.getItem(KEY);
    if (!text) return;
    const document = JSON.parse(text), cards = Object.keys(document.engagement.cards ?? {});
    const card = d.of(cards);
    if (d.next() < 0.3 || !card) document.engagement.head.title = `Title ${d.upTo(99)}`;
    else if (d.next() < 0.7) document.engagement.cards[card].text = `Other tab ${d.upTo(999)}`;
    else {
      delete document.engagement.cards[card];
      delete document.engagement.details?.[card];
      for (const one of Object.values(document.engagement.initiatives ?? {})) if (one.friction === Number(card)) delete one.friction;
      for (const quote of Object.values(document.engagement.quotes ?? {})) quote.links = quote.links?.filter((one) => one.card !== Number(card));
      for (const stage of Object.values(document.engagement.stages))
        for (const [lane, list] of Object.entries(stage.cells ?? {})) {
          stage.cells[lane] = list.filter((one) => one !== Number(card));
          if (!stage.cells[lane].length) delete stage.cells[lane];
        }
    }
    localStorage.setItem(KEY, saved(document));
  },
  fault: (d) => {
    const storage = inside().Storage.prototype;
    storage.setItem = SET;
    let left = 1 + d.upTo(4);
    const silent = d.next() < 0.5;
    storage.setItem = function (...given) {
      if (left-- > 0) {
        if (silent) return;
        throw new (inside().DOMException)("", "QuotaExceededError");
      }
      storage.setItem = SET;
      SET.apply(this, given);
    };
  },
};
const WEIGHTS = { type: 14, press: 34, click: 22, drag: 6, paste: 4, go: 3, back: 2, language: 1, width: 1, "another tab": 4, fault: 2 };

/// What the map shows, place by place.
// A crowded cell builds what is behind its third card when somebody comes to it.
const shownCards = (cell) => [...cell.querySelectorAll("[data-card]")].slice(0, cell.matches(".crowded") ? 3 : undefined);
const shownMap = () => every("[data-cell]").map((cell) => `${cell.dataset.cell}: ${shownCards(cell).map((card) => card.ariaLabel ?? card.textContent.replace(/\s+/g, " ").trim()).join(" | ")} +${cell.querySelector(".more")?.textContent.match(/\d+/) ?? 0}`).join("\n");
/// What another screen shows: its words, and what its fields hold.
const shownScreen = () => {
  const fields = every("main input, main textarea, main select").map((one) => `${nameOf(one)}=${one.type === "checkbox" || one.type === "radio" ? one.checked : one.value}`);
  // A clock that somebody started goes on.
  const clocks = new Set(every("main [role=timer]").map((clock) => clock.innerText.trim()));
  const lines = (find("main")?.innerText.split("\n") ?? []).map((line) => line.replace(/\s+/g, " ").trim());
  return [...lines.filter((line) => !clocks.has(line)), ...fields].filter(Boolean);
};
const state = () => find(".save-state")?.innerText.trim();

// Whether the page is at a place. A step back that was under way may land after it was led there: then it is led there again.
function isAt(place) {
  const is = inside().location.hash === place;
  if (!is) inside().location.hash = place;
  return is;
}

async function rest() {
  for (let times = 0; times < 3 && find("dialog[open], .menu"); times++) {
    key("Escape");
    find("dialog[open]")?.close();
    find(".menu-shade")?.click();
    await pause(30);
  }
  inside().Storage.prototype.setItem = SET;
  frame.style.width = "1280px";
  if (page().documentElement.lang !== "en") find("#language")?.click();
  await until(() => isAt(MAP) && find("#map-scroll [data-cell]") && !find(".later, .phone-map"));
  key("Escape");
  // What is found is shown past the fold of its cell, and a reload finds nothing.
  every(".find button").at(-1)?.click();
  focused().blur?.();
  await pause(60);
}

// The first place where two documents differ, and what each has there.
function difference(one, other) {
  if (one === other) return "";
  const short = (value) => String(JSON.stringify(value)).slice(0, 120);
  const isTree = (value) => typeof value === "object" && value !== null;
  if (!isTree(one) || !isTree(other)) return `: ${short(one)} became ${short(other)}`;
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const inner = difference(one[name], other[name]);
    if (inner) return ` ${name}${inner}`;
  }
  return "";
}

// Whether a screen that somebody comes to shows what it shows after a reload. Some of it is drawn once its figures have come.
async function looksAt(place, ok) {
  inside().location.hash = place;
  const isThere = () => isAt(place) && find("main") && !find(".later");
  const rests = async () => {
    // What is computed in pieces may come a while after the rest.
    for (let last = "", same = 0; same < 4; ) {
      await until(isThere);
      await pause(100);
      const now = shownScreen().join("\n");
      same = now === last ? same + 1 : 0;
      last = now;
    }
  };
  await rests();
  const shown = shownScreen();
  await load(place);
  await until(() => isThere() && shownScreen().join("\n") === shown.join("\n"), 20000);
  const now = shownScreen();
  const damaged = Number(page().body.innerText.match(/damaged \(line 1, column (\d+)\)/)?.[1]);
  ok(!damaged, `what was saved is not read: ${localStorage.getItem(KEY)?.slice(Math.max(damaged - 200, 0), damaged + 40)}`);
  const at = Array.from({ length: Math.max(now.length, shown.length) }).findIndex((_, at) => now[at] !== shown[at]);
  ok(at < 0, `another ${place} after a reload: ${shown.slice(Math.max(at - 1, 0), at + 2).join(" / ")} became ${now.slice(Math.max(at - 1, 0), at + 2).join(" / ")} (${shown.length} and ${now.length} lines)`);
}

async function check(tell, strict, screen) {
  const ok = (holds, what) => !holds && tell(what);
  ok(!find("#stopped"), `the app stopped: ${find("#stopped")?.dataset.error}, ${heard}`);
  await rest();
  if (!find("[role=grid] [data-cell]")) return tell(`no map at ${inside().location.hash}, stored: ${Object.keys(JSON.parse(localStorage.getItem(KEY)).engagement.journeys ?? {})}, ${page().body.innerText.slice(0, 200)}`);
  ok(await until(() => state() === "Saved"), `not saved: ${state()}, ${page().querySelector("[role=alert]")?.innerText}`);
  const stored = () => JSON.stringify(JSON.parse(localStorage.getItem(KEY)).engagement, (name, value) => (name === "next" ? undefined : value));
  // "Saved" is true: every card of the page is stored with its words.
  const texts = new Set(Object.values(JSON.parse(localStorage.getItem(KEY)).engagement.cards ?? {}).map((card) => card.text.replace(/\s+/g, " ").trim()));
  const missing = every("[data-card]:not(.friction):not(.pulse) .card-text").map((one) => one.parentElement.ariaLabel ?? one.textContent).map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => !texts.has(text));
  ok(missing.length === 0, `Saved, but not stored: ${missing[0]} at ${inside().location.hash} ${find("[role=alert]")?.innerText} ${Object.keys(localStorage).join(" ")} ${shownMap().slice(0, 200)}`);
  let before = stored();
  if (strict) {
    const buttons = {};
    const button = (name) => {
      if (!buttons[name]?.isConnected) buttons[name] = every("button").find((one) => one.ariaLabel === name);
      return buttons[name];
    };
    const turnAll = async (name) => {
      let steps = 0;
      const isOver = () => button(name)?.ariaDisabled === "true";
      // Its screen may be built anew, and knows only then what there is to be undone.
      while ((await until(() => button(name))) && !(isOver() && (await pause(30), isOver())) && steps < 2000) {
        find(".toast-close")?.click();
        button(name)?.click();
        await soon();
        steps += 1;
      }
      return steps;
    };
    // A step whose work another tab went on with is not there to be done again: all that can be is counted from here.
    await turnAll("Redo");
    await pause(20);
    ok(await until(() => state() === "Saved"), `not saved after redo: ${state()}`);
    before = stored();
    const steps = await turnAll("Undo");
    await turnAll("Redo");
    await pause(20);
    ok(await until(() => state() === "Saved" && stored() === before, 3000), `undo and redo of ${steps} steps lead elsewhere, at${difference(JSON.parse(before), JSON.parse(stored()))}`);
  }
  // Undo shows what it takes back, and the last of it may lie on another screen.
  if (strict) await rest();
  const shown = shownMap();
  const left = inside().location.hash;
  // A choice that a full storage did not take holds for this page alone.
  localStorage.setItem("orbita/language", JSON.stringify(inside().document.documentElement.lang));
  // As it was worked on, before anything is read anew.
  await looksAt(screen, ok);
  await load(MAP);
  await until(() => isAt(MAP) && find("[role=grid] [data-cell]") && shownMap() === shown, 20000);
  const [now, then] = [shownMap().split("\n"), shown.split("\n")];
  const at = now.findIndex((line, at) => line !== then[at]);
  ok(at < 0 && now.length === then.length, `another map after a reload: ${then[at]} became ${now[at]} (${then.length} and ${now.length} cells) of ${left} with ${inside().document.body.innerText.slice(0, 300)}`);
  ok(stored() === before, `another document after a reload, at${difference(JSON.parse(before), JSON.parse(stored()))}`);
  ok(stored() === before, `${screen} changed what is stored, at${difference(JSON.parse(before), JSON.parse(stored()))}`);
  ok(!Object.keys(localStorage).some((key) => key.startsWith("orbita/aside/")), "something was set aside");
}

async function play(documents, seed, actions, block) {
  const d = dice(seed);
  const faults = [];
  localStorage.clear();
  for (const [id, text] of documents) localStorage.setItem(`orbita/engagement/${id}`, text);
  frame.style.cssText = "border:0;width:1280px;height:800px";
  await load(MAP);
  const names = Object.entries(WEIGHTS).flatMap(([name, weight]) => Array(weight).fill(name));
  let trail = [];
  for (let done = 1; done <= actions; done++) {
    const strict = Math.ceil(done / block) % 2 === 1;
    let name = d.of(names);
    if (strict && name === "another tab") name = "press";
    try {
      trail.push(`${name} ${ACTIONS[name](d) ?? ""}`.trim());
    } catch (error) {
      faults.push(`${name}: ${error?.stack ?? error}`);
    }
    if (done % 5 === 0 || name === "back" || name === "go") await pause(name === "press" ? 0 : 8);
    if (find("#stopped") || done % block === 0) {
      const tell = (what) => faults.push(`after ${done} actions of seed ${seed}: ${what}; the last: ${trail.slice(-60).join(", ")}`);
      // What the check itself stumbles over, as a page that went away, is told with what was done.
      const failed = (error) => tell(`${error} at ${inside().location.href}, ${error?.stack}, stored: ${Object.keys(localStorage).join(" ")}`);
      await check(tell, strict, SCREENS[Math.floor(done / block) % SCREENS.length]).catch(failed);
      if (faults.length) break;
      trail = [];
    }
  }
  return faults;
}

// Leaves every place where the keyboard can be, by every way there is, and tells where the app stopped or words were lost.
const stopped = () => find("#stopped") !== null;
const KEY = "orbita/engagement/leave";
// What was waited for in vain, and what stood there instead: more than a few, and the browser itself is lost.
const vain = [];
const MOST_IN_VAIN = 10;
const until = async (holds, ms = 10000) => {
  const came = await comesTrue(holds, ms);
  if (!came && ms === 10000) vain.push(`waited in vain: ${holds}; ${seen()}`);
  return came;
};

async function load(hash) {
  frame.style.cssText = "border:0;width:1280px;height:800px";
  await loadAt(hash, 20000);
}

const press = (key, held = {}) => {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const target = page().activeElement ?? page().body;
  target.dispatchEvent(new (inside().KeyboardEvent)("keydown", { key, code, bubbles: true, cancelable: true, ...held }));
};
const click = async (selector) => {
  if (await until(() => find(selector))) find(selector).click();
};
// A section keeps its place in the page when another part of it is gone to.
const sectionOf = (hash) => hash.split("/").slice(0, 4).join("/");
const goTo = async (hash, sign) => {
  const now = inside().location.hash;
  if (now !== hash) {
    const before = find("main");
    inside().location.hash = hash;
    if (sectionOf(now) === sectionOf(hash)) await pause(30);
    else await until(() => find("main") !== before, 1500);
  }
  const there = () => find(sign) && !find(".later");
  if (now !== hash) return until(there);
  // Back that only closes something leads away for a moment.
  await until(() => there() || inside().location.hash !== hash);
  return inside().location.hash === hash ? Boolean(there()) : goTo(hash, sign);
};
const named = (name) => [...page().querySelectorAll("button, [role=menuitem]")].find((one) => (one.ariaLabel ?? one.innerText).trim().split("\n")[0] === name);
const choose = async (name) => {
  if (await until(() => named(name))) named(name).click();
};
const focus = (selector) => find(selector)?.focus();
const inPalette = async (words) => {
  press("p", { altKey: true });
  if (!(await until(() => find("#palette-0")))) return;
  write(page().activeElement, words, "insertText");
  if (await until(() => find("#palette-0")?.innerText.includes(words))) press("Enter");
};

// Where the work goes on: under another id, once the two tabs have parted.
let home = "leave";
const map = () => goTo(`#/e/${home}/journey/1`, "[role=grid] [data-card]");
const economics = () => goTo(`#/e/${home}/economics`, ".finding-sentence");
const inPart = (part, sign) => () => goTo(`#/e/${home}/economics/${part}`, sign);
const frictions = () => goTo(`#/e/${home}/journey/frictions`, ".frictions-table input");
// A link to the project, whose economics can be played with.
let link = "";
const interview = () => goTo(`#/e/${home}/interviews/1`, ".entry-input");
const findings = (part, sign) => () => goTo(`#/e/${home}/interviews/${part}`, sign);
const edit = (selector) => async () => {
  await map();
  focus(selector);
  press("F2");
  return until(() => isText(page().activeElement));
};
const inMenu = (button, line) => async () => {
  await map();
  await click(button);
  await choose(line);
  return until(() => find("dialog[open]"));
};

// Each brings the app to a place, and says whether it came there. What has the keyboard there is found out.
const SCENES = {
  library: () => goTo("#/", ".tile"),
  "library, renaming": async () => {
    await goTo("#/", ".tile");
    await click(".tile-menu");
    await choose("Rename");
    return until(() => find(".tile-rename"));
  },
  map,
  "map, a card": edit("[data-card]"),
  "map, a new card": async () => {
    await map();
    focus("[data-cell='1,1']");
    press("x");
    return until(() => isText(page().activeElement));
  },
  "map, a stage": edit("[data-stage]"),
  "map, a lane": edit("[data-lane]"),
  "map, search": async () => {
    await map();
    press("/");
    return until(() => find("#find"));
  },
  "map, cards selected": async () => {
    await map();
    focus("[data-card]");
    if (!find(".pick")) press(" ", { ctrlKey: true, code: "Space" });
    return until(() => find(".pick"));
  },
  "map, rating": async () => {
    await map();
    press("r", { altKey: true });
    return until(() => find(".rate"));
  },
  "map, a friction": async () => {
    await map();
    focus(".card.friction");
    return until(() => find(".friction-form"));
  },
  "map, details": async () => {
    await map();
    await click(".map-kind");
    return until(() => find("dialog[open] input"));
  },
  "map, project": inMenu("#switcher", "Rename project…"),
  "map, agenda": async () => {
    await map();
    await click(".agenda-button");
    await until(() => find("dialog[open]"));
    if (!find("dialog[open] input")) await choose("Add step");
    return until(() => find("dialog[open] input"));
  },
  "map, second curve": inMenu("#map-more", "Comparison curve…"),
  "map, compare": inMenu("#map-more", "Compare with another map…"),
  "map, checkpoints": async () => {
    await map();
    press("c", { altKey: true });
    return until(() => find("dialog[open] input"));
  },
  "map, sharing": async () => {
    await map();
    await click("#share");
    return until(() => find("dialog[open] .file-line"));
  },
  "map, presenting": async () => {
    await map();
    await choose("Present");
    return until(() => find("#show"));
  },
  "map, the palette": async () => {
    await map();
    if (!find("dialog.palette[open]")) press("p", { altKey: true });
    return until(() => find("#palette-0"));
  },
  "map, help": async () => {
    await map();
    if (!find("dialog.help[open]")) press("?");
    return until(() => find("dialog.help[open]"));
  },
  "all frictions": frictions,
  preview: () => goTo(link, "[role=grid] [data-card]"),
  "preview, economics": () => goTo(link.replace(/\/journey.*|$/, "/economics"), ".finding-sentence"),
  economics,
  "economics, locking": async () => {
    await goTo(`#/e/${home}/economics/80`, ".finding-sentence");
    if (find("dialog[open] input")) return true;
    await click("#scenario-menu");
    await choose("Lock scenario…");
    return until(() => find("dialog[open] input"));
  },
  "economics, the forecast": () => goTo(`#/e/${home}/economics/${LOCKED}`, ".forecast-came input"),
  "economics, a range": async () => {
    await economics();
    if (!find(".range-fields")) await click(".range-button");
    return until(() => find(".range-fields input"));
  },
  "economics, clients": inPart("clients", "main textarea"),
  "economics, revenue": inPart("revenue", "main textarea"),
  interview,
  "interview, its fields": async () => {
    await interview();
    if (!find(".band-fields")) await click(".band-date");
    return until(() => find(".band-fields"));
  },
  "interview, a note": async () => {
    await interview();
    return until(() => {
      focus(".note");
      press("Enter");
      return find("#note-editor:not(.idle)");
    });
  },
  "interview, the guide": async () => {
    await interview();
    if (!find(".guide")) await inPalette("Guide");
    return until(() => find(".guide textarea, .guide input"));
  },
  "interview, the debrief": async () => {
    await interview();
    if (!find(".debrief")) await inPalette("Debrief");
    return until(() => find(".debrief textarea"));
  },
  "interview, a pasted transcript": async () => {
    await interview();
    if (!find(".transcript-paste")) await inPalette("Paste transcript");
    return until(() => find(".transcript-paste textarea"));
  },
  "interview, a speaker": async () => {
    await interview();
    if (find("dialog[open] #speaker-name")) return true;
    await click(".note [aria-haspopup=menu]");
    await choose("Speaker…");
    // Nobody is chosen from where nobody is named yet.
    await until(() => named("New name…") || find("dialog[open] #speaker-name"));
    named("New name…")?.click();
    return until(() => find("dialog[open] #speaker-name"));
  },
  "findings, forces": findings("forces", "#findings-title"),
  "findings, phrases": findings("phrases", "#findings-title"),
  "findings, joining a quote": async () => {
    await findings("quotes", ".quote-row")();
    await click(".quote-row [aria-haspopup=menu]");
    await choose("Add to map…");
    return until(() => find("dialog.palette[open] input"));
  },
  "findings, codebook": findings("codebook", "#findings-title"),
  "findings, jobs": findings("jobs", "#findings-title"),
  "findings, outcomes": findings("outcomes", "#findings-title"),
  "findings, quotes": findings("quotes", "#findings-title"),
  "economics, an initiative": async () => {
    await inPart("fixing", ".initiative")();
    if (!find(".initiative-form")) await click(".initiative-row");
    return until(() => find(".initiative-form input"));
  },
};

const removeMap = (text) => {
  const document = JSON.parse(text), e = document.engagement, journey = e.journeys["1"];
  for (const stage of journey.stages) {
    for (const cards of Object.values(e.stages[stage].cells ?? {})) for (const card of cards) {
      delete e.cards[card];
      delete e.details?.[card];
    }
    delete e.stages[stage];
  }
  for (const lane of journey.lanes) delete e.lanes[lane];
  for (const one of Object.values(e.initiatives ?? {})) delete one.friction;
  for (const quote of Object.values(e.quotes ?? {})) delete quote.links;
  delete e.journeys["1"];
  e.head.journeys = e.head.journeys.filter((id) => id !== 1);
  document.revision += 1;
  document.writer = "another tab";
  return JSON.stringify(document);
};

const SET = Storage.prototype.setItem;
const OTHER_MAP = 901, LOCKED = 81;
const EMPTIED = "emptied, back and undo";

// Each takes away what has the keyboard.
const WAYS = {
  // A browser goes back in a task of its own.
  back: async () => {
    const from = inside().location.hash;
    inside().history.back();
    await until(() => inside().location.hash !== from, 300);
  },
  // What finds no room stays in the page, until there is some.
  "back with a full storage": async () => {
    const storage = inside().Storage.prototype;
    storage.setItem = function (key, ...value) {
      if (this === inside().localStorage) throw new (inside().DOMException)("", "QuotaExceededError");
      SET.call(this, key, ...value);
    };
    await WAYS.back();
    await pause(40);
    storage.setItem = SET;
  },
  // What is told on leaving can be taken back on the screen that comes.
  [EMPTIED]: async () => {
    const one = page().activeElement;
    if (isText(one)) write(one, "", "deleteContentBackward");
    await WAYS.back();
    await pause(40);
    find(".toast-undo")?.click();
  },
  "another map": () => (inside().location.hash = `#/e/${home}/journey/${OTHER_MAP}`),
  address: () => (inside().location.hash = "#/e/other/journey/1"),
  language: () => {
    find("#language").click();
    find("#language").click();
  },
  width: async () => {
    frame.style.width = "390px";
    await pause(60);
    frame.style.width = "1280px";
  },
  "another tab deletes the map": () => {
    const text = localStorage.getItem(KEY);
    if (text) localStorage.setItem(KEY, removeMap(text));
  },
  "another tab deletes the project": () => localStorage.removeItem(KEY),
};

// Where the keyboard can be: one of each kind of thing.
function places() {
  const within = find("dialog[open]") ?? page();
  const kinds = new Set();
  const selector = "input, textarea, select, button, a[href], [tabindex='0'], [role=slider]";
  return [...within.querySelectorAll(selector)].filter((one) => {
    if (one.type === "file" || one.disabled || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.tabIndex < 0 && one !== page().activeElement) return false;
    const kind = `${one.tagName} ${one.className} ${one.getAttribute("role")} ${isText(one) ? `${one.inputMode} ${one.type} ${one.id}` : ""}`;
    return !kinds.has(kind) && kinds.add(kind);
  });
}
const signOf = (one) => `${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ""}.${one.className} "${(one.ariaLabel ?? one.labels?.[0]?.innerText ?? one.innerText ?? "").trim().slice(0, 30)}"`;

// What stands there instead of what was looked for.
const seen = () => {
  if (!page()?.body) return "no page";
  const at = page().activeElement;
  const over = every("dialog").map((one) => `${one.ariaLabel}${one.open ? ", open" : ""}`);
  return `at ${inside().location.hash} with ${at && signOf(at)}, main: ${find("main")?.className}, dialogs: ${over.join("; ")}`;
};

const numberOf = (text) => parseFloat(text.replace(/[\s,]/g, ""));
const isNumber = (one) => one.inputMode === "decimal" || one.inputMode === "numeric" || one.type === "number";
let count = 0;
// What was typed: a word that is found wherever it stands, or a value, which is looked for in its own field.
function type(one) {
  count += 1;
  const sign = signOf(one), isDate = one.type === "date";
  if (!isDate && !isNumber(one)) {
    const word = `q${count}w`;
    write(one, word, "insertText");
    return { word };
  }
  const now = numberOf(one.value);
  // The first of a month is the same day where a month is all that is known.
  const value = isDate ? `2024-${String(1 + (count % 12)).padStart(2, "0")}-01` : String(Number.isNaN(now) ? 2 : now > 1 ? now - 1 : now + 1);
  write(one, value, "insertText");
  return { sign, value, isDate };
}

const holds = (one, { value, isDate }) => (isDate ? one.value === value : Math.abs(numberOf(one.value) - Number(value)) < 1e-9);

// Whether a value stands in its field when one comes back.
async function isKeptValue(typed, scene) {
  home = inside().location.hash.match(/^#\/e\/(?!other\/)([^/]+)/)?.[1] ?? home;
  const came = await SCENES[scene]();
  const fields = () => every("input, textarea").filter((one) => signOf(one) === typed.sign);
  const isThere = await until(() => fields().some((one) => holds(one, typed)), 1500);
  home = "leave";
  return isThere || (came && `${typed.value} became ${fields().map((one) => one.value).join(" or ") || "no field"}`);
}

// Whether a word is stored somewhere, or stands in a field again when one comes back, or is stored once the page goes.
async function isKept(word, scene) {
  const stored = () => Object.keys(localStorage).some((key) => localStorage.getItem(key).includes(word));
  if (await until(stored, 400)) return true;
  const copy = inside().location.hash.match(/^#\/e\/(?!other\/)([^/]+)/)?.[1];
  home = copy ?? home;
  await SCENES[scene]();
  home = "leave";
  const shown = () => every("input, textarea").some((one) => one.value.includes(word));
  if (await until(() => stored() || shown(), 1200)) return true;
  // What has no field to come back to, since its map is gone, is kept when the page goes.
  inside().dispatchEvent(new (inside().Event)("pagehide"));
  return until(stored, 8000);
}

// These documents, and nothing else.
function store(documents) {
  localStorage.clear();
  for (const [id, text] of documents) localStorage.setItem(`orbita/engagement/${id}`, text);
}

// Every way from every text; or, where not all is gone through, back and every other one, in turns from text to text.
const waysFrom = (at, text, thorough) =>
  Object.keys(WAYS).filter((way, order) => {
    if (way === "back") return true;
    // These two are back and an address once more: one of them from each text.
    if (way === "back with a full storage") return text && at % 2 === 0;
    if (way === "another map" || way === EMPTIED) return text && at % 2 === 1;
    return text ? thorough || (at + order) % 2 === 0 : at % 4 === 0 && way === "another tab deletes the map";
  });

async function leaveAll(documents, scenes, thorough, address) {
  link = address;
  const faults = [];
  let left = 0;
  const restore = () => store(documents);
  restore();
  await load("#/");
  // Back leads from here to the library, or from the library to a map; what lay over the scene before goes with its page.
  const begin = (scene) => (scene.startsWith("library") ? map() : goTo("#/", ".tile"));
  for (const scene of scenes) {
    await begin(scene);
    // A list that is read anew meanwhile may take a menu away, as it would for a person, who opens it again.
    if (!(await SCENES[scene]()) && !(await SCENES[scene]())) faults.push(`not reached: ${scene}; ${seen()}`);
    const signs = places().map((one) => [signOf(one), isText(one)]);
    for (const [at, [sign, text]] of signs.entries()) {
      for (const way of waysFrom(at, text, thorough)) {
        if (vain.length > MOST_IN_VAIN) return [left, [...faults, ...vain]];
        await begin(scene);
        await SCENES[scene]();
        const one = places()[at];
        if (!one || signOf(one) !== sign) continue;
        one.focus();
        const typed = text ? type(one) : null;
        left += 1;
        await WAYS[way]();
        await pause(way === "back" ? 40 : 25);
        // Another title for a project that is deleted says nothing any more; what is looked for is no work, nor what is tried out in a preview.
        const isNothing = scene.startsWith("library") && way.startsWith("another tab");
        const isSearch = one.type === "search" || one.getAttribute("role") === "combobox" || one.closest("[role=search]");
        const counts = typed && !isSearch && !isNothing && way !== EMPTIED && !scene.startsWith("preview");
        // A number of a map that is gone has no field to come back to.
        const isGone = scene.startsWith("map") && way.startsWith("another tab");
        if (stopped()) {
          faults.push(`stopped: ${scene}, ${sign}, ${way}`);
          restore();
          await load("#/");
        } else if (counts && typed.word) {
          if (!(await isKept(typed.word, scene))) faults.push(`lost: ${scene}, ${sign}, ${way}`);
        } else if (counts && !isGone) {
          const kept = await isKeptValue(typed, scene);
          if (kept !== true) faults.push(`lost: ${scene}, ${sign}, ${way}: ${kept}`);
        }
        if (way.startsWith("another tab")) {
          if (!(await goTo("#/", ".library"))) faults.push(`kept from the library: ${scene}, ${sign}, ${way}; ${seen()}`);
          restore();
        }
      }
    }
  }
  return [left, faults];
}

// Opens every kind of menu, goes elsewhere beneath it, and chooses each line that still stands there: what a line does may read
// what is gone.
async function leaveMenus(documents, scenes) {
  const faults = [];
  let left = 0;
  const begin = async () => {
    // What is open is saved when it is left.
    if (find("main") && !stopped()) await goTo("#/", ".library");
    store(documents);
    await load("#/");
    inside().print = () => {};
    inside().HTMLInputElement.prototype.click = function () {};
    inside().HTMLAnchorElement.prototype.click = function () {};
  };
  // One of each kind, whatever the scene.
  const known = new Set();
  const kindOf = (one) => one.id.replace(/\d+$/, "") || one.className;
  const buttons = () => every("[aria-haspopup=menu]").filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const lines = () => every("#menu .menu-item");
  await begin();
  for (const [scene, beside] of scenes) {
    const ways = { beside: () => (inside().location.hash = beside), language: WAYS.language };
    await SCENES[scene]();
    const kinds = [...new Set(buttons().map(kindOf))].filter((kind) => !known.has(kind));
    for (const kind of kinds) {
      known.add(kind);
      for (const [way, leaves] of Object.entries(ways)) {
        // What a line makes may be one more line.
        let all = null;
        for (let line = 0; line < (all ?? 1); line++) {
          await SCENES[scene]();
          const button = buttons().find((one) => kindOf(one) === kind);
          if (!button) break;
          button.click();
          await until(() => lines().length, 500);
          leaves();
          await pause(30);
          left += 1;
          all ??= lines().length;
          lines()[line]?.click();
          await pause(20);
          find("dialog[open]")?.close();
          if (stopped()) {
            faults.push(`stopped: ${scene}, ${kind}, ${way}, line ${line}`);
            await begin();
          }
        }
      }
      await begin();
    }
  }
  return [left, faults];
}

// Puts the many parts of a build into few files: a visit needs dozens of them, and each would be a request of its own and be
// compressed alone. What the same first screens need travels together.
// node scripts/pieces.mjs FOLDER NAME, where NAME-parts.js is the script that fetches them.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, name] = process.argv.slice(2);
// The screens that an address opens, each with what loads it.
const SCREENS = { journey: ["journey", "engagement"], economics: ["economics", "engagement"], interviews: ["interviews", "engagement"], worth: ["worth"] };
// Those that are a whole page: what all of them need is one file.
const OPENED = ["journey", "economics", "interviews"];
// What the library loads, where no such screen has been yet: it waits for no screen that it does not lead to.
const LIBRARY = ["works", "travel"];
// In bytes: less is not worth a request of its own.
const SMALL = 4000;

/** The file that a part travels in, or nothing where it stays alone: `by` are the parts of the app that need it. */
function pack(by, bytes) {
  const screens = Object.keys(SCREENS).filter((screen) => SCREENS[screen].some((part) => by.includes(part)));
  const opened = screens.filter((screen) => OPENED.includes(screen));
  const isOfLibrary = LIBRARY.some((part) => by.includes(part));
  const isSmall = bytes.length <= SMALL;
  if (opened.length === OPENED.length || (isOfLibrary && isSmall && opened.length > 0)) return "screens";
  if (!isOfLibrary && screens.length > 0) return opened.length > 0 ? screens.join("-") : "worth";
  return isSmall ? "rest" : null;
}

const script = join(folder, `${name}-parts.js`);
const source = readFileSync(script, "utf8");
// The splitter writes above a chunk what needs it; a part of the app needs itself.
const part = /(?:\/\* ([\w, ]+) \*\/\s*const \w+ = makeLoad|const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad)\(\(\) => \{\s*const src = (fetch\(new URL\("\.\/([^"]+)", import\.meta\.url\)\));\s*return async \(imports\) => (\(WebAssembly\.instantiateStreaming\(src, imports\)\));/g;

const packs = {};
// What each screen of an engagement fetches, without the name that all files begin with.
const ahead = Object.fromEntries(OPENED.map((screen) => [screen, new Set()]));
for (const [whole, needed, itself, fetched, file, instantiated] of source.matchAll(part)) {
  const bytes = readFileSync(join(folder, file));
  const by = needed?.split(", ") ?? [itself];
  const to = pack(by, bytes);
  for (const [screen, files] of Object.entries(ahead)) {
    if (SCREENS[screen].some((part) => by.includes(part))) files.add(to ?? file);
  }
  if (to) (packs[to] ??= []).push({ whole, fetched, file, instantiated, bytes });
}
if (!packs.screens) throw new Error(`${script} fetches no part in the way that is known here`);

// The splitter lists what all share in any order; the same sources give the same bytes.
let written = source.replace(/\{ ((?:\w+, )+) *\}/g, (_, names) => `{ ${names.split(", ").filter(Boolean).sort().join(", ")} }`);
for (const [to, parts] of Object.entries(packs)) {
  // One alone is compiled while it comes.
  if (parts.length === 1) continue;
  let at = 0;
  for (const { whole, fetched, file, instantiated, bytes } of parts) {
    const taken = whole
      .replace(fetched, `piece("${to}", ${at}, ${bytes.length})`)
      .replace(instantiated, "WebAssembly.instantiate(await src, imports)");
    written = written.replace(whole, () => taken);
    rmSync(join(folder, file));
    at += bytes.length;
  }
  writeFileSync(join(folder, `${name}-${to}.wasm`), Buffer.concat(parts.map(({ bytes }) => bytes)));
}
// One alone has kept its own file.
const fileOf = (to) => (packs[to]?.length > 1 ? `-${to}.wasm` : (packs[to]?.[0].file ?? to).slice(name.length));
const listed = Object.entries(ahead).map(([screen, files]) => [screen, [...files].map(fileOf)]);
writeFileSync(join(folder, `${name}-ahead.json`), JSON.stringify(Object.fromEntries(listed)));
writeFileSync(script, `${written.replaceAll("fetch(new URL(", "fetched(new URL(")}
// The page has asked for what its address shows before the app runs. An answer serves once: one that failed is asked for again.
function answered({ href }) {
  const answers = globalThis.orbitaAnswers;
  const early = answers?.get(href);
  answers?.delete(href);
  return early ?? fetch(href);
}
// No part is shown before the styles of screens are there.
const fetched = (url) => Promise.all([answered(url), styled()]).then(([answer]) => answer);
let sheet;
function styled() {
  const { styles } = document.querySelector("script[data-styles]")?.dataset ?? {};
  if (!styles) return;
  sheet ??= new Promise((come, gone) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles, onload: come });
    link.onerror = () => {
      link.remove();
      sheet = undefined;
      gone(new Error(styles));
    };
    document.head.append(link);
  });
  return sheet;
}
const packs = new Map();
async function piece(pack, at, length) {
  if (!packs.has(pack)) {
    const bytes = answered(new URL("./${name}-" + pack + ".wasm", import.meta.url)).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.arrayBuffer();
    });
    const fetching = Promise.all([bytes, styled()]).then(([bytes]) => bytes);
    packs.set(pack, fetching);
    // One that failed is asked for again the next time.
    fetching.catch(() => packs.delete(pack));
  }
  return new Uint8Array(await packs.get(pack), at, length);
}
`);

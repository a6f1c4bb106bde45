// Puts the many small parts of a build into one file: a visit needs dozens of them, and each would be a request of its own.
// node scripts/pieces.mjs FOLDER NAME, where NAME-parts.js is the script that fetches them.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, name] = process.argv.slice(2);
// In bytes: measured, more brings some visits parts that they do not need, and less leaves requests.
const SMALL = 4000;

const script = join(folder, `${name}-parts.js`);
const pieces = [];
let at = 0;
const part = /fetch\(new URL\("\.\/([^"]+)", import\.meta\.url\)\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);/g;
const source = readFileSync(script, "utf8").replace(part, (whole, file) => {
  const bytes = readFileSync(join(folder, file));
  if (bytes.length > SMALL) return whole;
  rmSync(join(folder, file));
  pieces.push(bytes);
  at += bytes.length;
  return `piece(${at - bytes.length}, ${bytes.length});
    return async (imports) => WebAssembly.instantiate(await src, imports);`;
});
if (pieces.length === 0) throw new Error(`${script} fetches no part in the way that is known here`);
writeFileSync(join(folder, `${name}-pieces.wasm`), Buffer.concat(pieces));
writeFileSync(script, `${source}
let pieces;
async function piece(at, length) {
  pieces ??= fetch(new URL("./${name}-pieces.wasm", import.meta.url)).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.arrayBuffer();
  });
  const fetching = pieces;
  // One that failed is asked for again the next time.
  fetching.catch(() => { if (pieces === fetching) pieces = undefined; });
  return new Uint8Array(await fetching, at, length);
}
`);

// Has a page ask for its code before its styles and for all of it at once: node scripts/early.mjs FOLDER NAME. Browsers do not look
// ahead in a page with a policy, so what stands behind a script waits until that has come. The module, and the parts that the
// address shows, are named to the first script, which asks for them: not every browser gives the app an answer to a preload. So is the
// style sheet of the screens, which comes with the first part of one.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, name] = process.argv.slice(2);
const page = join(folder, "index.html");
const text = readFileSync(page, "utf8");
/** The only place of the page that a pattern finds. */
function found(pattern) {
  const all = text.match(pattern) ?? [];
  if (all.length !== 1) throw new Error(`${page} has ${all.length} times what is looked for once: ${pattern}`);
  return all[0];
}
const [bindings, module, styles, later, first] = [
  found(/<link rel="modulepreload"[^>]*>/g),
  found(/<link rel="preload"[^>]*as="fetch"[^>]*>/g),
  found(/<link rel="stylesheet" href="\.\/orbita-[^>]*>/g),
  found(/<link rel="stylesheet" href="\.\/screens-[^>]*>/g),
  found(/<script src="\.\/first-[^>]*><\/script>/g),
];
const parts = `<link rel="modulepreload" href="./${name}-parts.js" crossorigin="anonymous">`;
const list = join(folder, `${name}-ahead.json`);
const [, sheet] = later.match(/href="([^"]+)"/);
const told = first.replace("<script ", `<script data-app="./${name}" data-styles="${sheet}" data-ahead='${readFileSync(list, "utf8")}' `);
rmSync(list);
const rest = [bindings, module, first, later].reduce((rest, piece) => rest.replace(piece, ""), text);
writeFileSync(page, rest.replace(styles, () => [bindings, parts, told, styles].join("")));

// Has a page ask for its code before its styles and for all of it at once: node scripts/early.mjs FOLDER NAME. Browsers do not look
// ahead in a page with a policy, so what stands behind a script waits until that has come.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, name] = process.argv.slice(2);
const page = join(folder, "index.html");
const text = readFileSync(page, "utf8");
const [asked] = text.match(/<link rel="modulepreload".*?(?=<\/head>)/s) ?? [];
const styles = text.match(/<link rel="stylesheet"/)?.index;
if (!asked || !styles) throw new Error(`${page} asks for no code, or has no styles, where they are looked for`);
const parts = `<link rel="modulepreload" href="./${name}-parts.js" crossorigin="anonymous">`;
writeFileSync(page, [text.slice(0, styles), asked, parts, text.slice(styles).replace(asked, "")].join(""));

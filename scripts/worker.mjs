// Writes, into the folder of a build, the list of its files with their sums and the worker that has them ready without a network.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.argv[2];
// What whoever hosts the page puts beside it, and what is written here.
const others = ["config.json", "client.json", "files.json", "sw.js"];

const names = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll("\\", "/").replace(/^\/+/, ""))
  .filter((name) => !others.includes(name) && !name.split("/").some((part) => part.startsWith(".")))
  .sort();
const hash = (bytes) => createHash("sha256").update(bytes).digest("base64");
const hashes = Object.fromEntries(names.map((name) => [name, hash(readFileSync(join(dist, name)))]));
const version = createHash("sha256").update(JSON.stringify(hashes)).digest("hex").slice(0, 12);

const worker = readFileSync(new URL("../public/sw.js", import.meta.url), "utf8")
  .replace('"VERSION"', () => JSON.stringify(version))
  .replace('"FILES"', () => JSON.stringify(hashes, null, 1));
writeFileSync(join(dist, "sw.js"), worker);
// CRC-32 as in archives: tells files of two versions apart.
const sum = (bytes) => ~bytes.reduce((crc, byte) => {
  crc ^= byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  return crc;
}, -1) >>> 0;
const files = Object.fromEntries(["sw.js", ...names].sort().map((name) => [name, sum(readFileSync(join(dist, name)))]));
writeFileSync(join(dist, "files.json"), `${JSON.stringify({ version, files }, null, 1)}\n`);

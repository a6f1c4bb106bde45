// Puts a client's project and the choices of how it is shown into a build; without a build it only looks whether they are right.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const [dist, client, screen, explore, name, logo, lang] = process.argv.slice(2);
const stop = (why) => {
  console.error(`\nStopped: ${why}`);
  process.exit(2);
};
const oneOf = (option, value, all) => {
  if (value && !all.includes(value)) stop(`--${option} is one of: ${all.join(", ")}.`);
};
oneOf("screen", screen, ["journey", "interviews", "economics"]);
oneOf("lang", lang, ["en", "ru"]);
if ([...name].length > 80) stop("--name takes up to 80 letters.");

const text = readFileSync(client, "utf8");
let format;
try {
  ({ format } = JSON.parse(text.replace(/^\ufeff/, "")));
} catch {
  stop(`${client} is not JSON; take a project that Orbita has downloaded.`);
}
if (format !== "orbita-engagement") stop(`${client} is not a project of Orbita; take one that Orbita has downloaded.`);

const choices = { open: "client.json" };
if (screen) choices.screen = screen;
if (explore) choices.explore_only = true;
if (name) choices.name = name;
if (lang) choices.lang = lang;
if (logo) {
  const kind = extname(logo).toLowerCase();
  if (![".svg", ".png", ".jpg", ".jpeg", ".webp"].includes(kind)) stop("--logo is a picture: .svg, .png, .jpg or .webp.");
  choices.logo = `logo${kind}`;
  if (dist) copyFileSync(logo, join(dist, choices.logo));
}
if (dist) {
  writeFileSync(join(dist, "client.json"), text);
  writeFileSync(join(dist, "config.json"), `${JSON.stringify(choices, null, 2)}\n`);
}

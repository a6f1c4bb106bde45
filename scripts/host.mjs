// Puts a client's project and the choices of how it is shown into a build; without a build it only looks whether they are right.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const [dist, client, screen, explore, name, logo, lang, withInterviews] = process.argv.slice(2);
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
let format, engagement;
try {
  ({ format, engagement } = JSON.parse(text.replace(/^\ufeff/, "")));
} catch {
  stop(`${client} is not JSON; take a project that Orbita has downloaded.`);
}
if (format !== "orbita-engagement") stop(`${client} is not a project of Orbita; take one that Orbita has downloaded.`);

// What is written by hand may have any shape: the app says what is wrong with it.
const interviews = Object.values(engagement?.interviews ?? {}).map((interview) => interview?.head ?? {});
const count = (wanted) => interviews.filter(({ consent }) => wanted(consent)).length;
const [none, unnamed] = [count((one) => !["anonymous", "by_name"].includes(one)), count((one) => one === "anonymous")];
if (none + unnamed) {
  const said = [none && `${none} without consent to quote`, unnamed && `${unnamed} to be quoted without names`].filter(Boolean);
  const holds = `interviews in ${client}, as they are: ${interviews.length}; of these ${said.join(" and ")}.`;
  if (!withInterviews) {
    stop(`${holds}\nShare, Files, Web page in Orbita leaves out and hides what consent does not cover.\nTo publish them all the same: --with-interviews`);
  }
  if (!dist) console.error(`Note: ${holds} All will be readable for whoever opens the page.`);
}

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

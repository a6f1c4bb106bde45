// What is on the page for people and assistive technology: elements by role and accessible name.
const plain = {
  alert: [], button: ["button"], columnheader: ["th[scope=col]"], combobox: ["select"], complementary: ["aside"], dialog: ["dialog[open]"], heading: ["h1", "h2", "h3"],
  link: ["a[href]"], list: ["ul", "ol"], listitem: ["li"], main: ["main"], meter: ["meter"], navigation: ["nav"],
  radio: ["input[type=radio]"], searchbox: ["input[type=search]"], textbox: ["input[type=text]", "textarea"], date: ["input[type=date]"],
};

function said(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || node.matches("select")) return "";
  const words = [...node.childNodes].map(said).join("");
  return /^(div|p|h\d|li|button)$/i.test(node.tagName) ? ` ${words} ` : words;
}

const tidy = (text) => text.replace(/[^\S\u00a0]+/g, " ").trim();

function named(element) {
  const other = element.getAttribute("aria-labelledby");
  if (other) return named(document.getElementById(other));
  const own = element.getAttribute("aria-label");
  if (own) return tidy(own);
  return tidy(element.labels?.length ? said(element.labels[0]) : said(element)) || element.title;
}

function shown(element) {
  return element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true]");
}

// Behind an open dialog nothing can be reached.
const reachable = (element) => (document.querySelector("dialog[open]") ?? document).contains(element);

// All elements of a role; "status button" means the buttons in a status.
function all(roles, name) {
  let places = [document];
  for (const role of roles.split(" ")) {
    const selector = [`[role="${role}"]`, ...(plain[role] ?? []).map((tag) => `${tag}:not([role])`)].join();
    places = places.flatMap((place) => [...place.querySelectorAll(selector)]).filter(reachable).filter(shown);
  }
  return name === undefined ? places : places.filter((element) => named(element) === name);
}

// One element: by role and name, or by a selector.
const one = (target) => (Array.isArray(target) ? all(...target)[0] : document.querySelector(target)) ?? null;

// Where the keyboard is, as role and name; nothing when it is nowhere.
function keyboard() {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const role = at.getAttribute("role") ?? Object.keys(plain).find((role) => plain[role].some((tag) => at.matches(tag)));
  return `${role}: ${named(at)}`;
}

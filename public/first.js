// Before anything is painted: the language and the theme that were chosen here, or else what the browser asks for. The app
// is asked for, and beside it what the address shows: it would ask for that only once it runs.
{
  const kept = (name, allowed) => {
    try {
      const value = JSON.parse(localStorage.getItem(`orbita/${name}`));
      return allowed.includes(value) ? value : null;
    } catch {
      // Storage is denied: the app says so itself.
      return null;
    }
  };
  const root = document.documentElement;
  const languages = ["en", "ru"];
  const wanted = (navigator.languages ?? [navigator.language]).map((language) => language?.split("-")[0]);
  root.lang = kept("language", languages) ?? wanted.find((language) => languages.includes(language)) ?? "en";
  const theme = kept("theme", ["light", "dark"]);
  if (theme) root.dataset.theme = theme;

  // The answers wait for whoever asks for them first.
  const answers = (globalThis.orbitaAnswers = new Map());
  const ask = (file) => {
    const { href } = new URL(file, document.baseURI);
    const answer = fetch(href, { credentials: "same-origin" });
    // Whoever takes it sees why there is none.
    answer.catch(() => {});
    answers.set(href, answer);
  };
  const { app, ahead, styles } = document.currentScript.dataset;
  if (app) {
    ask(`${app}_bg.wasm`);
    const [, kind, engagement, section = "journey", part] = location.hash.split("/");
    const all = kind === "e" && engagement && part !== "frictions" ? JSON.parse(ahead) : {};
    // An address names whatever somebody typed into it.
    const parts = Object.hasOwn(all, section) ? all[section] : [];
    for (const file of parts) ask(app + file);
    if (parts.length) document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "style", href: styles }));
  }
}

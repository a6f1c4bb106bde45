// Starts the app and stays behind it: says what to do when it cannot start, and, should it ever stop, hands out everything kept
// in this browser.
const { lang } = document.documentElement;
const words = {
  en: {
    failed: "Orbita could not be opened. Check the connection and open the page again; it needs a browser with WebAssembly.",
    stopped: "Orbita stopped because of an error. Everything saved is still in this browser.",
    again: "Open again",
    library: "Go to the library",
    copy: "Download a copy of everything",
    file: "orbita-copy.json",
  },
  ru: {
    failed: "Не удалось открыть Орбиту. Проверьте соединение и откройте страницу снова; нужен браузер с WebAssembly.",
    stopped: "Орбита остановилась из-за ошибки. Всё сохранённое осталось в этом браузере.",
    again: "Открыть снова",
    library: "В библиотеку",
    copy: "Скачать копию всего",
    file: "орбита-копия.json",
  },
}[lang];
if (lang !== "en") document.getElementById("manifest").href = `app-${lang}.webmanifest`;

function alarm(sentence, error) {
  if (document.getElementById("stopped")) return;
  const button = (label, act) => Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: label, onclick: act });
  const box = Object.assign(document.createElement("div"), { id: "stopped", className: "stopped" });
  // For whoever is asked what happened.
  box.dataset.error = `${error}`;
  box.setAttribute("role", "alert");
  const actions = Object.assign(document.createElement("p"), { className: "stopped-actions" });
  // What stopped it may be at this address, and would stop it again.
  const leave = () => (location.replace("#/"), location.reload());
  const elsewhere = location.hash.length > 2 ? [button(words.library, leave)] : [];
  actions.append(button(words.again, () => location.reload()), ...elsewhere, button(words.copy, copyAll));
  box.append(Object.assign(document.createElement("p"), { textContent: sentence }), actions);
  document.getElementById("start")?.remove();
  document.body.append(box);
}

// What the storage does not take, the app keeps here: should it stop, this is handed out too.
globalThis.orbitaMemory = new Map();

function copyAll() {
  const kept = new Map();
  try {
    for (let at = 0; at < localStorage.length; at++) kept.set(localStorage.key(at), localStorage.getItem(localStorage.key(at)));
  } catch { /* storage is denied: everything is in memory */ }
  for (const [key, text] of orbitaMemory) kept.set(key, text);
  const work = /^orbita\/(engagement|history|checkpoint|journal|draft|aside)\//;
  const shelf = [...kept].filter(([key]) => work.test(key));
  const text = JSON.stringify({ format: "orbita-backup", version: 2, shelf });
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: words.file }).click();
}

// After a trap or without a stack the app no longer answers; any other error leaves it as it was.
const stops = (error) => error?.name === "RuntimeError" || /call stack|recursion/i.test(error?.message);
addEventListener("error", ({ error }) => stops(error) && alarm(words.stopped, error));
addEventListener("unhandledrejection", ({ reason }) => stops(reason) && alarm(words.stopped, reason));

// How the page is hosted: its choices, which the app reads when it starts.
const config = fetch("config.json", { cache: "no-store" }).then((answer) => (answer.ok ? answer.text() : ""), () => "");

const { js, wasm } = document.querySelector("meta[name=application]").dataset;
try {
  // The answer goes on untouched: browsers keep the compiled code of such a one.
  const { href } = new URL(wasm, document.baseURI);
  const module = globalThis.orbitaAnswers?.get(href) ?? fetch(href, { credentials: "same-origin" });
  const bindings = await import(new URL(js, document.baseURI));
  globalThis.orbitaConfig = (await config) || undefined;
  await bindings.default({ module_or_path: module });
} catch (error) {
  console.error(error);
  alarm(words.failed, error);
}

// The app goes on without a network once the worker has all of its files. A newer version waits until somebody asks for it.
async function installWorker() {
  // Not before the page is there and at rest: nobody waits for what comes next time.
  const worker = await register(3000);
  const offer = () => {
    globalThis.orbitaUpdate = true;
    dispatchEvent(new Event("orbita-update"));
  };
  // The first version has none to take the place of.
  const look = () => worker.waiting && worker.active && offer();
  const follow = () => worker.installing?.addEventListener("statechange", look);
  worker.addEventListener("updatefound", follow);
  // One may have been found, or be there, before this page listened.
  follow();
  look();
  // Another tab has let it come: this page is of the old one, whose files are gone.
  navigator.serviceWorker.addEventListener("controllerchange", offer);
  addEventListener("orbita-update-now", () => {
    const { waiting } = worker;
    // Leaving the page saves what is not saved yet.
    if (!waiting) return location.reload();
    waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
    waiting.postMessage("go on");
  });
  setInterval(() => worker.update().catch(() => {}), 3600000);
}

// Comes back with the worker once its first version is there. Over a bad network it tries again, less and less often.
async function register(pause) {
  await new Promise((go) => setTimeout(go, pause));
  const worker = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" }).catch(() => {});
  const first = !worker?.active && worker?.installing;
  const goes = !first || new Promise((tell) => first.addEventListener("statechange", () => tell(first.state !== "redundant")));
  return worker && (await goes) ? worker : register(pause * 2);
}
if (navigator.serviceWorker && isSecureContext) installWorker();

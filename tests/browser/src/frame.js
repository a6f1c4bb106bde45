// The app in a frame, so that this page is another tab to it and can give it another width.
const frame = document.querySelector("iframe");
const inside = () => frame.contentWindow;
const page = () => frame.contentDocument;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const find = (selector) => page().querySelector(selector);
const every = (selector) => [...page().querySelectorAll(selector)];
const isText = (one) => one && !one.readOnly && (one.tagName === "TEXTAREA" || (one.tagName === "INPUT" && /^(text|search|number|date)$/.test(one.type)));

// Whether it holds within some time.
async function comesTrue(holds, ms) {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    try {
      if (holds()) return true;
    } catch { /* the page is being loaded */ }
    await pause(8);
  }
  return false;
}

// What the app said last of an error: the words of a panic, or where the browser itself stopped it.
let heard = "";
function hear() {
  if (inside().isHeard) return;
  inside().isHeard = true;
  const keep = (what) => (heard = String(what).slice(0, 800));
  inside().console.error = keep;
  const fail = (error) => keep(`${heard} ${error} ${error?.stack}`);
  inside().addEventListener("error", ({ error }) => fail(error));
  inside().addEventListener("unhandledrejection", ({ reason }) => fail(reason));
}
// Also where the page in the frame is another one without our doing, as after Back.
frame.addEventListener("load", hear);

// Loads the app anew at an address.
async function loadAt(hash, ms) {
  inside().location.hash = hash;
  inside().isOld = true;
  inside().location.reload();
  await until(() => !inside().isOld);
  hear();
  // A place that is gone to before a page has loaded replaces the one in the browser's list of places.
  await until(() => find("main") && !find("#start") && page().readyState === "complete", ms);
}

// Puts a text into a field as typing does.
function write(field, text, inputType) {
  const type = field.tagName === "TEXTAREA" ? inside().HTMLTextAreaElement : inside().HTMLInputElement;
  Object.getOwnPropertyDescriptor(type.prototype, "value").set.call(field, text);
  field.dispatchEvent(new (inside().InputEvent)("input", { bubbles: true, inputType, data: text }));
}

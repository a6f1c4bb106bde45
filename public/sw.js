// Has every file of one version of the app ready without a network. The build writes which version, and its files with their hashes.
const version = "VERSION";
const files = "FILES";

// Free hosts give all their users one origin: ours are the caches of this folder only.
const ours = `orbita ${registration.scope} `;
const name = ours + version;
const address = (file) => new URL(file, registration.scope).href;
// Both name the version, and are checked by that: neither can hold a hash of the other and of itself.
const naming = ["files.json", "sw.js"];
const listed = new Set([...Object.keys(files), ...naming].map(address));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clean()));
addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});
// A new version waits until somebody asks for it.
addEventListener("message", (event) => {
  if (event.data === "go on") skipWaiting();
});

// All of them or none: a host that is being changed may have files of two versions.
async function install() {
  const cache = await caches.open(name);
  try {
    await Promise.all([
      ...Object.entries(files).map(([file, hash]) => keepFile(cache, file, hash)),
      ...naming.map((file) => keepNaming(cache, file)),
    ]);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await keepHosted(cache);
}

async function keepFile(cache, file, hash) {
  // Some hosts send whoever asks for index.html on to its folder, and a page may not come from an answer that was sent on.
  const from = file === "index.html" ? registration.scope : address(file);
  const answer = await fetch(new Request(from, { cache: "reload", integrity: `sha256-${hash}` }));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  const plain = answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
  await cache.put(address(file), plain);
}

async function keepNaming(cache, file) {
  const answer = await fetch(address(file), { cache: "reload" });
  const text = await answer.clone().text();
  if (!answer.ok || !text.includes(JSON.stringify(version))) throw new Error(`${file}: ${answer.status}`);
  await cache.put(address(file), answer);
}

// The choices of whoever hosts the page, and the project and the picture that they name.
async function keepHosted(cache) {
  try {
    const choices = await (await kept(cache, "config.json")).json();
    await Promise.all([choices.open, choices.logo].filter((file) => typeof file === "string").map((file) => kept(cache, file)));
  } catch { /* a page that is the app alone */ }
}

async function kept(cache, file) {
  const request = new Request(address(file), { cache: "no-cache" });
  // A file from elsewhere is none of ours.
  if (!request.url.startsWith(registration.scope)) throw new Error(file);
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function clean() {
  const names = await caches.keys();
  await Promise.all(names.filter((other) => other.startsWith(ours) && other !== name).map((other) => caches.delete(other)));
}

// Undefined for what is not ours to answer.
function answerTo(event) {
  const { request } = event;
  const url = new URL(request.url);
  url.search = url.hash = "";
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  if (request.mode === "navigate") {
    // A folder below may hold another app.
    const isPage = [registration.scope, address("index.html")].includes(url.href);
    return isPage ? fromCache(address("index.html"), request) : undefined;
  }
  if (listed.has(url.href)) return fromCache(url.href, request);
  const rest = url.href.slice(registration.scope.length);
  if (!/\.(json|svg|png|jpe?g|webp)$/i.test(rest)) return;
  return rest.includes("/") || !rest.endsWith(".json") ? ifKept(url.href, request) : fresh(url.href, event);
}

async function fromCache(href, request) {
  const cache = await caches.open(name);
  return (await cache.match(href)) ?? fetch(request);
}

// What the choices name, kept since the worker came.
async function ifKept(href, request) {
  try {
    return await fetch(request);
  } catch (error) {
    const answer = await (await caches.open(name)).match(href);
    if (answer) return answer;
    throw error;
  }
}

// What may have changed: from the network, and as it was where there is none.
async function fresh(href, event) {
  const cache = await caches.open(name);
  const before = await cache.match(href);
  // A host that says nothing is given up; one that has begun to answer has the time it needs.
  const silent = new AbortController();
  const timer = before && setTimeout(() => silent.abort(), 5000);
  try {
    const answer = await fetch(event.request, { signal: silent.signal });
    clearTimeout(timer);
    if (answer.status >= 500 && before) return before;
    // One that breaks off is none; one that cannot be kept is good all the same.
    await answer.clone().blob();
    if (answer.ok) event.waitUntil(cache.put(href, answer.clone()).catch(() => {}));
    return answer;
  } catch (error) {
    clearTimeout(timer);
    if (before) return before;
    throw error;
  }
}

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
const plain = (href) => href.replace(/[?#].*/s, "");
// A folder below may hold another app.
const isPage = (href) => [registration.scope, address("index.html")].includes(plain(href));

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

// The choices of whoever hosts the page, the project and the picture that they name, and what pages opened before there was a
// worker.
async function keepHosted(cache) {
  const choices = await kept(cache, "config.json").then((answer) => answer.json()).catch(() => {});
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const opened = pages.filter(({ url }) => isPage(url)).map(({ url }) => new URL(url).searchParams.get("open"));
  const files = [choices?.open, choices?.logo, ...opened].filter((file) => file && typeof file === "string");
  await Promise.allSettled(files.map((file) => kept(cache, file)));
}

async function kept(cache, file) {
  const request = new Request(address(file), { cache: "no-cache" });
  // A file from elsewhere is none of ours, and one of the app's own is there with its hash.
  if (!request.url.startsWith(registration.scope) || listed.has(plain(request.url))) throw new Error(file);
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
  const href = plain(request.url);
  if (request.method !== "GET" || !href.startsWith(registration.scope)) return;
  if (request.mode === "navigate") return isPage(href) ? fromCache(address("index.html"), request) : undefined;
  if (listed.has(href)) return fromCache(href, request);
  const rest = href.slice(registration.scope.length);
  if (!/\.(json|svg|png|jpe?g|webp)$/i.test(rest)) return;
  return rest.includes("/") ? fromBelow(href, event) : fresh(href, event);
}

async function fromCache(href, request) {
  const cache = await caches.open(name);
  return (await cache.match(href)) ?? fetch(request);
}

// What lies in a folder below is kept for our own page alone.
async function fromBelow(href, event) {
  const page = await clients.get(event.clientId);
  return page && isPage(page.url) ? fresh(href, event) : fetch(event.request);
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

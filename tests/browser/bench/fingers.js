// What fingers feel: undos one after another, a slider under the finger, a letter of an interview, what follows a letter.

/** Another turn of the page, without a frame. */
const turn = () => new Promise((resolve) => {
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(null);
});

/** 100 undos over ten cards, each in a task of its own, until the last is painted. */
async function undosApart({ window, page }) {
  const editor = () => page.querySelector("#editor");
  const ids = [...page.querySelectorAll("[data-card]")].slice(0, 10).map((card) => card.id);
  for (let step = 0; step < 100; step++) {
    const card = page.getElementById(ids[step % ids.length]);
    card.focus();
    key(window, card, "Enter");
    await settled(page);
    write(window, editor(), `${editor().value}x`);
    key(window, editor(), "Enter");
    await settled(page);
  }
  await frame();
  await frame();
  const begin = performance.now();
  for (let step = 0; step < 100; step++) {
    key(window, page.body, "z", { ctrlKey: true, code: "KeyZ" });
    await turn();
  }
  await frame();
  await frame();
  return performance.now() - begin;
}

/** The app against the page by hand, in turns. */
async function undos(text, app, bare, turns) {
  const all = { app: [], bare: [] };
  for (let round = 0; round < turns; round++) {
    for (const [who, address] of [["bare", bare], ["app", app]]) {
      store(text);
      all[who].push(await undosApart(await load(address)));
    }
  }
  return [median(all.app), median(all.bare)];
}

/** Lines, bars and their words on bare canvases: what charts that follow a finger need at least. */
function drawByHand(canvases, shift) {
  for (const [at, canvas] of canvases.entries()) {
    const pen = canvas.getContext("2d");
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.font = "12px sans-serif";
    for (let tick = 0; tick < 7; tick++) {
      pen.fillText((tick * shift).toFixed(1), 4, 20 + tick * 36);
      pen.fillRect(40, 20 + tick * 36, canvas.width - 44, 1);
    }
    for (let line = 0; line < 3; line++) {
      pen.beginPath();
      for (let month = 0; month <= 60; month++) pen.lineTo(40 + month * 8, 240 - 3 * month * Math.sin(shift + at + line + month / 40));
      pen.stroke();
    }
  }
}

/** A step of a slider of the economics, and the same kind of charts by hand: medians of the main thread. */
async function slider(text, app, turns, rounds) {
  const ours = [];
  const hand = [];
  for (let round = 0; round < turns; round++) {
    store(text);
    const { window, page } = await shown(app, ".slider-range", 1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const range = page.querySelector(".slider-range");
    const [low, high] = [Number(range.min), Number(range.max)];
    for (let step = 0; step < rounds; step++) {
      ours.push(await timed(page, () => {
        range.value = low + ((high - low) * (2 + (step % 7))) / 10;
        range.dispatchEvent(new window.InputEvent("input", { bubbles: true }));
      }));
    }
    document.body.replaceChildren();
    const canvases = [0, 1, 2, 3].map(() => Object.assign(document.createElement("canvas"), { width: 560, height: 280 }));
    document.body.append(...canvases);
    for (let step = 0; step < rounds; step++) hand.push(await timed(document, () => drawByHand(canvases, step / 10)));
  }
  return [median(ours), median(hand)];
}

/** A letter in the line below an interview, and how long the interview takes to open: with each of the texts. */
async function notes(texts, app, turns, rounds) {
  const typed = texts.map(() => []);
  const opened = texts.map(() => []);
  for (let round = 0; round < turns; round++) {
    for (const at of texts.keys()) {
      store(texts[at]);
      const opening = await shown(app, ".entry-input", 1);
      opened[at].push(opening.took);
      typed[at].push(...(await letters(opening, ".entry-input", rounds)));
    }
  }
  return [typed.map(median), opened.map(median)];
}

/** What the app does by itself in the time after a letter of a card, as writing the journal: with each of the texts. */
async function afterwards(texts, app, turns, rounds) {
  const all = texts.map(() => []);
  for (let round = 0; round < turns; round++) {
    for (const at of texts.keys()) {
      store(texts[at]);
      const { window, page } = await load(app);
      const card = page.querySelector("[data-card]");
      card.focus();
      key(window, card, "Enter");
      await settled(page);
      const later = window.setTimeout;
      let spent = 0;
      window.setTimeout = (call, ...given) => later((...more) => {
        const begin = performance.now();
        call(...more);
        spent += performance.now() - begin;
      }, ...given);
      const editor = page.querySelector("#editor");
      for (let step = 0; step < rounds; step++) {
        spent = 0;
        write(window, editor, `${editor.value}x`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        all[at].push(spent);
      }
    }
  }
  return all.map(median);
}

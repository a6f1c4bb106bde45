// The simulation in the browser: the engine's own, and the same written plainly with typed arrays.
const RUNS = 10_000;
const MONTHS = 60;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A generator of shares below one (mulberry32). */
function shares(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `RUNS` draws between `low` and `high`, most of them near `likely`. */
function triangular(next, low, likely, high) {
  const turn = (likely - low) / (high - low);
  return Float64Array.from({ length: RUNS }, () => {
    const share = next();
    return share < turn
      ? low + Math.sqrt(share * (high - low) * (likely - low))
      : high - Math.sqrt((1 - share) * (high - low) * (high - likely));
  });
}

function band(values, sorted) {
  sorted.set(values);
  sorted.sort();
  return [0.1, 0.5, 0.9].map((share) => sorted[Math.floor(share * (RUNS - 1))]);
}

/** As `simulate` of the engine. */
export function plain(seed) {
  const next = shares(seed);
  const revenue = triangular(next, 60, 75, 95);
  const churn = triangular(next, 0.012, 0.018, 0.03);
  const cac = triangular(next, 270, 340, 430);
  const active = new Float64Array(RUNS).fill(320);
  const profit = new Float64Array(RUNS);
  const sorted = new Float64Array(RUNS);
  const bands = [];
  let discounted = 1;
  for (let month = 0; month < MONTHS; month++) {
    const spent = 2000 + (month < 4 ? 1250 : 0);
    for (let run = 0; run < RUNS; run++) {
      const paying = active[run] + 1200 / cac[run];
      profit[run] += (paying * revenue[run] * 0.62 - spent) * discounted;
      active[run] = paying * (1 - churn[run]);
    }
    discounted /= 1.009488792934583;
    bands.push(band(profit, sorted));
  }
  // The share kept falls with churn: its percentiles are those of churn, raised.
  const leaving = band(churn, sorted);
  const kept = bands.map((_, month) => leaving.map((share) => (1 - share) ** (month + 1)));
  return kept.length && bands.at(-1)[1];
}

function timed(simulate) {
  const times = [];
  let result;
  for (let seed = 0; seed < 25; seed++) {
    const begin = performance.now();
    result = simulate(seed);
    times.push(performance.now() - begin);
  }
  return { took: median(times), result };
}

/** Milliseconds of both, in turns, and what both found. */
export async function compare() {
  const engine = await import("./kernel/orbita_kernel.js");
  await engine.default();
  timed(engine.simulate);
  timed(plain);
  const [wasm, js] = [timed(engine.simulate), timed(plain)];
  return { wasm: wasm.took, js: js.took, found: [wasm.result, js.result] };
}

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

/** The 90th percentile of the normal distribution. */
const Z90 = 1.2815515655446004;
const money = { to: Math.log, from: Math.exp };
const share = { to: (x) => Math.log(x / (1 - x)), from: (y) => 1 / (1 + Math.exp(-y)) };

/** `RUNS` draws, a tenth of them below `low` and a tenth above `high`: normal in two halves on a scale. */
function halves(next, scale, low, likely, high) {
  const middle = scale.to(likely);
  const [below, above] = [low, high].map((end) => (scale.to(end) - middle) / Z90);
  return Float64Array.from({ length: RUNS }, () => {
    const score = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return scale.from(middle + Math.abs(score) * (score > 0 ? above : below));
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
  const revenue = halves(next, money, 65, 75, 90);
  const churn = halves(next, share, 0.014, 0.018, 0.026);
  const cac = halves(next, money, 290, 340, 410);
  const active = new Float64Array(RUNS).fill(320);
  const profit = new Float64Array(RUNS);
  const sorted = new Float64Array(RUNS);
  const bands = [];
  let discounted = 1;
  for (let month = 0; month < MONTHS; month++) {
    const spent = 1200 + (month < 4 ? 1250 : 0);
    for (let run = 0; run < RUNS; run++) {
      const paying = active[run] + 1200 / cac[run];
      profit[run] += (paying * (revenue[run] * 0.62 - 800 / 320) - spent) * discounted;
      active[run] = paying * (1 - churn[run]);
    }
    discounted /= 1.009488792934583;
    bands.push(band(profit, sorted));
  }
  // The clients left go on without anybody joining.
  const left = profit.map((sum, run) => {
    const lifetime = 1 / (1 - (1 - churn[run]) / 1.009488792934583);
    return sum + active[run] * (revenue[run] * 0.62 - 800 / 320) * lifetime * discounted;
  });
  // The share kept falls with churn: its percentiles are those of churn, raised.
  const leaving = band(churn, sorted);
  const kept = bands.map((_, month) => leaving.map((share) => (1 - share) ** (month + 1)));
  return kept.length && left.length && bands.at(-1)[1];
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

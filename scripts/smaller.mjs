// Makes parts of the app small, on all processors: node scripts/smaller.mjs FOLDER KEPT, where KEPT holds what was made small before.
// One process for all of them: the optimiser takes longer to start than most parts take.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

// What the compiler may use of WebAssembly.
const FEATURES = [
  "SIMD128", "BulkMemory", "BulkMemoryOpt", "NontrappingFPToInt", "SignExt", "MutableGlobals", "ReferenceTypes", "Multivalue",
  "CallIndirectOverlong",
];

async function work(binaryen) {
  const features = FEATURES.reduce((all, one) => all | binaryen.Features[one], 0);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
  parentPort.on("message", ({ part, kept }) => {
    const module = binaryen.readBinary(readFileSync(part));
    module.setFeatures(features);
    module.optimize();
    // What is there is whole: a build may be broken off.
    writeFileSync(`${kept}.part`, module.emitBinary());
    module.dispose();
    renameSync(`${kept}.part`, kept);
    parentPort.postMessage(null);
  });
  parentPort.postMessage(null);
}

async function all(folder, keptIn, version) {
  const parts = readdirSync(folder).filter((name) => name.endsWith(".wasm")).map((name) => {
    const bytes = readFileSync(join(folder, name));
    const hash = createHash("sha256").update([version, ...FEATURES].join()).update(bytes).digest("hex");
    return { part: join(folder, name), kept: join(keptIn, hash), size: bytes.length };
  });
  const waiting = new Map(parts.filter(({ kept }) => !existsSync(kept)).map((job) => [job.kept, job]));
  // The largest first, so that none is left alone at the end.
  const jobs = [...waiting.values()].sort((one, other) => other.size - one.size);
  const runs = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, () => new Promise((done, failed) => {
    const worker = new Worker(new URL(import.meta.url), { stderr: true });
    worker.on("message", () => {
      const job = jobs.shift();
      if (job) return worker.postMessage(job);
      worker.terminate().then(done);
    });
    worker.on("error", failed);
  }));
  await Promise.all(runs);
  const now = new Date();
  for (const { part, kept } of parts) {
    copyFileSync(kept, part);
    // What was not used for long may go.
    utimesSync(kept, now, now);
  }
}

const optimiser = process.env.ORBITA_BINARYEN;
if (isMainThread) {
  const [folder, kept] = process.argv.slice(2);
  await all(folder, kept, JSON.parse(readFileSync(join(optimiser, "package.json"))).version);
} else {
  await work((await import(join(optimiser, "index.js"))).default);
}

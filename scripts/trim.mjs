// Takes out of the parts what no browser reads: notes of the tools in each module, and the long names, each with a hash,
// by which the first module and its script know what one asks of the other: node scripts/trim.mjs FOLDER NAME
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, name] = process.argv.slice(2);
const CUSTOM = 0, IMPORTS = 2, MAGIC = 8;
const FUNCTION = 0;

/** A number as the format writes it, seven bits a byte. */
function number(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

/** What stands in a run of bytes, from its beginning. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  text() {
    return this.take(this.number());
  }
}

/** The sections of a module, each with its kind. */
function* sections(bytes) {
  for (const reader = new Reader(bytes, MAGIC); reader.at < bytes.length; ) {
    const [kind] = reader.take(1);
    yield [kind, reader.take(reader.number())];
  }
}

/** The list of imports with short names for the functions of `from`, and those names by the long ones. */
function shortened(section, from) {
  const reader = new Reader(section);
  const count = reader.number();
  const out = [number(count)];
  const short = new Map();
  for (let i = 0; i < count; i++) {
    const [module, long, [kind]] = [reader.text(), reader.text(), reader.take(1)];
    // The first module asks for functions alone.
    if (kind !== FUNCTION) throw new Error(`${name} asks for something else than functions`);
    let called = long;
    if (module.equals(from)) {
      if (!short.has(`${long}`)) short.set(`${long}`, `_${short.size.toString(36)}`);
      called = Buffer.from(short.get(`${long}`));
    }
    out.push(number(module.length), module, number(called.length), called, Buffer.from([kind]), number(reader.number()));
  }
  return [Buffer.concat(out), short];
}

for (const file of readdirSync(folder).filter((file) => file.endsWith(".wasm"))) {
  const bytes = readFileSync(join(folder, file));
  const out = [bytes.subarray(0, MAGIC)];
  for (const [kind, section] of sections(bytes)) {
    if (kind === CUSTOM) continue;
    let written = section;
    if (kind === IMPORTS && file === `${name}_bg.wasm`) {
      const [imports, short] = shortened(section, Buffer.from(`./${name}_bg.js`));
      const script = join(folder, `${name}.js`);
      let [source, renamed] = [readFileSync(script, "utf8"), 0];
      source = source.replace(/^( +)(\w+)(?=: function\()/gm, (whole, blank, long) => (short.has(long) ? (renamed++, blank + short.get(long)) : whole));
      if (renamed !== short.size) throw new Error(`${script} says ${renamed} of the ${short.size} names that its module asks for`);
      writeFileSync(script, source);
      written = imports;
    }
    out.push(Buffer.from([kind]), number(written.length), written);
  }
  writeFileSync(join(folder, file), Buffer.concat(out));
}

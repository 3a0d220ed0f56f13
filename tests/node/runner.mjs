// Runs every conformance vector over the wasm package in Node.
//
//     node runner.mjs FLAT COUNT PACK...
//
// FLAT is made by `cargo xtask vectors --flat FLAT`: lines of fields with tabs between them. A case line begins a case; the lines up to the
// next one are what it must meet:
//
//     case     id       operation         request, its bytes in hex
//     expect   pointer  JSON value        the answer has that value there
//     error    code     path              the request is refused
//     golden   SHA-256 in hex             of the whole envelope
//     pending                             only the golden hash is checked
//
// COUNT is the number of cases that must run; the PACKs are overlays, in order. They follow the built-in packs, which the wasm does not hold.
// The module is target/npm/node/lapor.js, or the file that LAPOR_NODE names.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKS = join(ROOT, "lapor-core", "data", "packs");
const NOTHING = Symbol("nothing there");

async function loadEngine(overlays) {
  const file = process.env.LAPOR_NODE ? resolve(process.env.LAPOR_NODE) : join(ROOT, "target", "npm", "node", "lapor.js");
  const module = await import(pathToFileURL(file).href);
  const { Engine } = module.Engine ? module : module.default;
  checkRefusal(Engine);
  const builtIn = readdirSync(PACKS).filter((name) => name.endsWith(".pack")).sort();
  const files = [...builtIn.map((name) => join(PACKS, name)), ...overlays];
  return new Engine(files.map((name) => readFileSync(name)));
}

// What is thrown says by itself what is wrong and where.
function checkRefusal(Engine) {
  let message = NOTHING;
  let wanted;
  try {
    new Engine([Buffer.from('{"pack":7}')]);
  } catch (thrown) {
    ({ message } = thrown);
    wanted = `pack_invalid at "/packs/0/pack": ${thrown.text?.en}`;
  }
  if (message !== wanted) throw new Error(`a refused pack says ${show(message)} instead of ${show(wanted)}`);
}

function readCases(text) {
  const cases = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [kind, ...fields] = line.split("\t");
    if (kind === "case") {
      const [id, op, hex] = fields;
      if (!/^([0-9a-f]{2})*$/.test(hex ?? "-")) throw new Error(`the request of ${id} is not hex`);
      cases.push({ id, op, request: Buffer.from(hex, "hex"), checks: [], pending: false });
      continue;
    }
    const current = cases.at(-1);
    if (current === undefined) throw new Error(`a line before the first case: ${kind}`);
    if (kind === "pending") current.pending = true;
    else current.checks.push({ kind, fields });
  }
  return cases;
}

// The text of bytes, or undefined where they are not UTF-8.
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// The value at a JSON pointer (RFC 6901).
function at(value, pointer) {
  if (pointer !== "" && !pointer.startsWith("/")) return NOTHING;
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return NOTHING;
    if (Array.isArray(value) && !/^(0|[1-9][0-9]*)$/.test(name)) return NOTHING;
    value = value[name];
  }
  return value;
}

// 5 and 5.0 are one number to JSON.parse; -0 and 0 are made one here.
const parse = (json) => JSON.parse(json, (_, value) => (value === 0 ? 0 : value));

// What a check does not find as it should be, or undefined.
function fault({ kind, fields }, json, envelope) {
  const [first, second] = fields;
  switch (kind) {
    case "expect": {
      const found = envelope.ok === true ? at(envelope.answer, first) : NOTHING;
      if (found !== NOTHING && isDeepStrictEqual(found, parse(second))) return undefined;
      return { where: first, expected: second, found: envelope.ok === true ? found : envelope };
    }
    case "error": {
      const { code, path } = envelope.error ?? {};
      if (envelope.ok === false && code === first && path === second) return undefined;
      return { where: "error", expected: `${first} at "${second}"`, found: envelope };
    }
    case "golden": {
      const hash = createHash("sha256").update(json, "utf8").digest("hex");
      if (hash === first) return undefined;
      return { where: "golden", expected: first, found: `${hash} of ${json}` };
    }
    default:
      return { where: kind, expected: "a kind of line that this runner knows", found: NOTHING };
  }
}

function faultsOf(engine, { id, op, request, checks, pending }) {
  const json = engine.callBytes(op, request);
  const text = textOf(request);
  const faults = [];
  if (text !== undefined && engine.call(op, text) !== json) {
    faults.push({ where: "call", expected: "the bytes of callBytes", found: engine.call(op, text) });
  }
  const due = pending ? checks.filter(({ kind }) => kind === "golden") : checks;
  if (due.length === 0) faults.push({ where: "case", expected: "something to check", found: NOTHING });
  const envelope = parse(json);
  return faults.concat(due.map((check) => fault(check, json, envelope)).filter((f) => f !== undefined));
}

function show(found) {
  if (found === NOTHING) return "nothing there";
  const text = typeof found === "string" ? found : JSON.stringify(found);
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}

async function main([flat, count, ...overlays]) {
  if (!/^[0-9]+$/.test(count ?? "")) throw new Error("usage: runner.mjs FLAT COUNT PACK...");
  const cases = readCases(readFileSync(flat, "utf8"));
  const engine = await loadEngine(overlays);
  let passed = 0;
  let failed = 0;
  for (const vector of cases) {
    let faults;
    try {
      faults = faultsOf(engine, vector);
    } catch (thrown) {
      faults = [{ where: "call", expected: "an envelope", found: String(thrown) }];
    }
    for (const { where, expected, found } of faults) {
      console.log(`FAIL ${vector.id}: ${where}\n     expected ${expected}\n     found ${show(found)}`);
    }
    if (faults.length === 0) passed += 1;
    else failed += 1;
  }
  if (cases.length !== Number(count)) {
    console.log(`FAIL ${cases.length} cases ran instead of ${count}`);
    failed += 1;
  }
  return { passed, failed };
}

const { passed, failed } = await main(process.argv.slice(2)).catch((thrown) => {
  console.error(`runner: ${thrown?.message ?? thrown}`);
  return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

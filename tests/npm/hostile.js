// What a host may hand over by mistake, and somebody on purpose; each ends in an error that says what and where. The same table in Node and in
// Chromium: rows are plain JavaScript, without the tools of either.

const DUE = { from: "2026-12-22", length: 3 };
const NOW = "2026-11-23T09:00:00+07:00";
const SECRET = "Budi Santoso";

const fails = () => {
  throw Object.assign(new Error(SECRET), { code: SECRET });
};
const deep = (levels) => Array.from({ length: levels }).reduce((inner) => ({ inner }), 1);
const cycle = {};
cycle.a = [{ b: cycle }];
const endless = { toJSON: () => ({ a: endless }) };
// sound while it is looked at, broken when it is written
const changing = () => {
  let times = 0;
  return { get title() { return (times += 1) > 2 ? "\ud83d" : "jalan"; } };
};
const absent = { then: (_, refuse) => refuse(new Error(SECRET)) };
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

// a request of text.normalize, the code and the place of its error
const REQUESTS = [
  ["half a pair, in front", { text: "\ud83d jalan" }, "bad_utf8", "/text"],
  ["half a pair, behind", { text: "jalan \ude00" }, "bad_utf8", "/text"],
  ["half a pair in a list", { text: ["jalan", "\ude00"] }, "bad_utf8", "/text/1"],
  ["half a pair in a name", { text: "jalan", extra: { "\ud83d": 1 } }, "bad_utf8", "/extra"],
  ["a mebibyte", { text: "x".repeat(1 << 20) }, "too_large", ""],
  ["64 mebibytes", { text: "x".repeat(1 << 26) }, "too_large", ""],
  ["many values", { text: Array(300_000).fill(0) }, "too_large", ""],
  ["a cycle", { text: cycle }, "not_json", "/text/a/0/b"],
  ["33 levels", { text: deep(33) }, "too_deep", ""],
  ["a hundred thousand levels", { text: deep(100_000) }, "too_deep", ""],
  ["a toJSON without end", { text: endless }, "too_deep", ""],
  ["a BigInt", { text: 1n }, "not_json", "/text"],
  ["a function", { text: () => "jalan" }, "not_json", "/text"],
  ["a symbol", { text: Symbol("jalan") }, "not_json", "/text"],
  ["NaN", { text: NaN }, "not_json", "/text"],
  ["infinity", { text: -Infinity }, "not_json", "/text"],
  ["a Map", { text: new Map([["a", 1]]) }, "not_json", "/text"],
  ["a Set", { text: new Set() }, "not_json", "/text"],
  ["a promise", { text: Promise.resolve("jalan") }, "not_json", "/text"],
  ["a string as an object", { text: new String("jalan") }, "not_json", "/text"],
  ["bytes", { text: new Uint8Array(4) }, "not_json", "/text"],
  ["a hole in a list", { text: [1, , 3] }, "not_json", "/text/1"],
  ["a name with / and ~", { "a/b~c": 1n, text: "jalan" }, "not_json", "/a~1b~0c"],
  ["a getter that throws", { get text() { return fails(); } }, "not_json", ""],
  ["a toJSON that throws", { text: { toJSON: fails } }, "not_json", ""],
  ["a proxy that throws for its names", new Proxy({}, { ownKeys: fails }), "not_json", ""],
  ["a proxy that throws for its members", { text: new Proxy({}, { get: fails }) }, "not_json", ""],
  ["a proxy that was revoked", revoked(), "not_json", ""],
  ["null", null, "wrong_type", ""],
  ["a number", 7, "wrong_type", ""],
  ["a string", "jalan", "wrong_type", ""],
  ["a function as a whole", fails, "not_json", ""],
  ["nothing", undefined, "missing_field", "/text"],
  ["a member that is undefined", { text: undefined }, "missing_field", "/text"],
  ["an unknown member", { text: "jalan", wat: 1 }, "unknown_field", "/wat"],
  ["a prototype for a member", JSON.parse('{"text":"jalan","__proto__":{}}'), "unknown_field", "/__proto__"],
];

// the same as a text or as bytes
const RAW = [
  ["half a pair", '{"text":"\ud83d"}', "bad_utf8"],
  ["half a pair behind a whole one", '{"text":"😀\ude00"}', "bad_utf8"],
  ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d), "bad_utf8"],
  ["half a pair, escaped", '{"text":"\\ud83d"}', "bad_json"],
  ["NUL", '{"text":"jalan\0rusak"}', "bad_json"],
  ["nothing", "", "bad_json"],
  ["no bytes", new Uint8Array(0), "bad_json"],
  ["a mebibyte", " ".repeat(1 << 20), "too_large"],
  ["a mebibyte of three bytes a letter", "€".repeat(1 << 20), "too_large"],
  ["a mebibyte with half a pair", "\ud83d".repeat(1 << 20), "too_large"],
];

const half = (bytes) => bytes.slice(0, bytes.length >> 1);
const damaged = (bytes) => bytes.slice().fill(0xff, bytes.length >> 1);
const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Options of `load`, the code and the place of its error. */
const loads = ({ medan, regions, wasm }) => [
  ["an empty pack", { overlays: [new Uint8Array(0)] }, "pack_invalid", "/overlays/0"],
  ["a page in place of a pack", { overlays: ["data:text/html;base64,PCFkb2N0eXBlIGh0bWw+"] }, "pack_invalid", "/overlays/0"],
  ["half a pack", { overlays: [half(regions)] }, "pack_invalid", "/overlays/0/body"],
  ["all of a pack but its last byte", { overlays: [regions.slice(0, -1)] }, "pack_invalid", "/overlays/0/body"],
  ["a damaged pack", { overlays: [damaged(regions)] }, "pack_invalid", "/overlays/0/body"],
  ["half an overlay", { overlays: [half(medan)] }, "pack_invalid", "/overlays/0"],
  ["an overlay of no region", { overlays: [medan, { ...JSON.parse(new TextDecoder().decode(medan)), for: "99.99" }] }, "pack_invalid", "/overlays/1/for"],
  ["another object", { overlays: [{ pack: 7 }] }, "pack_invalid", "/overlays/0/pack"],
  ["villages that are none", { villages: regions.slice(1) }, "pack_invalid", "/villages"],
  ["an overlay with a cycle", { overlays: [cycle] }, "not_json", "/overlays/0/a/0/b"],
  ["an overlay with a Map in it", { overlays: [{ offices: new Map() }] }, "not_json", "/overlays/0/offices"],
  ["an overlay whose getter throws", { overlays: [{ get pack() { return fails(); } }] }, "not_json", "/overlays/0"],
  ["an overlay whose toJSON throws", { overlays: [{ toJSON: fails }] }, "not_json", "/overlays/0"],
  ["an overlay that is a proxy that throws", { overlays: [new Proxy({}, { get: fails })] }, "load_failed", "/overlays/0"],
  ["a file that does not come", { overlays: [absent] }, "load_failed", "/overlays/0"],
  ["a body that was read already", { overlays: [{ arrayBuffer: () => Promise.reject(new TypeError("used")) }] }, "load_failed", "/overlays/0"],
  ["an address that is none", { overlays: ["http://[/"] }, "load_failed", "/overlays/0"],
  ["a server that is not there", { overlays: ["http://127.0.0.1:9/id.json"] }, "load_failed", "/overlays/0"],
  ["no module", { wasm: new Uint8Array(0) }, "load_failed", "/wasm"],
  ["half the module", { wasm: half(wasm) }, "load_failed", "/wasm"],
  ["all of the module but its last byte", { wasm: wasm.slice(0, -1) }, "load_failed", "/wasm"],
  ["a pack for the module", { wasm: regions }, "load_failed", "/wasm"],
  ["another module", { wasm: empty }, "load_failed", "/wasm"],
  ["a module that does not come", { wasm: absent }, "load_failed", "/wasm"],
  ["an address of the module that is none", { wasm: "http://[/" }, "load_failed", "/wasm"],
];

/**
 * All rows: what is tried, a function that tries it, and what it must come to. `load` and `LaporError` are the package's; `medan` an overlay,
 * `regions` a pack, `wasm` the module and `panic` the one in which `test.panic` panics, as bytes.
 */
export async function rows({ load, LaporError, medan, regions, wasm, panic }) {
  const lapor = await load();
  const due = (engine) => engine.calendarAdd(DUE).due;
  const parts = ({ code, path }) => `${code} at ${JSON.stringify(path)}`;

  // what an error says, if it is one as promised; the engine must work afterwards
  function told(error) {
    if (Object.keys(error).sort().join() !== "code,params,path,text" || !error.text.id || !error.text.en) return "an error of another form";
    if (JSON.stringify(error).includes(SECRET)) return "it repeats what a host said";
    return due(lapor) === "2026-12-29" ? parts(error) : "the engine does not work any more";
  }
  const asked = (envelope) => (envelope.ok ? "an answer" : told(envelope.error));

  // what is thrown, or rejected
  async function thrown(call) {
    try {
      await call();
      return "nothing";
    } catch (error) {
      if (error instanceof TypeError) return "TypeError";
      if (!(error instanceof LaporError && error instanceof Error)) return `${error}`;
      const { code, path, params, text } = error;
      return `${error.stack}`.includes(SECRET) ? "it repeats what a host said" : told({ code, path, params, text });
    }
  }

  const trapped = async (options) => {
    const engine = await load({ wasm: panic, ...options });
    const trap = () => asked(JSON.parse(engine.call("test.panic", `{"text":"${SECRET}"}`)));
    return { engine, trap };
  };

  return [
    // a Map's members are lost when offsets are added: so as an operation that has none, too
    ["a Map as a whole", () => asked(lapor.ask("calendar.add", new Map([["text", "jalan"]]))), 'not_json at ""'],
    ...REQUESTS.map(([what, request, code, path]) => [what, () => asked(lapor.ask("text.normalize", request)), parts({ code, path })]),
    ...RAW.map(([what, request, code]) => [`raw, ${what}`, () => asked(JSON.parse(lapor.call("text.normalize", request))), parts({ code, path: "" })]),
    ["what is thrown does not repeat what a host's getter said", () => thrown(() => lapor.textNormalize({ text: { toJSON: fails } })), 'not_json at ""'],
    ["half a pair that comes late", () => asked(lapor.ask("complaint.view", { complaint: changing(), audience: "public" })), 'bad_json at ""'],
    ["NUL is a character", () => lapor.textNormalize({ text: "jalan\0rusak" }).words.length, 2],
    ...["", "Triage", "toString", "__proto__", "engine.info\0", "\ud83d", "x".repeat(1 << 20)].map((op) => [
      `an operation that is none: ${JSON.stringify(op.slice(0, 12))}`,
      () => asked(lapor.ask(op, {})),
      'unknown_op at ""',
    ]),
    ...[undefined, null, {}, 7, Symbol("op")].map((op) => [`${typeof op} for an operation`, () => thrown(() => lapor.call(op, "{}")), "TypeError"]),
    ...[undefined, null, {}, 7, new ArrayBuffer(2), new Uint16Array(2), { [Symbol.toStringTag]: "Uint8Array", length: 2 ** 31 }].map((request) => [
      `${Object.prototype.toString.call(request)} for a text`,
      () => thrown(() => lapor.call("engine.info", request)),
      "TypeError",
    ]),

    ...loads({ medan, regions, wasm }).map(([what, options, code, path]) => [
      what,
      () => thrown(() => load(options)),
      parts({ code, path }),
    ]),
    ...[null, 7, { overlay: [] }, { overlays: "id.12.71.json" }, { overlays: [7] }, { villages: 7 }, { wasm: {} }].map((options) => [
      `options of no use: ${JSON.stringify(options)}`,
      () => thrown(() => load(options)),
      "TypeError",
    ]),

    ...Object.entries({
      call: (freed) => freed.call("engine.info", "{}"),
      ask: (freed) => freed.ask("engine.info", {}),
      "a method": (freed) => freed.triage({}),
      with: (freed) => freed.with({}),
    }).map(([what, use]) => [
      `${what} after free, twice`,
      async () => {
        const freed = await load();
        freed.free();
        freed.free();
        return thrown(() => use(freed));
      },
      'freed at ""',
    ]),
    [
      "two engines at once know nothing of each other",
      async () => {
        const [one, two] = await Promise.all([load(), load({ overlays: [medan] })]);
        const naming = (engine) => engine.route({ now: NOW, matter: "pungli", region: "12.71" }).lead?.naming;
        const found = [naming(one), naming(two), naming(one)];
        one.free();
        return [...found, due(two)].join();
      },
      "typical,registered,typical,2026-12-29",
    ],

    [
      "after a panic the next call works, with the same packs, as often as it happens",
      async () => {
        const { engine, trap } = await trapped({ overlays: [medan] });
        const before = engine.engineInfo().packs_sha256;
        const found = [trap(), due(engine), trap(), due(engine), trap()];
        return [...found, engine.engineInfo().packs_sha256 === before].join();
      },
      'internal at "",2026-12-29,internal at "",2026-12-29,internal at "",true',
    ],
    [
      "a panic in one engine is nothing to another",
      async () => {
        const [{ trap }, { engine }] = await Promise.all([trapped(), trapped()]);
        return [trap(), due(engine)].join();
      },
      'internal at "",2026-12-29',
    ],
    [
      "an engine that was freed after a panic is free",
      async () => {
        const { engine, trap } = await trapped();
        trap();
        engine.free();
        return thrown(() => due(engine));
      },
      'freed at ""',
    ],
    ["the module that is shipped has no such operation", () => asked(lapor.ask("test.panic", {})), 'unknown_op at ""'],
  ];
}

/** Tries all; gives for each what was tried, what came and what should have. */
export async function tried(world) {
  const found = [];
  for (const [what, run, expected] of await rows(world)) {
    const came = await Promise.resolve().then(run).catch((error) => `an exception: ${error}`);
    found.push({ what, came, expected });
  }
  return found;
}

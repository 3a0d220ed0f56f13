// What in a request would not arrive as it was meant. JSON.stringify leaves functions out, writes null for NaN and {} for a Map, hides half a
// surrogate pair behind an escape, and does not come back from a cycle: all this is found before, with its place.

// The library refuses what is nested deeper than 32, or larger than 256 KiB; each value takes a byte at least.
const DEEPEST = 64;
const MOST = 256 * 1024;

/** Whether a string is text: every half of a surrogate pair has its other half. */
export const isText = String.prototype.isWellFormed
  ? (string) => string.isWellFormed()
  : (string) => !/\p{Surrogate}/u.test(string);

/**
 * The first fault of a value, or undefined: its place as a JSON pointer, and either what was found there or, where the library has an error for
 * it, a request that the library refuses with this error.
 */
export function faultIn(value) {
  let values = 0;
  const above = [];

  function walk(value, key) {
    if (value !== undefined && value !== null && typeof value.toJSON === "function") value = value.toJSON(key);
    values += 1;
    if (values > MOST) return { path: "", sample: " ".repeat(values) };
    switch (typeof value) {
      case "string":
        return isText(value) ? undefined : { path: "", sample: Uint8Array.of(0xff) };
      case "boolean":
        return undefined;
      case "number":
        return Number.isFinite(value) ? undefined : { path: "", found: String(value) };
      case "object":
        return value === null ? undefined : inside(value);
      default:
        return { path: "", found: typeof value };
    }
  }

  function inside(value) {
    if (above.includes(value)) return { path: "", found: "cycle" };
    if (above.length === DEEPEST) return { path: "", sample: "[".repeat(DEEPEST) + "]".repeat(DEEPEST) };
    const list = Array.isArray(value);
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (!list && kind !== "Object") return { path: "", found: kind };
    above.push(value);
    const fault = list ? first(value, value.keys()) : first(value, Object.keys(value));
    above.pop();
    return fault;
  }

  function first(value, keys) {
    for (const key of keys) {
      // a member that is undefined is absent; an element cannot be
      if (value[key] === undefined && typeof key === "string") continue;
      if (typeof key === "string" && !isText(key)) return { path: "", sample: Uint8Array.of(0xff) };
      const fault = walk(value[key], String(key));
      if (fault) return { ...fault, path: `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}${fault.path}` };
    }
    return undefined;
  }

  return walk(value, "");
}

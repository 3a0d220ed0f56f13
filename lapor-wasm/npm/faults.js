// The errors that only this package has, in the form of the wire's error object. Everything else the library says itself.

const fault = (code, path, params, id, en) => ({ code, path, params, text: { id, en } });

/** A trap ended the instance of the module. */
export const internal = () =>
  fault(
    "internal",
    "",
    {},
    "Kesalahan di dalam lapor. Permintaan ini tidak diproses; mesin dibuat ulang untuk permintaan berikutnya. Mohon sampaikan kepada pengembang.",
    "A fault inside lapor. This request was not processed; the engine is made anew for the next one. Please tell its developers.",
  );

/** A call after free(). */
export const freed = () =>
  fault("freed", "", {}, "Mesin ini sudah dibebaskan; muat mesin baru dengan load().", "This engine was freed; load() makes a new one.");

/** A value in a request that JSON cannot say. */
export const notJson = (path, found) =>
  fault("not_json", path, { found }, `Nilai ini tidak dapat ditulis sebagai JSON: ${found}.`, `This value cannot be written as JSON: ${found}.`);

/** A file that cannot be read or fetched; `reason` is an HTTP status, the system's code, or `exception` where the host threw one. */
export const loadFailed = (path, url, reason) =>
  fault(
    "load_failed",
    path,
    { url, reason },
    `Berkas tidak dapat dimuat: ${url} (${reason}).`,
    `A file cannot be loaded: ${url} (${reason}).`,
  );

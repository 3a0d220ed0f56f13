// The engine, which lives in a worker.

/** Why the engine does not answer: an error object as on the wire, its text in both languages. */
export class EngineFailed extends Error {
  constructor(error) {
    super(error.code);
    this.error = error;
  }
}

const fault = (code, id, en) => ({ code, path: "", params: {}, text: { id, en } });

const NO_WORKER = fault(
  "no_worker",
  "Peramban ini tidak dapat menjalankan pemeriksaan di latar belakang (Web Worker). Gunakan peramban yang lebih baru.",
  "This browser cannot run the checks in the background (Web Worker). Please use a newer one.",
);

const WORKER_FAILED = fault(
  "worker_failed",
  "Program pemeriksa tidak dapat dimuat atau berhenti. Periksa sambungan Anda, lalu coba lagi.",
  "The program that checks reports could not be loaded, or has stopped. Check your connection and try again.",
);

/** A worker with the package in it. One that has failed stays so; `retry` is a new `Engine`. */
export class Engine {
  #worker;
  #failed;
  #waiting = new Map();
  #count = 0;

  /** Starts loading. `options` are those of `load`, as far as a message can carry them. */
  constructor(options) {
    try {
      if (typeof Worker === "undefined") throw new EngineFailed(NO_WORKER);
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.#worker.addEventListener("message", ({ data }) => this.#settle(data));
      this.#worker.addEventListener("error", () => this.#fail(WORKER_FAILED));
    } catch (thrown) {
      this.#failed = new EngineFailed(thrown.error ?? NO_WORKER);
    }
    /** Fulfilled when it can be asked; rejected with an `EngineFailed`. */
    this.ready = this.#send("load", options).then(({ envelope }) => {
      if (envelope.ok) return;
      this.#fail(envelope.error);
      throw this.#failed;
    });
  }

  /** The envelope of an operation, and how many milliseconds the call took. */
  ask(op, request) {
    return this.#send("ask", op, request);
  }

  #send(call, ...args) {
    if (this.#failed) return Promise.reject(this.#failed);
    const id = (this.#count += 1);
    return new Promise((fulfil, reject) => {
      this.#waiting.set(id, { fulfil, reject });
      this.#worker.postMessage({ id, call, args });
    });
  }

  #settle({ id, envelope, took }) {
    this.#waiting.get(id)?.fulfil({ envelope, took });
    this.#waiting.delete(id);
  }

  // Whoever waits is told: nothing waits for ever.
  #fail(error) {
    this.#failed = new EngineFailed(error);
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(this.#failed);
    this.#waiting.clear();
  }
}

// Where complaints are kept. What a service needs of it is two methods; a database has them as well as a map.

import { randomUUID } from "node:crypto";

/** Keeps complaints as they were sent, until the process ends. Only views of them are for showing. */
export class MemoryStore {
  #complaints = new Map();

  /** Keeps a complaint and gives its id, which tells nothing and cannot be guessed. */
  async save(complaint) {
    const id = randomUUID();
    this.#complaints.set(id, complaint);
    return id;
  }

  /** The complaint, or undefined. */
  async find(id) {
    return this.#complaints.get(id);
  }
}

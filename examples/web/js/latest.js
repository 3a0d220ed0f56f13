// Of many requests, the last one counts.

/**
 * Asks one request at a time and always the newest. Those that were overtaken before their turn are never asked; an answer that was overtaken
 * while it was made is dropped. So what is shown last belongs to what was asked last, however long each took.
 *
 * `ask` gives the promise of an answer; `show` gets request and answer. If `ask` is rejected, `failed` gets the reason.
 */
export function latest({ ask, show, failed }) {
  let running = false;
  let next;

  async function run() {
    while (next !== undefined) {
      const request = next;
      next = undefined;
      const answer = await ask(request);
      if (next === undefined) show(request, answer);
    }
  }

  return async function request(value) {
    next = value;
    if (running) return;
    running = true;
    try {
      await run();
    } catch (reason) {
      next = undefined;
      failed(reason);
    } finally {
      running = false;
    }
  };
}

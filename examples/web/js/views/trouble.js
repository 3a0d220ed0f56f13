// What keeps the check from working: the engine cannot be loaded, or does not understand the request.

import { el } from "../dom.js";
import { pick, say } from "../language.js";

/** `retry` loads the engine anew. */
export const trouble = ({ retry }) => ({
  id: "trouble",

  of: ({ error, failed }) => error && { error, failed },

  draw: ({ error: { code, path, text }, failed }) => [
    el("p", {}, pick(text)),
    el("p", { class: "hint" }, say("code", { code: path === "" ? code : `${code}, ${path}` })),
    failed && el("button", { type: "button", click: retry }, say("retry")),
  ],
});

// What would be sent.

import { el } from "../dom.js";
import { say } from "../language.js";

export const sent = {
  id: "sent",
  of: ({ sent: complaint }) => complaint,
  draw: (complaint) => [
    el("p", {}, say("sent_hint")),
    el("pre", { tabindex: "0", translate: "no", "aria-labelledby": "sent-heading" }, JSON.stringify(complaint, null, 2)),
  ],
};

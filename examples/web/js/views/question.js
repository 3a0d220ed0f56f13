// The question whose answer would change the receiver, and what was answered.

import { el } from "../dom.js";
import { pick, say } from "../language.js";

/** `answer(discriminator, {value, text})` and `takeBack(discriminator)` change the draft. */
export const question = ({ answer, takeBack }) => ({
  id: "question",

  of({ triage: { route }, answers }) {
    const given = Object.entries(answers);
    if (route.question === null && given.length === 0) return undefined;
    const offices = Object.fromEntries(route.candidates.map(({ office }) => [office.id, office.name]));
    return { asked: route.question, given, offices };
  },

  draw({ asked, given, offices }) {
    const back = ([discriminator, { text }]) =>
      el(
        "p",
        { class: "answered" },
        say("answered", { answer: pick(text) }),
        " ",
        el("button", { type: "button", click: () => takeBack(discriminator) }, say("take_back")),
      );
    const choice = ({ value, text, lead }) =>
      el(
        "button",
        { type: "button", value, click: () => answer(asked.discriminator, { value, text }) },
        pick(text),
        offices[lead] && el("small", {}, say("leads_to", { office: offices[lead] })),
      );
    const choices = () => [
      el("p", { id: "asked" }, pick(asked.text)),
      el("div", { class: "choices", role: "group", "aria-labelledby": "asked" }, asked.options.map(choice)),
    ];
    return [...given.map(back), ...(asked ? choices() : [])];
  },
});

// Making elements.

/** An element with its attributes and what is in it. A string only ever becomes a text node: nothing that is shown is read as markup. */
export function el(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  return fill(element, inside);
}

/** Puts parts into an element, in the place of what was there; what is absent (`undefined`, `null`, `false`) is left out. */
export function fill(element, parts) {
  element.replaceChildren(...[parts].flat(Infinity).filter((part) => part !== undefined && part !== null && part !== false));
  return element;
}

/** A proper name, the same in every language. */
export const name = (text) => el("span", { translate: "no" }, text);

export const byId = (id) => document.getElementById(id);

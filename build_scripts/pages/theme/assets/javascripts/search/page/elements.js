// Makes elements. Text goes in as text, never as markup.

import { say } from "../words.js";

// make("a", {href: "…", class: "…"}, "text", element, …): an attribute of null or false is left out.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

// "1 order", "12 orders", "1,234 orders"
export function sayOrders(count) {
  return say("search_counts.orders", { count });
}

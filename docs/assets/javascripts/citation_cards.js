/* A small card beside a citation that is pointed at, or reached by keyboard: what is cited, where it
   can be read, who else here cites it. All of it stands in the page's table of authorities already,
   row by row; without this script the page lacks nothing. A finger follows the link as ever. */

import { offerCards } from "./cards.js";
import { say } from "./words.js";

/** Plain copies of a cell's words and links. */
function copyWords(cell, into) {
  for (const node of cell.childNodes) {
    if (node instanceof HTMLAnchorElement) {
      const link = document.createElement("a");
      link.href = node.href;
      link.textContent = node.textContent;
      into.append(link);
    } else {
      into.append(node.textContent);
    }
  }
}

function writeLine(name) {
  const line = document.createElement("p");
  line.className = `citation-card__${name}`;
  return line;
}

function writeAuthority(cell) {
  const line = writeLine("authority");
  const name = cell.querySelector("em")?.textContent ?? "";
  if (name) {
    const emphasis = document.createElement("em");
    emphasis.textContent = name;
    line.append(emphasis);
  }
  line.append(cell.textContent.replace(name, ""));
  return line;
}

function writeOrders(cell) {
  const orders = Number(cell.dataset.orders);
  const page = cell.querySelector("a");
  if (!orders) return null;
  const words = say(orders > 1 ? "script_cards.cited_by" : "script_cards.cited_once", { count: orders });
  const line = writeLine("orders");
  if (!page) {
    line.textContent = words;
    return line;
  }
  const link = document.createElement("a");
  link.href = page.href;
  link.textContent = orders > 1 ? words : say("script_cards.authority_page");
  line.append(...(orders > 1 ? [link] : [`${words}. `, link]));
  return line;
}

/** The card's lines about a citation; none where they would say no more than the text does. */
function writeLines(citation) {
  const cell = document.getElementById(`authority-${citation.dataset.authority}`);
  if (!cell) return [];
  const authority = writeAuthority(cell);
  const where = cell.nextElementSibling;
  const orders = writeOrders(cell);
  const leads = where?.querySelector("a") ? writeLine("where") : null;
  if (leads) copyWords(where, leads);
  if (!leads && !orders && citation.textContent.includes(authority.textContent)) return [];
  const pin = citation.dataset.pin ? writeLine("pin") : null;
  if (pin) pin.textContent = say("script_cards.cited_at", { pin: citation.dataset.pin });
  return [authority, pin, leads, orders].filter(Boolean);
}

offerCards({
  marks: ".order-page [data-authority]",
  name: "citation-card",
  label: say("script_cards.citation"),
  write: writeLines,
});

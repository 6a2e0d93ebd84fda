/* A small card beside a citation that is pointed at, or reached by keyboard: what is cited, where it
   can be read, how many orders here cite it. It stands in the page's table of authorities, row by row.
   Without this script the page lacks nothing. A finger's first tap opens the card, the second follows
   the link. */

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
  const count = Number(cell.dataset.orders ?? 0);
  const page = cell.querySelector("a");
  if (!count || !page) return null;
  const line = writeLine("orders");
  const link = document.createElement("a");
  link.href = page.href;
  if (count === 1) {
    link.textContent = say("script_cards.authority_page");
    line.append(`${say("script_cards.cited_once")}. `, link);
    return line;
  }
  link.textContent = say("script_cards.cited_by", { count });
  line.append(link);
  return line;
}

/** A way back to where the order cites it first. */
function writeFirst(citation, places) {
  const first = places?.querySelector("a");
  if (!first || first.hash === `#${citation.id}`) return null;
  const line = writeLine("first");
  const link = document.createElement("a");
  link.href = first.href;
  link.textContent = say("script_cards.first_cited", { place: first.textContent });
  line.append(link);
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
  const first = writeFirst(citation, where?.nextElementSibling);
  return [authority, pin, leads, first, orders].filter(Boolean);
}

offerCards({
  marks: ".order-page [data-authority]",
  name: "citation-card",
  label: say("script_cards.citation"),
  write: writeLines,
  opensOnTap: true,
});

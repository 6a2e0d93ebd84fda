// The page that checks quotations: what is pasted into it, and where it stands in the orders.

import { SITE, ask } from "../client.js";
import { make, sayOrders } from "../page/elements.js";
import { say } from "../words.js";
import { FEWEST_WORDS, findWords } from "./quoted.js";

const MOST_CHARACTERS = 200_000;
const MOST_CHECKED = 60;
const MATCHES = {
  exact: "search_check.exact", marked: "search_check.marked", near: "search_check.near",
  absent: "search_check.absent", refused: "search_check.refused",
};

// Fills the page's element.
export function open(element) {
  if (element.dataset.open) return;
  element.dataset.open = "true";
  const input = make("textarea", {
    id: "check-text", rows: "6", maxlength: String(MOST_CHARACTERS), "aria-describedby": "check-hint",
  });
  const status = make("p", { class: "search-status", role: "status" });
  const list = make("ol", { class: "check-answers" });
  const form = make(
    "form",
    { action: location.pathname },
    make("label", { for: "check-text" }, say("search_check.label")),
    input,
    make("p", { id: "check-hint" }, say("search_check.hint")),
    make("button", { type: "submit" }, say("search_check.button")),
  );
  let asked = 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asked += 1;
    const number = asked;
    check(input.value, { status, list, isAsked: () => number === asked });
  });
  element.append(form, status, list);
}

// The quotations of a text, those of few words left out; the whole of one that quotes nothing.
export function listQuotations(text) {
  const quoted = [...text.matchAll(/“([^“”]+)”|"([^"]+)"/g)].map(([, curly, straight]) => curly ?? straight);
  const long = quoted.filter((one) => findWords(one).length >= FEWEST_WORDS);
  const rest = long.length || !text.trim() ? long : [text];
  return rest.slice(0, MOST_CHECKED);
}

async function check(text, { status, list, isAsked }) {
  const quotations = listQuotations(text);
  list.replaceChildren();
  status.textContent = say(quotations.length ? "search_check.working" : "search_check.blank");
  try {
    for (const quotation of quotations) {
      const answer = await ask("quote", { text: quotation });
      if (!isAsked()) return;
      list.append(drawAnswer(quotation, answer));
    }
    const manifest = quotations.length ? await ask("open") : null;
    if (manifest) status.textContent = say("search_check.looked", { orders: sayOrders(manifest.orders) });
  } catch (problem) {
    const known = ["unsupported", "missing"].includes(problem.kind);
    status.textContent = known
      ? say(`search_page.${problem.kind}`)
      : say("search_page.broken", { reason: problem.message });
  }
}

function drawAnswer(quotation, { match, orders, complete, passages }) {
  const shown = quotation.trim();
  const more = passages.length < orders || !complete;
  return make(
    "li",
    { "data-match": match },
    make("blockquote", {}, shown.length > 400 ? `${shown.slice(0, 400)} …` : shown),
    make("p", { class: "check-match" }, say(MATCHES[match], { count: FEWEST_WORDS })),
    more && passages.length ? make("p", {}, say("search_check.more", { orders: sayOrders(orders) })) : null,
    !complete && !passages.length ? make("p", {}, say("search_check.incomplete")) : null,
    ...passages.map(drawPassage),
  );
}

function drawPassage({ address, anchor, name, title, pin, citation, before, words, behind, differences }) {
  const place = new URL(`${address}/${anchor ? `#${anchor}` : ""}`, SITE).href;
  const [cited, front, page, end] = citation;
  const printed = cited + front + page + end;
  return make(
    "div",
    { class: "check-passage" },
    make("h3", {}, make("a", { href: place }, name || title || say("search_page.untitled"))),
    printed ? make("p", {}, make("em", {}, cited), front + page + end) : null,
    pin ? make("p", { class: "search-facts" }, sayPlace(pin)) : null,
    make("p", { class: "search-excerpt" }, before, make("mark", {}, words), behind),
    differences.length
      ? make("ul", {}, ...differences.map((one) => make("li", {}, sayDifference(one))))
      : null,
  );
}

function sayPlace({ page, sheet, line, note }) {
  const number = page ? say("search_check.page", { page }) : sheet && say("search_check.sheet", { sheet });
  return [
    number,
    number && line ? say("search_check.line", { line }) : "",
    note ? say("search_check.note", { note }) : "",
  ].filter(Boolean).join(", ");
}

function sayDifference({ quoted, here }) {
  if (!here) return say("search_check.only_quoted", { quoted });
  return quoted ? say("search_check.differs", { quoted, here }) : say("search_check.only_here", { here });
}

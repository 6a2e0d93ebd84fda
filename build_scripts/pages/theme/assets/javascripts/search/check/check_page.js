// The page that checks quotations and citations: what is pasted into it, and what the orders know of it.

import { SITE, ask } from "../client.js";
import { make, sayOrders } from "../page/elements.js";
import { say, sayDay } from "../words.js";
import { FEWEST_WORDS, findWords } from "./quoted.js";

const MOST_CHARACTERS = 200_000;
const MOST_CHECKED = 60; // quotations, and citations
const MATCHES = {
  exact: "search_check.exact", marked: "search_check.marked", near: "search_check.near",
  absent: "search_check.absent", refused: "search_check.refused",
};

const STANDINGS = {
  here: "search_check.here", cited: "search_check.cited", unknown: "search_check.unknown",
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
  const cited = make("section", { hidden: true, "aria-labelledby": "check-cited" });
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
    check(input.value, { status, list, cited, isAsked: () => number === asked });
  });
  element.append(form, status, list, cited);
}

// The quotations of a text, those of few words left out; the whole of one that quotes nothing.
export function listQuotations(text) {
  const quoted = [...text.matchAll(/“([^“”]+)”|"([^"]+)"/g)].map(([, curly, straight]) => curly ?? straight);
  const long = quoted.filter((one) => findWords(one).length >= FEWEST_WORDS);
  const rest = long.length || !text.trim() ? long : [text];
  return rest.slice(0, MOST_CHECKED);
}

async function check(text, { status, list, cited, isAsked }) {
  const quotations = listQuotations(text);
  list.replaceChildren();
  cited.hidden = true;
  status.textContent = say(quotations.length ? "search_check.working" : "search_check.blank");
  try {
    for (const quotation of quotations) {
      const answer = await ask("quote", { text: quotation });
      if (!isAsked()) return;
      list.append(drawAnswer(quotation, answer));
    }
    const citations = text.trim() ? await ask("cited", { text }) : [];
    if (!isAsked()) return;
    await checkCited(citations.slice(0, MOST_CHECKED), cited, isAsked);
    if (!isAsked()) return;
    const manifest = quotations.length ? await ask("open") : null;
    if (manifest) status.textContent = say("search_check.looked", { orders: sayOrders(manifest.orders) });
  } catch (problem) {
    const known = ["unsupported", "missing"].includes(problem.kind);
    status.textContent = known
      ? say(`search_page.${problem.kind}`)
      : say("search_page.broken", { reason: problem.message });
  }
}

async function checkCited(citations, section, isAsked) {
  const items = make("ol", { class: "check-answers" });
  section.replaceChildren(make("h2", { id: "check-cited" }, say("search_check.citations")), items);
  for (const one of citations) {
    const found = await ask("lookUp", one);
    if (!isAsked()) return;
    items.append(drawCited(one, found));
    section.hidden = false;
  }
}

function drawCited({ printed, name }, { standing, here, named, citing, complete }) {
  const search = new URL("search/", SITE);
  search.searchParams.set("q", printed);
  return make(
    "li",
    { "data-standing": standing },
    make("p", {}, make("strong", {}, name ? `${name}, ${printed}` : printed)),
    make("p", { class: "check-match" }, say(STANDINGS[standing])),
    named.length ? make("p", {}, say("search_check.named")) : null,
    ...[...here, ...named].map(drawHere),
    citing ? make("p", {}, make("a", { href: search.href }, sayCiting(citing, complete))) : null,
  );
}

function drawHere({ address, case_name: called, title, court, date, otherName, otherYear }) {
  const differs = [
    otherName ? say("search_check.name_differs", { name: called }) : "",
    otherYear ? say("search_check.year_differs", { date: sayDay(date) }) : "",
  ].filter(Boolean);
  return make(
    "div",
    { class: "check-passage" },
    make("h3", {}, make("a", { href: new URL(`${address}/`, SITE).href }, called || title)),
    make("p", { class: "search-facts" }, [title, court, date && sayDay(date)].filter(Boolean).join(" · ")),
    differs.length ? make("ul", {}, ...differs.map((one) => make("li", {}, one))) : null,
  );
}

function sayCiting(count, complete) {
  const orders = say("search_counts.cited_by", { count });
  return complete ? orders : say("search_counts.more_than", { orders });
}

function drawAnswer(quotation, { match, orders, complete, compared, passages }) {
  const shown = quotation.trim();
  const more = passages.length < orders || !complete;
  return make(
    "li",
    { "data-match": match },
    make("blockquote", {}, shown.length > 400 ? `${shown.slice(0, 400)} …` : shown),
    make("p", { class: "check-match" }, say(MATCHES[match], { count: FEWEST_WORDS })),
    compared ? make("p", {}, say("search_check.compared", { count: compared })) : null,
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

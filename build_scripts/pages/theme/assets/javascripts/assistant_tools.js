// Offers this page's search to an assistant in the browser, where the browser lets pages do so:
// WebMCP, a draft (https://webmachinelearning.github.io/webmcp/). The search page loads it, where
// the archive's settings say so; its answers are those of `orders mcp`, which reads the tables of
// rulings and citations besides.

import { ask } from "./search/page.js";

const SITE = new URL("../../", import.meta.url);
const ROOM = 4000; // characters of an answer, about
const PAGE = 10; // orders that a search gives at once
const notice = document.querySelector("[data-assistant]").dataset.assistant;

const START = { type: "integer", minimum: 0, description: "Where to go on: `next` of the answer before." };

const TOOLS = [
  {
    name: "search",
    description: "Find orders in this archive, with the passages that match and their addresses.",
    inputSchema: {
      type: "object",
      properties: {
        query: {
          type: "string",
          description: 'Words, "exact phrases", AND, OR, NOT, /5, fields such as judge:roe after:2020, '
            + "citations, docket numbers.",
        },
        start: START,
      },
      required: ["query"],
    },
    execute: search,
  },
  {
    name: "read",
    description: "Read an order, passage by passage, each with its page and address.",
    inputSchema: {
      type: "object",
      properties: { address: { type: "string", description: "As a search gives it." }, start: START },
      required: ["address"],
    },
    execute: read,
  },
  {
    name: "check_quote",
    description: "Say whether an order has these words: exactly, nearly and what differs, or not at all.",
    inputSchema: {
      type: "object",
      properties: { quotation: { type: "string", description: "Words as quoted: four at least." } },
      required: ["quotation"],
    },
    execute: checkQuote,
  },
];

async function search({ query, start = 0 }) {
  const page = Math.floor(start / PAGE) + 1;
  const found = await ask("search", { text: query, page });
  const hits = found.hits.slice(start % PAGE);
  const excerpts = await ask("excerpts", { text: query, ranks: hits.map((hit) => hit.rank) });
  const orders = hits.map((hit, place) => ({
    case_name: hit.case_name, title: hit.title, docket: hit.docket, court: hit.court, date: hit.date,
    disposition: hit.disposition, address: `${hit.address}/`,
    passages: excerpts[place].excerpts.map(({ anchor, text }) => (
      { text, address: `${hit.address}/${anchor ? `#${anchor}` : ""}` }
    )),
  }));
  const head = { notice, read_as: found.readAs, notes: found.notes, total: found.total };
  return fill(head, "orders", orders, start, start + hits.length < found.total);
}

async function read({ address, start = 0 }) {
  const [path, anchor] = address.split("#");
  const page = new URL(path.replace(/\/?$/, "/"), SITE);
  if (!page.href.startsWith(SITE.href)) throw new Error("That is not an address of this archive.");
  const response = await fetch(page);
  if (!response.ok) throw new Error(`There is no order at ${path}.`);
  const shown = new DOMParser().parseFromString(await response.text(), "text/html");
  const text = shown.querySelector(".order-text");
  if (!text) throw new Error(`${path} is no order's page.`);
  const passages = [...listPassages(text, shown, page.pathname.slice(SITE.pathname.length))];
  const named = passages.findIndex((one) => one.address.endsWith(`#${anchor}`));
  const first = start || (anchor ? Math.max(named, 0) : 0);
  const head = { notice, case_name: shown.querySelector("h1").textContent, cite: readCitation(shown) };
  return fill(head, "passages", passages.slice(first), first, false);
}

async function checkQuote({ quotation }) {
  const { match, orders, complete, compared, passages } = await ask("quote", { text: quotation });
  const places = passages.map(({ address, anchor, citation, words, differences, pin }) => ({
    text: words, page: pin?.page, cite: citation.join(""), differences,
    address: `${address}/${anchor ? `#${anchor}` : ""}`,
  }));
  return fill({ notice, match, orders, complete, compared: compared || undefined }, "passages", places, 0, false);
}

// Each paragraph, heading and note with the page on which it begins.
function* listPassages(text, shown, address) {
  let page = shown.querySelector(".cite-pin")?.dataset.firstPage ?? "";
  for (const block of text.querySelectorAll("[id^='p-'], li[id^='fn:'], p.page-break")) {
    const marks = [...block.querySelectorAll(".page-mark")];
    const words = block.cloneNode(true);
    words.querySelectorAll(".page-mark, .footnote-backref, sup").forEach((one) => one.remove());
    if (!block.matches(".page-break")) {
      const place = page ? { page } : {};
      yield { text: words.textContent.replace(/\s+/g, " ").trim(), ...place, address: `${address}#${block.id}` };
    }
    const last = marks.at(-1)?.getAttribute("href") ?? "";
    if (last) page = last.startsWith("#at-") ? last.slice(4) : "";
  }
}

function readCitation(shown) {
  return shown.querySelector(".cite-text")?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

// As many items as there is room for, one at least; `next` says where to go on.
function fill(head, name, items, start, more) {
  let left = ROOM - JSON.stringify(head).length;
  const fitting = items.findIndex((item) => (left -= JSON.stringify(item).length) < 0);
  const count = fitting < 0 ? items.length : Math.max(fitting, 1);
  const partial = more || count < items.length;
  return { ...head, [name]: items.slice(0, count), partial, ...(partial ? { next: start + count } : {}) };
}

const context = document.modelContext ?? navigator.modelContext;
for (const tool of context?.registerTool ? TOOLS : []) {
  await context.registerTool({ ...tool, annotations: { readOnlyHint: true } });
}

// The pages that were written by hand, searched too: few enough to be read as they are, after the
// orders have been shown. The search page lists them (`data-pages` of #search-page).

import { SITE } from "../client.js";
import { dropPossessive, foldWords } from "../query/query_tokens.js";

const AROUND = 90;
let reading = null;

// Pages that hold all words of the search: [{address, title, excerpt}].
export async function findPages(text) {
  const words = foldWords(text.split(/\s+/).map(dropPossessive).join(" "));
  if (!words.length || /[a-z]:|\/\d|\/[sp]\b|(^|\s)-/i.test(text)) return [];
  reading ??= readPages();
  const pages = await reading;
  return pages.filter(({ held }) => words.every((word) => held.has(word))).map((page) => ({
    address: page.address, title: page.title, excerpt: cutExcerpt(page.text, words[0]),
  }));
}

async function readPages() {
  const listed = document.querySelector("#search-page")?.dataset.pages ?? "";
  const pages = await Promise.all(listed.split(" ").filter(Boolean).map(readPage));
  return pages.filter(Boolean);
}

async function readPage(path) {
  const address = new URL(path, SITE).href;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = page.querySelector("article");
  if (!article) return null;
  const title = article.querySelector("h1")?.textContent.trim() ?? page.title;
  const text = article.textContent.replace(/\s+/g, " ").trim();
  return { address, title, text, held: new Set(foldWords(text)) };
}

function cutExcerpt(text, word) {
  const place = Math.max(text.toLowerCase().search(new RegExp(`(?<![a-z])${word}`)), 0);
  const start = Math.max(0, place - AROUND);
  const end = Math.min(text.length, place + AROUND);
  const cut = text.slice(start, end).replace(start ? /^\S*\s/ : /^/, "");
  return `${start ? "… " : ""}${end < text.length ? cut.replace(/\s\S*$/, " …") : cut}`;
}

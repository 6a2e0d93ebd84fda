// The pages that were written by hand, searched when a reader asks: few enough to be read as they are. The search page lists them (`data-pages` of #search-page).

import { SITE, ask } from "../client.js";

const BLOCKS = "h2, h3, h4, p, li, dt, dd, th, td, pre";
let reading = null;

// Pages that hold what the search asks for: [{address, title, excerpts, words}], as of orders.
export async function findPages(text) {
  reading ??= readPages();
  const pages = await reading;
  if (!pages.length) return [];
  const found = await ask("pages", { text, pages });
  return found.map(({ place, ...hit }) => (
    { address: pages[place].address, title: pages[place].title, ...hit }
  ));
}

// Whether there are any.
export function hasPages() {
  return listPages().length > 0;
}

function listPages() {
  const listed = document.querySelector("#search-page")?.dataset.pages ?? "";
  return listed.split(" ").filter(Boolean);
}

async function readPages() {
  const pages = await Promise.all(listPages().map(readPage));
  return pages.filter(Boolean);
}

async function readPage(path) {
  const address = new URL(path, SITE).href;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = page.querySelector("article");
  if (!article) return null;
  for (const sign of article.querySelectorAll(".headerlink")) sign.remove();
  const title = article.querySelector("h1")?.textContent.trim() ?? page.title;
  return { address, title, blocks: listBlocks(article) };
}

// Its text, block by block, each with the heading it stands under: [[anchor, text], …].
function listBlocks(article) {
  const blocks = [];
  let anchor = "";
  for (const one of article.querySelectorAll(BLOCKS)) {
    if (/^H/.test(one.tagName) && one.id) anchor = one.id;
    const text = one.textContent.replace(/\s+/g, " ").trim();
    if (text && !one.querySelector(BLOCKS)) blocks.push([anchor, text]);
  }
  return blocks;
}

// The search box on every page. This small file is all that a page loads; the rest comes when a
// reader turns to the box, opens the search page, or arrives from a search.

const BOX = ":is(.search-box, .home-search) input";

// Loaded on first use; a module is fetched once however often it is asked for.
const loadPage = () => import("./page.js");

document.addEventListener("focusin", (event) => {
  if (event.target.matches?.(BOX)) loadPage().then(({ attach }) => attach(event.target));
});

// On an order's page `in:this` is this order.
document.addEventListener("submit", ({ target }) => {
  const box = target.matches(".search-in-header") && document.querySelector(".order-page") && target.elements.q;
  if (!box) return;
  const site = new URL("../../../", import.meta.url).pathname;
  const address = location.pathname.slice(site.length).replace(/(?:index\.html)?$/, "").replace(/\/$/, "");
  box.value = box.value.replace(/(?<=^|[ (])in:this(?!\w)/i, `in:${address}`);
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const boxes = [...document.querySelectorAll(BOX)];
  const box = boxes.reverse().find((one) => one.offsetParent !== null);
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// Where the theme changes pages without loading them anew, the header stays: its addresses are read
// once, beside the page that they were written for.
const header = document.querySelector(".search-in-header");
const headerLink = document.querySelector(".search-link");
if (header) header.action = new URL(header.getAttribute("action"), location.href).href;
if (headerLink) headerLink.href = new URL(headerLink.getAttribute("href"), location.href).href;

function turnToPage() {
  const page = document.querySelector("#search-page");
  if (page) loadPage().then(({ open }) => open(page));
  const check = document.querySelector("#check-page");
  if (check) import("./check.js").then(({ open }) => open(check));
  const marks = new URLSearchParams(location.search).getAll("mark");
  if (marks.length) import("./page/arrival.js").then(({ markWords }) => markWords(marks));
}

// Where the theme changes pages without loading them anew, it says so.
if (globalThis.document$) {
  globalThis.document$.subscribe(turnToPage);
} else {
  turnToPage();
}

/* On narrow windows, where the list of contents has no room: a button at the window's foot that says
   which page is being read, and opens the sections and the pages. Made of the list that the page has
   for wide windows, and of its page marks. */

import { say } from "./words.js";

const LIST = ".md-sidebar--secondary a.md-nav__link";
const MARKS = ".order-text a.page-mark[id^='page-']";
const READ_AT = 0.3; // of the window's height: where eyes are

/** The pages in a row: the element where each begins, and the number that it bears. */
function listPages(text) {
  const pages = [...document.querySelectorAll(MARKS)].map((mark) => {
    const label = mark.querySelector(".page-mark__word")?.nextSibling?.textContent.trim() ?? "";
    return { begins: mark, label };
  });
  const [second] = pages; // the page that the text begins with mostly has no mark
  if (second && second.begins.id !== "page-1" && Number(second.label) > 1) {
    pages.unshift({ begins: text, label: String(second.label - 1) });
  }
  return pages;
}

function findPage(pages) {
  const line = innerHeight * READ_AT;
  const isAbove = ({ begins }) => {
    const seen = begins.closest("details:not([open])") ?? begins; // a fold's insides have no place
    return seen.getBoundingClientRect().top < line;
  };
  return pages.findLast(isAbove) ?? pages[0];
}

function writeLink(href, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  link.textContent = words;
  item.append(link);
  return item;
}

function writeList(name, items) {
  const list = document.createElement("ul");
  list.className = name;
  list.append(...items);
  return list;
}

function writeSections() {
  return [...document.querySelectorAll(LIST)].map((link) => {
    const item = writeLink(link.getAttribute("href"), link.textContent.trim());
    let depth = 0;
    for (let list = link.closest("ul"); list; list = list.parentElement.closest("ul")) depth += 1;
    item.dataset.depth = depth;
    return item;
  });
}

function writeHeading(words) {
  const heading = document.createElement("h2");
  heading.textContent = words;
  return heading;
}

function begin() {
  const text = document.querySelector(".order-text");
  if (!text || document.querySelector(".contents-pill")) return;
  const pages = listPages(document.getElementById("text-of-the-order"));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "contents-pill";
  button.setAttribute("aria-haspopup", "dialog");

  function tell() {
    button.textContent =
      pages.length > 1
        ? say("script_contents.button_page", {
            page: findPage(pages).label,
            last: pages.at(-1).label,
          })
        : say("script_contents.button");
  }

  const sheet = document.createElement("dialog");
  sheet.className = "contents-sheet md-typeset";
  sheet.setAttribute("aria-label", say("script_contents.button"));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "cite-button";
  close.textContent = say("script_contents.close");
  close.addEventListener("click", () => sheet.close());
  sheet.append(
    close,
    writeHeading(say("script_contents.sections")),
    writeList("contents-sheet__sections", writeSections()),
  );
  if (pages.length > 1) {
    const links = pages.map(({ begins, label }) => writeLink(`#${begins.id}`, label));
    sheet.append(
      writeHeading(say("script_contents.pages")),
      writeList("contents-sheet__pages", links),
    );
  }
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest("a")) sheet.close();
  });
  button.addEventListener("click", () => sheet.showModal());
  let waits = false;
  function follow() {
    if (!button.isConnected) removeEventListener("scroll", follow);
    else if (!waits) {
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        tell();
      });
    }
  }
  addEventListener("scroll", follow, { passive: true });
  tell();
  text.closest("article").append(button, sheet);
}

// The theme tells of every page that it shows, the first one too.
if (window.document$) window.document$.subscribe(begin);
else begin();

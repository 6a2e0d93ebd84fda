/* On narrow windows, where the list of contents has no room: a button at the window's foot that says
   which page is being read, and opens the sections and the pages. Made of the list that the page has
   for wide windows, and of its page marks. */

import { say } from "./words.js";

const LIST = ".md-sidebar--secondary a.md-nav__link";
const MARKS = ".order-text a.page-mark[id^='page-']";
const READ_AT = 0.3; // of the window's height: where eyes are

/** The number that a page bears, as its mark says it. */
function readLabel(mark) {
  const word = mark.querySelector(".page-mark__word");
  return word?.nextSibling?.textContent.trim() ?? "";
}

function findPage(marks) {
  const line = innerHeight * READ_AT;
  return marks.findLast((mark) => mark.getBoundingClientRect().top < line) ?? marks[0];
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
    for (let nav = link.closest("nav"); nav; nav = nav.parentElement.closest("nav")) depth += 1;
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
  const marks = [...document.querySelectorAll(MARKS)];
  const labels = marks.map(readLabel);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "contents-pill";
  button.setAttribute("aria-haspopup", "dialog");

  function tell() {
    const page = readLabel(findPage(marks) ?? text);
    const where = marks.length > 1 ? { page, last: labels.at(-1) } : null;
    button.textContent = where
      ? say("script_contents.button_page", where)
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
  if (marks.length > 1) {
    const pages = marks.map((mark, place) => writeLink(`#${mark.id}`, labels[place]));
    sheet.append(
      writeHeading(say("script_contents.pages")),
      writeList("contents-sheet__pages", pages),
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

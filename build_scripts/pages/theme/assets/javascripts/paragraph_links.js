/* A link to the paragraph that a reader points at or taps.

   One link for the whole text, not one a paragraph: it moves. By keyboard it is one stop, before the
   text at first, and arrow keys take it from paragraph to paragraph. It does not follow the focus:
   going back through the links of a text, it would stand in the way. Its sign is drawn by the style
   sheet, so that nobody copies it. */

import { say } from "./words.js";

const NUMBERED = '.order-page [id^="p-"]';
const FIRST = `${NUMBERED}:not(h3, h4, h5, h6)`; // in a heading it would be heard as words of it

let link = null;

function makeLink() {
  link = document.createElement("a");
  link.className = "paragraph-link";
  return link;
}

function moveTo(block) {
  link ??= makeLink();
  if (link.parentElement === block) return;
  const number = block.id.slice("p-".length);
  link.href = `#${block.id}`;
  link.title = say("script_paragraphs.title");
  link.setAttribute("aria-label", say("script_paragraphs.label", { number }));
  const hadFocus = document.activeElement === link;
  block.prepend(link);
  if (hadFocus) link.focus({ preventScroll: true });
}

function follow(event) {
  const block = event.target instanceof Element ? event.target.closest(NUMBERED) : null;
  if (block && event.target !== link) moveTo(block);
}

/** Begin before the first paragraph, on this page and on one that was loaded in its place. */
function begin() {
  const first = link?.isConnected ? null : document.querySelector(FIRST);
  if (first) moveTo(first);
}

document.addEventListener("pointerover", follow);
document.addEventListener("keydown", (event) => {
  begin();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || document.activeElement !== link) return;
  const blocks = [...document.querySelectorAll(NUMBERED)];
  const next = blocks[blocks.indexOf(link.parentElement) + step];
  event.preventDefault();
  if (!next) return;
  moveTo(next);
  next.scrollIntoView({ block: "nearest" });
});

begin();

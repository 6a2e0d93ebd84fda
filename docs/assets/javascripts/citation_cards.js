/* A small card beside a citation that is pointed at, or reached by keyboard: what is cited, where it
   can be read, who else here cites it. All of it stands in the page's table of authorities already,
   row by row; without this script the page lacks nothing.

   After WCAG 1.4.13 the card can be dismissed (Esc), pointed at itself, and stays until pointer and
   focus have left. A finger follows the link as ever. The card stands outside of the text, so that
   nobody copies it; Tab leads from the citation into it and on to the next link of the text. */

const CITATION = ".order-page [data-authority]";
const CARD_ID = "citation-card";
const OPENS_AFTER = 250; // milliseconds of pointing: a pointer that passes opens nothing
const CLOSES_AFTER = 300; // time enough to move from the citation to its card
const GAP = 6; // pixels between the citation's lines and the card
const EDGE = 8; // pixels between the card and the window's edge

let card = null;
let shown = null; // the citation that the card is about
let awaited = null; // the citation that opens it next
let dismissed = null; // the citation whose card was closed by Esc: it opens anew when left first
let timer = 0;
const titles = new WeakMap();

/* ---- What the card says ---- */

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
  const orders = Number(cell.dataset.orders);
  const page = cell.querySelector("a");
  if (!orders) return null;
  const words = orders > 1 ? `Cited by ${orders} orders here` : "No other order here cites it";
  const line = writeLine("orders");
  if (!page) {
    line.textContent = words;
    return line;
  }
  const link = document.createElement("a");
  link.href = page.href;
  link.textContent = orders > 1 ? words : "This authority’s page";
  line.append(...(orders > 1 ? [link] : [`${words}. `, link]));
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
  if (pin) pin.textContent = `Cited at ${citation.dataset.pin}`;
  return [authority, pin, leads, orders].filter(Boolean);
}

/* ---- Where it stands ---- */

function place() {
  if (!shown?.isConnected) {
    close();
    return;
  }
  const lines = shown.getBoundingClientRect(); // all lines of it: none is covered
  const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const bottom = document.documentElement.clientHeight;
  if (lines.bottom < top || lines.top > bottom) {
    close();
    return;
  }
  const above = lines.top - GAP - EDGE - Math.max(top, 0);
  const below = bottom - lines.bottom - GAP - EDGE;
  card.style.maxHeight = "none";
  const height = card.offsetHeight;
  const goesBelow = height <= below || below >= above;
  const room = Math.max(goesBelow ? below : above, 0);
  card.style.maxHeight = `${room}px`;
  const tall = Math.min(height, room);
  card.style.top = `${goesBelow ? lines.bottom + GAP : lines.top - GAP - tall}px`;
  const widest = document.documentElement.clientWidth - card.offsetWidth - EDGE;
  card.style.left = `${Math.max(EDGE, Math.min(lines.left, widest))}px`;
}

/* ---- Opening and closing ---- */

function open(citation) {
  clearTimeout(timer);
  awaited = null;
  if (citation === shown || citation === dismissed) return;
  close();
  const lines = writeLines(citation);
  if (!lines.length) return;
  if (!card?.isConnected) {
    card = document.createElement("div");
    card.id = CARD_ID;
    card.className = "citation-card";
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", "About this citation");
    document.body.append(card);
  }
  card.replaceChildren(...lines);
  card.hidden = false;
  shown = citation;
  citation.setAttribute("aria-describedby", CARD_ID);
  place();
}

function close() {
  clearTimeout(timer);
  awaited = null;
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  const title = titles.get(shown);
  if (title && shown !== dismissed) shown.title = title;
  shown = null;
  card.hidden = true;
}

/** The title says where the link leads; the card says it too, and both at one time are too much. */
function takeTitle(citation) {
  if (!citation.title) return;
  titles.set(citation, citation.title);
  citation.removeAttribute("title");
}

function isHeld() {
  const focused = document.activeElement;
  const byKeyboard = focused === shown && shown.matches(":focus-visible");
  return byKeyboard || (focused && card?.contains(focused));
}

function closeLater() {
  clearTimeout(timer);
  awaited = null;
  timer = setTimeout(() => {
    if (!isHeld()) close();
  }, CLOSES_AFTER);
}

function findCitation(node) {
  return node instanceof Element ? node.closest(CITATION) : null;
}

function isInCard(node) {
  return node instanceof Node && Boolean(card?.contains(node));
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  if (isInCard(event.target)) {
    clearTimeout(timer);
    return;
  }
  const citation = findCitation(event.target);
  if (!citation || event.buttons) return; // a pressed button selects words
  takeTitle(citation);
  clearTimeout(timer);
  if (citation === shown) return;
  awaited = citation;
  timer = setTimeout(() => awaited && open(awaited), OPENS_AFTER);
});

document.addEventListener("pointerout", (event) => {
  if (event.pointerType === "touch") return;
  const left = findCitation(event.target);
  if (!left && !isInCard(event.target)) return;
  const next = event.relatedTarget;
  if (isInCard(next) || (left && left.contains(next))) return;
  if (left === dismissed) dismissed = null;
  closeLater();
});

document.addEventListener("pointerdown", (event) => {
  if (!isInCard(event.target)) close();
});

document.addEventListener("focusin", (event) => {
  if (isInCard(event.target)) return;
  const citation = findCitation(event.target);
  if (citation?.matches(":focus-visible")) {
    takeTitle(citation);
    open(citation);
  } else if (shown) {
    close();
  }
});

document.addEventListener("focusout", (event) => {
  if (event.target === dismissed) dismissed = null;
  if (shown && !event.relatedTarget) closeLater();
});

document.addEventListener("keydown", (event) => {
  if (!shown) return;
  const focused = document.activeElement;
  if (event.key === "Escape") {
    const citation = shown;
    dismissed = citation;
    if (isInCard(focused)) citation.focus({ preventScroll: true });
    close();
  } else if (event.key === "Tab") {
    const links = [...card.querySelectorAll("a")];
    if (focused === shown && !event.shiftKey && links.length) {
      event.preventDefault();
      links[0].focus({ preventScroll: true });
    } else if (focused === links[0] && event.shiftKey) {
      event.preventDefault();
      shown.focus({ preventScroll: true });
    } else if (focused === links.at(-1) && !event.shiftKey) {
      shown.focus({ preventScroll: true }); // the browser goes on from there
    }
  }
});

for (const change of ["scroll", "resize"]) {
  addEventListener(change, () => shown && place(), { passive: true });
}

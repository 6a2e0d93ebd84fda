/* Cards beside marks in an order's text: what a citation is, what a footnote says.

   After WCAG 1.4.13 a card can be dismissed (Esc), pointed at itself, and stays until pointer and
   focus have left. It stands outside of the text, so that nobody copies it. Arrow keys lead from the mark
   to its links and back, Tab to the next mark: 158 citations were 470 stops of the Tab key. */

import { say } from "./words.js";

const OPENS_AFTER = 250; // milliseconds of pointing: a pointer that passes opens nothing
const CLOSES_AFTER = 300; // time enough to move from the mark to its card
const GAP = 6; // pixels between the mark's lines and the card
const EDGE = 8; // pixels between the card and the window's edge

/** Show a card beside each element that the selector `marks` finds, on this page and the next.

    `name` is the card's id and class, `label` what it is called, `write(mark)` returns its children,
    none for no card. With `opensOnTap` a finger's first tap opens it, the second follows the link. */
export function offerCards({ marks, name, label, write, opensOnTap = false }) {
  let card = null;
  let shown = null; // the mark that the card is about
  let awaited = null; // the mark that opens it next
  let dismissed = null; // the mark whose card was closed by Esc: it opens anew when left first
  let tapped = null; // the mark whose card was open when a finger came down on it
  let timer = 0;
  const titles = new WeakMap();

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

  function open(mark, byKeyboard = false) {
    clearTimeout(timer);
    awaited = null;
    if (mark === shown || mark === dismissed) return;
    close();
    const lines = write(mark);
    if (!lines.length) return;
    if (!card?.isConnected) {
      card = document.createElement("div");
      card.id = name;
      card.className = `card ${name}`;
      card.setAttribute("role", "group");
      card.setAttribute("aria-label", label);
      (document.querySelector("main") ?? document.body).append(card);
    }
    card.replaceChildren(...lines);
    const links = [...card.querySelectorAll("a")];
    for (const link of links) link.tabIndex = -1;
    if (byKeyboard && links.length) {
      const keys = document.createElement("p");
      keys.className = "card__keys";
      keys.textContent = say("script_cards.keys");
      card.append(keys);
    }
    card.scrollTop = 0;
    card.hidden = false;
    shown = mark;
    mark.setAttribute("aria-describedby", name);
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

  /** A title says less than the card does, and both at one time are too much. */
  function takeTitle(mark) {
    if (!mark.title) return;
    titles.set(mark, mark.title);
    mark.removeAttribute("title");
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

  function findMark(node) {
    return node instanceof Element ? node.closest(marks) : null;
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
    const mark = findMark(event.target);
    if (!mark || event.buttons) return; // a pressed button selects words
    takeTitle(mark);
    clearTimeout(timer);
    if (mark === shown) return;
    awaited = mark;
    timer = setTimeout(() => awaited && open(awaited), OPENS_AFTER);
  });

  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch") return;
    const left = findMark(event.target);
    if (!left && !isInCard(event.target)) return;
    const next = event.relatedTarget;
    if (isInCard(next) || (left && left.contains(next))) return;
    if (left === dismissed) dismissed = null;
    closeLater();
  });

  document.addEventListener("pointerdown", (event) => {
    if (isInCard(event.target)) return;
    const byFinger = event.pointerType === "touch";
    tapped = byFinger ? { before: shown, mark: findMark(event.target) } : null;
    close();
  });

  document.addEventListener("click", (event) => {
    const tap = tapped;
    tapped = null;
    const mark = findMark(event.target);
    if (!opensOnTap || !mark || tap?.mark !== mark || tap.before === mark) return;
    dismissed = null;
    open(mark);
    if (shown === mark) event.preventDefault();
  });

  document.addEventListener("focusin", (event) => {
    if (isInCard(event.target)) return;
    const mark = findMark(event.target);
    if (mark?.matches(":focus-visible")) {
      takeTitle(mark);
      open(mark, true);
    } else if (shown && mark !== shown) {
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
      const mark = shown;
      dismissed = mark;
      if (isInCard(focused)) mark.focus({ preventScroll: true });
      close();
    } else if (event.key === "Tab" && isInCard(focused)) {
      shown.focus({ preventScroll: true }); // the browser goes on from there
      if (event.shiftKey) event.preventDefault();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const stops = [shown, ...card.querySelectorAll("a")];
      const next = stops.indexOf(focused) + (event.key === "ArrowDown" ? 1 : -1);
      if (!stops.includes(focused) || !stops[next]) return; // the page scrolls
      event.preventDefault();
      stops[next].focus({ preventScroll: true });
    }
  });

  addEventListener("hashchange", close); // a link of the card that was followed

  for (const change of ["scroll", "resize"]) {
    addEventListener(change, () => shown && place(), { passive: true });
  }
}

/* What an order's page does beside being read. What only some windows need comes when one does. */

import "./cite_this_order.js";
import "./citation_cards.js";
import "./footnote_cards.js";
import "./paragraph_links.js";
import { say } from "./words.js";

const NEEDED = [
  ["screen and (max-width: 59.9844em)", () => import("./contents_pill.js")],
  ["screen and (min-width: 68.75em)", () => import("./side_notes.js")],
];

for (const [windows, bring] of NEEDED) {
  const query = matchMedia(windows);
  if (query.matches) bring();
  query.addEventListener("change", () => query.matches && bring());
}

/** Unfold what the address leads into; not every browser does it. */
function unfold() {
  const place = document.querySelector(":target");
  const folded = place?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  place.scrollIntoView();
}

/** A table wider than the window is scrolled by keyboard too, also where no browser offers that by itself. */
function reachWideTables() {
  for (const box of document.querySelectorAll(".order-text .md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

addEventListener("load", reachWideTables);

/** What leads to the owner opens a form first, where the order's data can be had. */
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.(".report a[data-file]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  try {
    const form = await import("./report_form.js");
    await form.open(link);
  } catch {
    location.href = link.href;
  }
});

/** A button where the page says when it was published: the log is read when it is pressed. */
function offerCheck() {
  const item = document.querySelector(".publication:not(:has(button))");
  if (!item) return;
  const [button, result] = ["button", "span"].map((tag) => document.createElement(tag));
  button.className = "cite-button";
  button.textContent = say("script_publication.check");
  result.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    button.disabled = true;
    const { check } = await import("./publication.js");
    result.textContent = ` ${await check(item)}`;
    button.disabled = false;
  });
  item.append(" ", button, result);
}

addEventListener("hashchange", unfold);
for (const begin of [unfold, offerCheck]) {
  if (window.document$) window.document$.subscribe(begin);
  else begin();
}

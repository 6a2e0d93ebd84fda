/* What an order's page does beside being read. What only some windows need comes when one does. */

import "./cite_this_order.js";
import "./citation_cards.js";
import "./footnote_cards.js";
import "./paragraph_links.js";

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

addEventListener("hashchange", unfold);
if (window.document$) window.document$.subscribe(unfold);
else unfold();

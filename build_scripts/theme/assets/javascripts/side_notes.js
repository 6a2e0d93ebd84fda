/* Footnotes in the margin beside their marks, where the window has room for them. They stay in their
   list, for whoever listens, copies or prints; only where they are drawn changes. */

const WIDE = matchMedia("screen and (min-width: 68.75em)");
const GAP = 12; // pixels between two notes

function place(text, notes) {
  const beside = WIDE.matches;
  notes.classList.toggle("footnote--beside", beside);
  if (!beside) return;
  const origin = text.getBoundingClientRect().top;
  const wanted = [...notes.querySelectorAll(":scope > ol > li")].map((item) => {
    const mark = document.getElementById(item.id.replace("fn:", "fnref:"));
    const top = mark?.getClientRects().length ? mark.getBoundingClientRect().top - origin : 0;
    return { item, top, height: item.offsetHeight };
  });
  let free = 0;
  for (const { item, height, top } of wanted) {
    const at = Math.max(top, free);
    item.style.setProperty("--note-top", `${at}px`);
    free = at + height + GAP;
  }
  text.style.setProperty("--notes-end", `${free}px`);
}

function begin() {
  const text = document.querySelector(".order-text");
  const notes = text?.querySelector(":scope > .footnote");
  if (!notes) return;
  const draw = () => place(text, notes);
  WIDE.addEventListener("change", draw);
  new ResizeObserver(draw).observe(text);
}

// The theme tells of every page that it shows, the first one too.
if (window.document$) window.document$.subscribe(begin);
else begin();

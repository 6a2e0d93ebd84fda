/* Footnotes in the margin beside their marks, where the window has room for them. They stay in their
   list, for whoever listens, copies or prints; only where they are drawn changes. A note that finds no
   room near its mark, because it or those before it are long, is drawn in the list, at the text's end. */

const WIDE = matchMedia("screen and (min-width: 68.75em)");
const GAP = 12; // pixels between two notes
const LOWER = 160; // pixels that a note may stand below its mark
const TALLEST = 640; // pixels of a note in the margin: what is longer is read in the measure

function place(text, notes) {
  const items = [...notes.querySelectorAll(":scope > ol > li")];
  for (const item of items) item.classList.toggle("note--beside", WIDE.matches);
  if (!WIDE.matches) return;
  const origin = text.getBoundingClientRect().top;
  const end = notes.getBoundingClientRect().top - origin;
  const wanted = items.map((item) => {
    const mark = document.getElementById(item.id.replace("fn:", "fnref:"));
    const seen = mark?.getClientRects().length && !notes.contains(mark);
    const top = seen ? mark.getBoundingClientRect().top - origin : Infinity;
    return { item, top, height: item.offsetHeight };
  });
  let free = 0;
  for (const { item, height, top } of wanted) {
    const at = Math.max(top, free);
    if (at - top <= LOWER && height <= TALLEST && at + height <= end) {
      item.style.setProperty("--note-top", `${at}px`);
      free = at + height + GAP;
    } else {
      item.classList.remove("note--beside");
    }
  }
}

/** Have the notes drawn anew: what is seen for the first time has not moved. */
function drawAnew(notes) {
  notes.style.display = "none";
  notes.getBoundingClientRect(); // the browser forgets where they stood
  notes.style.display = "";
}

function begin() {
  const text = document.querySelector(".order-text");
  const notes = text?.querySelector(":scope > .footnote");
  if (!notes) return;
  const draw = () => place(text, notes);
  draw();
  drawAnew(notes);
  WIDE.addEventListener("change", draw);
  const observer = new ResizeObserver(draw);
  for (const element of [text, ...notes.querySelectorAll(":scope > ol > li")]) {
    observer.observe(element);
  }
}

// The theme tells of every page that it shows, the first one too.
if (window.document$) window.document$.subscribe(begin);
else begin();

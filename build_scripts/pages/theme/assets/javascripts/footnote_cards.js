/* A footnote's text beside its mark: pointed at, reached by keyboard, or tapped. Without this script
   the mark leads to the note, as it does with a second tap or a click. */

import { offerCards } from "./cards.js";
import { say } from "./words.js";

// What belongs to the note's place on the page, not to its words.
const PLACES = ".footnote-backref, .line-mark, .evidence-mark, .page-mark";

/** The note's paragraphs, as plain copies that no address leads to. */
function copyParagraphs(note) {
  const copy = note.cloneNode(true);
  for (const place of copy.querySelectorAll(PLACES)) place.remove();
  for (const element of copy.querySelectorAll("[id], [data-authority], [title]")) {
    for (const name of ["id", "data-authority", "title"]) element.removeAttribute(name);
  }
  return [...copy.children].filter((child) => child.textContent.trim());
}

function writeNote(mark) {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!note) return [];
  const words = document.createElement("div");
  words.className = "footnote-card__words";
  const label = document.createElement("span");
  label.className = "footnote-card__label";
  label.textContent = note.dataset.label;
  words.append(label, ...copyParagraphs(note));
  const line = document.createElement("p");
  line.className = "footnote-card__way";
  const way = document.createElement("a");
  way.href = mark.href;
  way.textContent = say("script_cards.to_note");
  line.append(way);
  return [words, line];
}

offerCards({
  marks: ".order-page .footnote-ref",
  name: "footnote-card",
  label: say("script_cards.footnote"),
  write: writeNote,
  opensOnTap: true,
});

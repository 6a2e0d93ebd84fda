/* "Cite this order": copy buttons, files for programs that keep references, a pin cite at the page of
   what the reader has selected, and a link to the paragraph. Without this script the page shows the
   Bluebook's form as plain text.

   The page marks of the order's text (a.page-mark) say on which page a word stands: its number as
   printed (#at-3 within the mark); a sheet that bears no number has none, and no pin. Blocks are
   anchored by number (#p-12). Nothing here is made of strings of HTML. */

import { say } from "./words.js";

const TEXT_START = "#text-of-the-order";
const NOT_TEXT =
  ".page-mark, .line-mark, .evidence-mark, .footnote-ref, .footnote-backref, .line-switch";
const BLOCKS = "p, h2, h3, h4, h5, h6, li, td, th";
const SHOWN_FOR = 2500; // milliseconds that a button says what it did

const CHOICES = {
  bluebook: {
    label: say("script_cite.citation"),
    done: say("script_cite.citation_copied"),
    copy: copyBluebook,
  },
  quote: { label: say("script_cite.quote"), done: say("script_cite.quote_copied"), copy: copyQuote },
  link: { label: say("script_cite.link"), done: say("script_cite.link_copied"), copy: copyLink },
  form: { label: say("script_cite.form"), done: say("script_cite.form_copied"), copy: copyForm },
  save: { label: say("script_cite.save"), done: say("script_cite.saved") },
};

let forms = null; // what writes an order for programs that keep references, once it has come
let emptying = null; // the timer that takes away what a button said
let wasOffered = false; // whether Tab has led to what can be done with the selected words
let selected = null; // what the reader selected last in the order's text, or null

/* ---- What is selected ---- */

/** The words of a range, block by block, without the marks that stand among them. */
function readWords(range) {
  const common = range.commonAncestorContainer;
  const root = common.nodeType === Node.TEXT_NODE ? common.parentNode : common;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node) || node.parentElement.closest(NOT_TEXT)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    const text = node.data.slice(from, to);
    const block = node.parentElement.closest(BLOCKS);
    if (text.trim() || pieces.length) pieces.push({ node, text, block });
  }
  while (pieces.length && !pieces.at(-1).text.trim()) pieces.pop();
  return pieces;
}

function joinWords(pieces) {
  const blocks = [];
  let last = null;
  for (const { text, block } of pieces) {
    if (blocks.length && block === last) blocks[blocks.length - 1] += text;
    else blocks.push(text);
    last = block;
  }
  const lines = blocks.map((text) => text.replace(/\s+/g, " ").trim());
  return lines.filter(Boolean).join("\n\n");
}

function isBefore(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Whether a node stands in the order's own text or its notes, and in no other section. */
function isInText(node) {
  const start = document.querySelector(TEXT_START);
  const end = document.querySelector("#cite-this-order");
  if (!start || !end || start.contains(node)) return false;
  return isBefore(start, node) && isBefore(node, end);
}

/** The note that a node stands in, and the mark in the text that leads to it. */
function findNote(node) {
  const note = node.parentElement.closest(".footnote li[data-label]");
  const mark = note && document.getElementById(note.id.replace(/^fn:/, "fnref:"));
  return note ? { label: note.dataset.label, mark } : null;
}

/** The page on which a node stands, that of the last mark before it, and how many come before. */
function findPage(node, firstPage) {
  const note = findNote(node);
  if (note && !note.mark) return { label: "", rank: 0 };
  const place = note ? note.mark : node;
  const page = { label: firstPage, rank: 0 };
  for (const mark of document.querySelectorAll(".order-page a.page-mark[id^='page-']")) {
    if (!isBefore(mark, place)) break;
    page.label = mark.querySelector("[id^='at-']")?.id.slice("at-".length) ?? "";
    page.rank += 1;
  }
  return page;
}

/** The anchor of the block that a node stands in, or of the nearest one before it. */
function findAnchor(node) {
  const note = node.parentElement.closest(".footnote li[id]");
  if (note) return `#${note.id}`;
  const own = node.parentElement.closest("[id^='p-']");
  if (own) return `#${own.id}`;
  let anchor = TEXT_START;
  for (const block of document.querySelectorAll(".order-page [id^='p-']")) {
    if (!isBefore(block, node)) break;
    anchor = `#${block.id}`;
  }
  return anchor;
}

/** The number of the court's own paragraph that a node stands in, "" before the first. */
function findParagraph(node) {
  let number = "";
  for (const mark of document.querySelectorAll(".order-text [id^='para-']")) {
    if (!isBefore(mark, node)) break;
    number = mark.id.slice("para-".length);
  }
  return number;
}

/** "662-64": as the Bluebook's rule 3.2(a) drops digits that repeat, keeping two; "ii-iv". */
function wordRange(from, to) {
  if (from === to) return from;
  let same = 0;
  if (!/^\d+$/.test(from + to)) return `${from}-${to}`;
  while (from.length === to.length && to.length - same > 2 && from[same] === to[same]) same += 1;
  return `${from}-${to.slice(same)}`;
}

function wordPin(first, last) {
  const pin = document.querySelector(".cite-pin");
  if (!pin) return "";
  const { lead, firstPage } = pin.dataset;
  if (lead.endsWith("¶ ")) {
    const [from, to] = [findParagraph(first), findParagraph(last)];
    if (!from || !to || findNote(first) || findNote(last)) return "";
    return from === to ? `${lead}${from}` : `${lead.trimEnd()}¶ ${from}-${to}`;
  }
  const [from, to] = [findPage(first, firstPage), findPage(last, firstPage)];
  if (!from.label || !to.label) return "";
  const [one, other] = [findNote(first), findNote(last)];
  if (one && one.label === other?.label) return `${lead}${from.label} n.${one.label}`;
  if (one || other) return from.rank <= to.rank && !one ? `${lead}${from.label}` : "";
  return `${lead}${wordRange(from.label, to.label)}`;
}

function readSelection() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const pieces = readWords(selection.getRangeAt(0));
  const inText = pieces.filter(({ node }) => isInText(node));
  if (!inText.length) return null;
  const [first, last] = [inText[0].node, inText.at(-1).node];
  return { text: joinWords(inText), pin: wordPin(first, last), anchor: findAnchor(first) };
}

/* ---- What is copied ---- */

function linkHere() {
  const here = new URL(location.href);
  here.hash = selected ? selected.anchor : "";
  return here.href;
}

function copyBluebook() {
  const cited = document.querySelector(".cite-text");
  const shell = document.createElement("span");
  for (const node of cited.childNodes) {
    shell.append(node.localName === "em" ? node.cloneNode(true) : node.textContent);
  }
  return { plain: shell.textContent, rich: shell };
}

function copyQuote() {
  const cited = copyBluebook();
  const shell = document.createElement("div");
  const paragraphs = selected.text
    .split("\n\n")
    .map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  paragraphs[0].prepend("“");
  paragraphs.at(-1).append("” ", cited.rich);
  shell.append(...paragraphs);
  return { plain: `“${selected.text}” ${cited.plain}`, rich: shell };
}

function copyLink() {
  return { plain: linkHere() };
}

/** The form next to a button, made of the page's values, and how its file is called. */
function makeForm(button) {
  const reference = JSON.parse(document.querySelector(".cite-forms").dataset.reference);
  const ending = button.parentElement.dataset.form;
  const { write, type } = forms[ending];
  return { text: write(reference), type, name: `${reference.key.replaceAll(":", "-")}.${ending}` };
}

function copyForm(button) {
  return { plain: makeForm(button).text.replaceAll("\r\n", "\n") };
}

function saveForm(button) {
  const { text, type, name } = makeForm(button);
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), SHOWN_FOR);
}

async function writeClipboard({ plain, rich }) {
  if (navigator.clipboard?.write && window.ClipboardItem && rich) {
    const kinds = { "text/plain": plain, "text/html": rich.innerHTML };
    const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }
  if (navigator.clipboard?.writeText) return navigator.clipboard.writeText(plain);
  return copyByEvent(plain, rich);
}

/** Where a page is not served securely (a test server, a file), browsers leave only this way. */
function copyByEvent(plain, rich) {
  let filled = false;
  const fill = (event) => {
    event.clipboardData.setData("text/plain", plain);
    if (rich) event.clipboardData.setData("text/html", rich.innerHTML);
    event.preventDefault();
    filled = true;
  };
  document.addEventListener("copy", fill, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", fill);
  if (!filled) throw new Error("The browser copies nothing.");
}

/* ---- Buttons ---- */

function makeButton(kind, name = "") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite-button";
  button.dataset.cite = kind;
  button.textContent = CHOICES[kind].label;
  const spoken = { action: CHOICES[kind].label, form: name };
  if (name) button.setAttribute("aria-label", say("script_cite.form_name", spoken));
  return button;
}

function makeBar() {
  const bar = document.createElement("div");
  bar.className = "cite-bar";
  bar.hidden = true;
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", say("script_cite.selected"));
  bar.append(makeButton("quote"), makeButton("link"));
  return bar;
}

function makeStatus() {
  const status = document.createElement("div");
  status.className = "cite-status";
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  return status;
}

function tell(button, words) {
  const status = document.querySelector(".cite-status");
  status.textContent = words;
  clearTimeout(emptying); // an earlier button's timer would take these words away too soon
  emptying = setTimeout(() => (status.textContent = ""), SHOWN_FOR);
  if (!button.dataset.label) button.dataset.label = button.textContent;
  const { done } = CHOICES[button.dataset.cite];
  const copied = button.dataset.cite === "save" ? done : say("script_cite.copied");
  button.textContent = words === done ? copied : say("script_cite.not_copied");
  clearTimeout(button.saying);
  button.saying = setTimeout(() => {
    button.textContent = button.dataset.label;
  }, SHOWN_FOR);
}

async function answer(button) {
  const choice = CHOICES[button.dataset.cite];
  try {
    if (choice.copy) await writeClipboard(choice.copy(button));
    else saveForm(button);
    tell(button, choice.done);
  } catch {
    tell(button, say("script_cite.refused"));
  }
}

function showSelection() {
  selected = readSelection();
  const pin = document.querySelector(".cite-pin");
  if (pin) pin.textContent = selected ? selected.pin : "";
  const link = document.querySelector(".cite-link");
  if (link) {
    link.href = linkHere();
    link.textContent = linkHere();
  }
  const bar = document.querySelector(".cite-bar");
  if (bar) bar.hidden = !selected;
}

/** Give the page its buttons; a page that has them, or cites nothing, stays as it is. */
function furnish() {
  const cited = document.querySelector(".cite-text");
  document.querySelector(".cite-bar")?.remove();
  if (cited && !document.querySelector(".cite-actions")) {
    const link = Object.assign(document.createElement("a"), { className: "cite-link" });
    const linked = Object.assign(document.createElement("p"), { className: "cite-linked" });
    linked.append(say("script_cite.linked"), " ", link);
    const actions = Object.assign(document.createElement("p"), { className: "cite-actions" });
    actions.append(makeButton("bluebook"), makeButton("link"));
    cited.after(linked, actions);
  }
  document.querySelector(".cite-forms")?.removeAttribute("hidden");
  if (cited) document.body.append(makeBar());
  if (!document.querySelector(".cite-status")) document.body.append(makeStatus());
  showSelection();
}

/** The forms for programs are written, and get their buttons, when somebody unfolds them. */
async function furnishForms(folded) {
  forms = (await import("./reference_forms.js")).FORMS;
  if (folded.querySelector("button")) return;
  const reference = JSON.parse(folded.dataset.reference);
  for (const [ending, { label, write }] of Object.entries(forms)) {
    const head = Object.assign(document.createElement("p"), { className: "cite-label" });
    head.dataset.form = ending;
    head.append(label, " ", makeButton("form", label), " ", makeButton("save", label));
    const text = Object.assign(document.createElement("pre"), { className: "cite-form", tabIndex: 0 });
    text.setAttribute("role", "region");
    text.setAttribute("aria-label", label);
    text.textContent = write(reference).replaceAll("\r\n", "\n").replace(/\n$/, "");
    folded.append(head, text);
  }
}

document.addEventListener(
  "toggle",
  (event) => event.target.matches?.(".cite-forms[open]") && furnishForms(event.target),
  true,
);
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-cite]");
  if (button) answer(button);
});
// A press on a button must not take the reader's selection away.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest?.("button[data-cite]")) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  const bar = document.querySelector(".cite-bar");
  if (!bar || bar.hidden) return;
  if (event.key === "Escape") {
    bar.hidden = true;
  } else if (event.key === "Tab" && !event.shiftKey && !wasOffered) {
    event.preventDefault(); // the first Tab after selecting leads here, the next ones on
    wasOffered = true;
    bar.querySelector("button").focus({ preventScroll: true });
  }
});
document.addEventListener("selectionchange", () => {
  wasOffered = false;
  showSelection();
});
window.addEventListener("hashchange", showSelection);

// The theme tells of every page that it shows, the first one too.
if (window.document$) window.document$.subscribe(furnish);
else furnish();

// The places of an order that a search found, with the words to mark.

import { locatePin } from "../check/pins.js";
import { quoteWords } from "../query/expressions.js";
import { findKeys, plainSigns } from "../query/key_tokens.js";

const MOST = 3;
const MOST_OF_ONE = 20; // of a search within one order
const MOST_FORMS = 24;
const AROUND = 110; // characters shown before and behind the marks

export class ExcerptTaker {
  constructor(highlighter) {
    this.highlighter = highlighter;
  }

  // {excerpts, words, pages}: up to three excerpts, in the text's order, from the blocks ([[anchor, text],
  // …]) that hold most of `marked`, each {anchor, text, marks: [[start, end], …]}. The caption comes
  // last. Where nothing stands in the text, the text's beginning is shown. `words` are the forms in
  // which what is marked stands in the order, for marking them on its page. With the `pins` of an order
  // there are up to twenty excerpts, and `pages` has how often something is marked on each.
  take(blocks, marked, pins = null) {
    const texts = blocks.map(([, text]) => text);
    const found = this.findMarks(texts, marked);
    if (!found.size) {
      const body = blocks.filter(([anchor, text]) => anchor.startsWith("p-") && text);
      const first = (body.length ? body : blocks).slice(0, 1);
      return { excerpts: first.map(([anchor, text]) => cut(anchor, text, [])), words: [], pages: [] };
    }
    const excerpts = cutBest(blocks, found, pins ? MOST_OF_ONE : MOST);
    return { excerpts, words: listForms(texts, found), pages: pins ? countByPage(blocks, found, pins) : [] };
  }

  // The spans to mark in each block that has any: Map of number → [{start, end, kind}].
  findMarks(texts, marked) {
    const found = new Map();
    const add = (number, start, end, kind) => {
      if (!found.has(number)) found.set(number, []);
      found.get(number).push({ start, end, kind });
    };
    const words = marked.flatMap((leaf, kind) => (leaf.kind === "key" ? [] : [[leaf, kind]]));
    const asked = words.map(([leaf]) => [leaf.kind === "word" ? "n" : "x", quoteWords(leaf)]);
    this.highlighter.findSpans(texts, asked).forEach((spans, place) => {
      for (const [number, some] of spans) {
        for (const [start, end] of some) add(number, start, end, words[place][1]);
      }
    });
    const keys = marked.flatMap((leaf, kind) => (leaf.kind === "key" ? [[kind, leaf.key]] : []));
    if (keys.length) {
      const numbers = keys.map(([, key]) => key.match(/[0-9]+/g) ?? []);
      texts.forEach((text, number) => {
        // Looking for citations takes time.
        if (!numbers.some((parts) => parts.every((part) => text.includes(part)))) return;
        for (const one of findKeys(plainSigns(text))) {
          for (const [kind, key] of keys) {
            if (isWithin(one.key, key)) add(number, one.start, one.end, kind);
          }
        }
      });
    }
    return found;
  }
}

// How many marks are on each page, in the sequence of the text: [{page, hits, anchor}, …]; `page` is what it
// is cited by, else its number in the file, "" where no pages are known.
function countByPage(blocks, found, pins) {
  const pages = new Map();
  for (const number of [...found.keys()].sort((a, b) => a - b)) {
    for (const [start] of merge(found.get(number).map((mark) => [mark.start, mark.end]))) {
      const pin = locatePin(pins, [number, start]);
      const page = pin?.page || (pin?.sheet ? String(pin.sheet) : "");
      if (!pages.has(page)) pages.set(page, { page, hits: 0, anchor: anchorAt(blocks, number) });
      pages.get(page).hits += 1;
    }
  }
  return [...pages.values()];
}

function cutBest(blocks, found, most) {
  const kinds = (number) => new Set(found.get(number).map((mark) => mark.kind)).size;
  const best = [...found.keys()].sort((a, b) => (
    kinds(b) - kinds(a) || !blocks[a][0] - !blocks[b][0] || a - b
  ));
  return best.slice(0, most).sort((a, b) => a - b).map((number) => {
    const marks = found.get(number).sort(byPlace);
    return cut(anchorAt(blocks, number), blocks[number][1], marks);
  });
}

function listForms(texts, found) {
  const forms = new Set();
  for (const [number, marks] of found) {
    for (const mark of marks) {
      if (forms.size >= MOST_FORMS) return [...forms];
      forms.add(texts[number].slice(mark.start, close(texts[number], mark)).toLowerCase());
    }
  }
  return [...forms];
}

// Whether a citation is the one asked for, or a subsection of it; any rule 12 for "Rule 12".
function isWithin(found, key) {
  let one = found;
  if (key.startsWith("rule") && found.startsWith("fedr")) {
    const sign = found.includes("evid") ? "evid" : "p";
    const place = found.indexOf(sign);
    one = `rule${place < 0 ? "" : found.slice(place + sign.length)}`;
  }
  return one === key || one.startsWith(`${key}z`);
}

function byPlace(a, b) {
  return a.start - b.start || a.end - b.end || a.kind - b.kind;
}

// Cuts the piece around the marks that lie together and answer most of the search.
function cut(anchor, text, marks) {
  const [first, last] = chooseWindow(marks);
  let start = Math.max(0, first - AROUND);
  let end = Math.min(text.length, last + AROUND);
  if (start) {
    const blank = text.slice(start, first).indexOf(" ");
    if (blank >= 0) start += blank + 1;
  }
  if (end < text.length) {
    const blank = text.slice(last, end).lastIndexOf(" ");
    end = Math.max(blank < 0 ? -1 : last + blank, last) || end;
  }
  const before = start ? "… " : "";
  const behind = end < text.length ? " …" : "";
  const shift = before.length - start;
  const spans = marks
    .filter((mark) => start <= mark.start && mark.end <= end)
    .map((mark) => [mark.start, close(text, mark)]);
  const shown = merge(spans).map(([from, to]) => [from + shift, to + shift]);
  return { anchor, text: `${before}${text.slice(start, end)}${behind}`, marks: shown };
}

function chooseWindow(marks) {
  let best = [0, 0, 0];
  marks.forEach((mark, at) => {
    let near = marks.slice(at, at + 20).filter((one) => one.end <= mark.start + 2 * AROUND);
    if (!near.length) near = [mark];
    const kinds = new Set(near.map((one) => one.kind)).size;
    if (kinds > best[0]) best = [kinds, mark.start, Math.max(...near.map((one) => one.end))];
  });
  return best.slice(1);
}

// The end of a mark; a bracket that it opens is closed in it: "Rule 26(f)".
function close(text, mark) {
  const inside = text.slice(mark.start, mark.end);
  const open = inside.split("(").length > inside.split(")").length;
  return mark.end + (open && text[mark.end] === ")" ? 1 : 0);
}

function merge(spans) {
  const merged = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) {
      last[1] = Math.max(end, last[1]);
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}

// A block's anchor, or that of the one before it which has one.
function anchorAt(blocks, number) {
  const before = blocks.slice(0, number + 1).reverse();
  return before.find(([anchor]) => anchor)?.[0] ?? "";
}

// Marks on an order's page the words for which a search found it. Nothing of the page changes: the
// browser paints the marks (CSS Custom Highlight API), so that copying and printing stay as they are.

const NAME = "search-words";
const MOST_MARKS = 2000;

// Marks every place where one of `words` stands; places in a word count only as whole words.
export function markWords(words) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
  const { text, pieces } = gatherText(document.querySelector("article") ?? document.body);
  const pattern = writePattern(words.slice(0, 40));
  if (!pattern) return;
  const ranges = [];
  for (const match of text.matchAll(pattern)) {
    ranges.push(makeRange(pieces, match.index, match.index + match[0].length));
    if (ranges.length >= MOST_MARKS) break;
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

// The words as a pattern: longest first, a blank is any white space.
function writePattern(words) {
  const wanted = [...new Set(words.map((word) => word.trim().slice(0, 200)).filter(Boolean))];
  if (!wanted.length) return null;
  const parts = wanted
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

// The text below an element, with each text node's place in it.
function gatherText(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let text = "";
  while (walker.nextNode()) {
    pieces.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { text, pieces };
}

function makeRange(pieces, start, end) {
  const range = document.createRange();
  const first = findPiece(pieces, start);
  const last = findPiece(pieces, end - 1);
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function findPiece(pieces, place) {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pieces[middle].start <= place) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return pieces[low];
}

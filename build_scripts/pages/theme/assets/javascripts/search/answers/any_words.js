// Orders that have any of some words, best first: by how often an order has each word, how rare the word
// is, and how long the order is (BM25: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).

const MOST_LEAVES = 7; // of the words' lists, a file each
const LONGEST_LIST = 3; // leaves: a word with more of them is in most orders
const K1 = 2; // how much the second and third place of a word count
const B = 0.75; // how much an order's length counts
const READS = 12;

const PLACES = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places USING fts5vocab(main, x, instance)";
// Words of a name or title count three times; those of what an order cites are no words of it.
const COUNTS = `
SELECT doc, sum(CASE col WHEN 'text' THEN 1 WHEN 'cites' THEN 0 ELSE 3 END)
FROM temp.places WHERE term = ? GROUP BY doc`;

// The words with the shortest lists, as many as lie on few leaves. Long lists cost most and say least.
export function chooseRare(words, locate) {
  const listed = words.map((word) => ({ word, leaves: locate(word) }));
  listed.sort((a, b) => a.leaves.length - b.leaves.length);
  const read = new Set();
  const chosen = new Set();
  for (const { word, leaves } of listed) {
    const more = leaves.filter((leaf) => !read.has(leaf));
    if (chosen.size && (leaves.length > LONGEST_LIST || read.size + more.length > MOST_LEAVES)) continue;
    more.forEach((leaf) => read.add(leaf));
    chosen.add(word);
  }
  return words.filter((word) => chosen.has(word));
}

// These orders, best first.
export function rankByAny(database, words, ranks, lengths) {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const average = total / Math.max(lengths.length, 1) || 1;
  const scores = new Map();
  database.connection.exec(PLACES);
  for (const word of words) {
    const { rows } = database.select(COUNTS, [word], READS);
    const rarity = Math.log(1 + (lengths.length - rows.length + 0.5) / (rows.length + 0.5));
    for (const [rank, count] of rows) {
      const spread = K1 * (1 - B + (B * lengths[rank]) / average);
      scores.set(rank, (scores.get(rank) ?? 0) + (rarity * count * (K1 + 1)) / (count + spread));
    }
  }
  const score = (rank) => scores.get(rank) ?? 0;
  return [...ranks].sort((a, b) => score(b) - score(a) || a - b);
}

// A search, answered from the published files, within bounds on what is fetched.

import { ArchiveFiles } from "../database/archive_files.js";
import { Database, MOST_READS } from "../database/database.js";
import { dropCase, findCase, isInOrder, listMarked, listOrders, planQuery } from "../query/expressions.js";
import { FORMS } from "../query/forms.js";
import { askAny, isQuestion, listPlainWords } from "../query/any_words.js";
import { parseQuery } from "../query/query_parser.js";
import { readBack } from "../query/reading.js";
import { foldWords } from "../query/query_tokens.js";
import { learnForms } from "../query/recognised.js";
import { say } from "../words.js";
import { chooseRare, rankByAny } from "./any_words.js";
import { ExcerptTaker } from "./excerpts.js";
import { countValues, FACETS, filterRanks, isOf, readColumns } from "./facets.js";
import { Finder } from "./finder.js";
import { listFirstReads } from "./first_reads.js";
import { Highlighter } from "./highlights.js";
import { isSlip, loosenNearness, suggestWords } from "./near_words.js";
import { MOST_NAMED, MOST_RANKED, listNameReads, sortRanks } from "./ranking.js";
import { locateOrders } from "./one_order.js";
import { asksText, RowsOfText } from "./within.js";

export const PAGE = 10;
const FIRST_READS = 12;
const COUNT_READS = 12;
const ENOUGH = 10; // orders that have all words, where any of them is not asked for
const FEWEST_WORDS = 3;
const MANY_WORDS = 7; // so many no order has together, as a rule, and their lists are a file each

export class Search {
  // Opens the search of the site at `root`. `loadWasm` gives the packed bytes of SQLite's WebAssembly.
  static async open(root, { gunzipSync, startSqliteWith }, loadWasm) {
    const search = new Search();
    search.files = new ArchiveFiles(root);
    const wasm = loadWasm();
    wasm.catch(() => {});
    const pages = await search.files.open(gunzipSync);
    const { manifest } = search.files;
    const hot = search.files.load(manifest.hot.file);
    hot.catch(() => {});
    learnForms(FORMS);
    const sqlite3 = await startSqliteWith(gunzipSync(await wasm));
    pages.addHot(manifest.hot.pages, await hot);
    search.pages = pages;
    search.database = new Database(sqlite3, pages);
    const highlighter = new Highlighter(sqlite3);
    search.rowsOfText = new RowsOfText(sqlite3, highlighter);
    search.finder = new Finder(search.database, search.files, search.rowsOfText);
    search.excerpts = new ExcerptTaker(highlighter);
    search.answers = new Map();
    search.readings = new Map(); // how texts were understood last
    return search;
  }

  get manifest() {
    return this.files.manifest;
  }

  // Answers a search: {readAs, notes, total, exact, byRelevance, nothing, unknown, oldestKnown, page,
  // hits, known, didYouMean}. `chosen` are tokens of facets. Where `exact` is false there are more
  // than `total`; `further` asks to look further than before. `nothing` says that what was typed holds
  // nothing to look for; `unknown` are words that no order has; `oldestKnown` whether the oldest of
  // all come first, where they are asked for.
  async search({ text, chosen = [], sort = "relevance", page = 1, size = PAGE, further = false }) {
    const wanted = page * size;
    const query = await this.understand(text, chosen, wanted, sort);
    const found = await this.find(query, chosen, wanted, further, sort);
    const { ranks, known } = await this.sort(query, found, sort, text, chosen);
    const oldest = sort === "oldest" ? this.findOldest(query, chosen, found, wanted) : null;
    const shown = (oldest ?? ranks).slice(wanted - size, wanted);
    const results = await this.files.loadResults(shown);
    return {
      readAs: readBack(query),
      notes: query.notes,
      total: found.ranks.length,
      exact: found.complete,
      byRelevance: sort === "relevance" && found.complete && (isRanked(query) || found.ranks.length <= MOST_RANKED),
      nothing: !query.root && !query.blank,
      unknown: found.complete && !found.ranks.length ? this.listUnknown(query) : [],
      oldestKnown: found.complete || Boolean(oldest),
      page,
      known,
      hits: shown.map((rank, place) => ({ rank, ...results[place] })),
      didYouMean: found.complete && !found.ranks.length ? await this.advise(query, text, chosen) : "",
    };
  }

  // Another search to offer where this one finds nothing; "" for none. What is offered finds orders.
  async advise(query, text, chosen) {
    const corrected = await this.correct(query, text, chosen);
    if (corrected) return corrected.text;
    const wide = this.listUnknown(query).length ? "" : await this.widen(query);
    return wide && (await this.findsAny(wide, [])) ? wide : "";
  }

  // How a text is to be read. Where no order has a number and a case's name, the number alone counts;
  // words that no order has are corrected where they are slips of the hand; a question, and plain words
  // that few orders have together, may be any of the words.
  async understand(text, chosen, wanted = 0, sort = "relevance") {
    const name = JSON.stringify([text, chosen]);
    let read = this.readings.get(name);
    if (read) return read;
    const query = parseQuery(text, this.manifest.facets);
    const words = listPlainWords(query, text);
    read = query;
    if (words.length && (isQuestion(text) || words.length >= MANY_WORDS)) {
      read = await this.askAny(query, words, null);
    } else {
      const { complete, ranks } = await this.find(query, chosen, wanted, false, sort);
      const isNone = complete && !ranks.length;
      const corrected = isNone && (words.length || isWord(query)) ? await this.correct(query, text, chosen) : null;
      if (isNone && dropCase(query)) {
        read = dropCase(query);
      } else if (corrected?.isSlip) {
        read = corrected.query;
      } else if (complete && ranks.length < ENOUGH && words.length >= FEWEST_WORDS) {
        read = await this.askAny(query, words, query.root);
      }
    }
    keepSome(this.readings, name, read);
    keepSome(this.readings, text, read); // for excerpts
    return read;
  }

  async askAny(query, words, all) {
    await this.loadHotPages();
    return askAny(query, chooseRare(words, (word) => this.database.locateLeaves(word)), all);
  }

  // Two searches may have one plan and be ranked by different words: "28 USC 1331" and
  // "28 U.S.C. § 1331".
  async sort(query, found, sort, text, chosen) {
    const name = JSON.stringify([sort, text]);
    found.sorted ??= {};
    found.sorted[name] ??= isRanked(query) && sort === "relevance"
      ? await this.sortAny(query, found, text, chosen)
      : await sortRanks(this, query, found, sort);
    return found.sorted[name];
  }

  // First what the search for all words finds, as that sorts it; then the others, best first.
  async sortAny({ root, ...query }, { ranks }, text, chosen) {
    let first = { ranks: [], known: 0 };
    if (root.all) {
      const all = { ...query, root: root.all };
      first = await this.sort(all, await this.find(all, chosen, 0, false), "relevance", text, chosen);
    }
    const before = new Set(first.ranks);
    const { length } = await this.loadColumns();
    const others = ranks.filter((rank) => !before.has(rank));
    return { ranks: [...first.ranks, ...rankByAny(this.database, root.words, others, length)], known: first.known };
  }

  // The oldest of more orders than were found so far; null where that takes too many reads, or all
  // were found.
  findOldest(query, chosen, found, wanted) {
    if (found.complete) return null;
    return this.finder.findOldest(planQuery(query, chosen), wanted, this.manifest.dated);
  }

  // The ranks of the orders found so far, kept for the next page: at least `wanted`, unless the
  // reads do not allow it.
  async find(query, chosen, wanted, further, sort = "newest") {
    await locateOrders(this, listOrders(query.root));
    const plan = planQuery(query, chosen);
    const name = JSON.stringify(plan);
    let found = this.answers.get(name);
    if (!found) {
      const names = sort === "relevance" ? listNameReads(query) : [];
      const mayRank = sort === "relevance" && listMarked(query).some(({ kind }) => kind !== "key");
      found = query.blank ? await this.filter(chosen) : await this.findFirst(plan, names, mayRank, isRanked(query));
      this.keepAnswer(name, found);
    }
    if (!found.complete && (further || found.ranks.length < wanted)) {
      const from = found.looked ?? (found.ranks.length ? found.ranks.at(-1) + 1 : 0);
      const more = await this.finder.find(plan, { from, reads: MOST_READS });
      found = { ...more, ranks: [...found.ranks, ...more.ranks] };
      this.keepAnswer(name, found);
    }
    return found;
  }

  // Counts what a search finds, as far as that is cheap: the answer had no more than it needed.
  async count(query, chosen) {
    let found = await this.find(query, chosen, 0, false);
    const plan = planQuery(query, chosen);
    const name = JSON.stringify(plan);
    if (!found.complete && !found.counted) {
      const all = await this.finder.find(plan, { reads: COUNT_READS });
      const more = all.complete || all.ranks.length > found.ranks.length;
      found = { ...(more ? all : found), counted: true };
      this.keepAnswer(name, found);
    }
    return found;
  }

  keepAnswer(name, found) {
    keepSome(this.answers, name, found);
  }

  // Filters alone need no database.
  async filter(chosen) {
    const { facets, orders } = this.manifest;
    return { ranks: filterRanks(await this.loadColumns(), facets, orders, chosen), complete: true };
  }

  // Few files first: enough where little is found, and for the first pages of much.
  async findFirst(plan, names, mayRank, isWhole) {
    const asksWords = JSON.stringify(plan).includes('{"x":');
    const hot = asksWords || mayRank ? this.loadHotPages() : null;
    hot?.catch(() => {});
    const reads = [...listFirstReads(plan), ...names];
    await this.database.fetchFirst(reads.filter((read) => !isOfWords(read)));
    if (asksWords) {
      await hot;
      await this.database.fetchFirst(reads.filter(isOfWords));
    }
    if (isWhole) return this.finder.find(plan, { reads: MOST_READS });
    const limit = MOST_RANKED + MOST_NAMED;
    const first = await this.finder.find(plan, { limit, reads: FIRST_READS });
    if (first.complete || first.ranks.length >= PAGE) return first;
    const second = await this.finder.find(plan, { reads: MOST_READS });
    return second.complete || second.ranks.length > first.ranks.length ? second : first;
  }

  // The pages that phrases, nearness and relevance need, with the first of these.
  async loadHotPages() {
    const file = this.manifest.hot_phrases;
    if (!file.pages.length) return; // they came with the others
    await this.files.keepOnce("hot phrases", async () => {
      this.pages.addHot(file.pages, await this.files.load(file.file));
    });
  }

  loadColumns() {
    const { facet_columns: columns, orders } = this.manifest;
    return this.files.keepOnce("columns", async () => (
      readColumns(await this.files.load(columns.file), orders)
    ));
  }

  // How many orders there are, as `search` says it ({total, exact}), and how many each value stands
  // for ({facet: [counts]}, null where not all are known). Values of a facet add up, so they are
  // counted as if none of it were chosen: what choosing one more adds.
  async countFacets({ text, chosen = [] }) {
    const query = await this.understand(text, chosen);
    const columns = await this.loadColumns();
    const counts = {};
    const { ranks: all, complete: exact } = await this.count(query, chosen);
    for (const facet of FACETS) {
      const others = chosen.filter((token) => !isOf(facet, token));
      const { ranks, complete } = await this.count(query, others);
      const values = this.manifest.facets[facet];
      counts[facet] = complete ? countValues(columns[facet], values, ranks) : null;
    }
    return { total: all.length, exact, counts };
  }

  // Which pages ([{title, blocks}, …]) hold what a search asks for: [{place, excerpts, words}, …]; none
  // where it asks for what only orders have.
  findPages({ text, pages }) {
    const query = parseQuery(text, this.manifest.facets);
    const plan = planQuery(query);
    if (!query.root || !asksText(plan)) return [];
    const rows = pages.map(({ title, blocks }) => (
      { title, text: blocks.map(([, block]) => block).join("\n\n") }
    ));
    const marked = listMarked(query);
    return this.rowsOfText.find(plan, rows).map((place) => (
      { place, ...this.excerpts.take(pages[place].blocks, marked) }
    ));
  }

  // The excerpts of these orders: [{excerpts, words, pages}, …]; `pages` has how often a search within one
  // order finds something on each page: [{page, hits, anchor}, …].
  async takeExcerpts({ text, ranks }) {
    const query = this.readings.get(text) ?? parseQuery(text, this.manifest.facets);
    const marked = listMarked(query);
    const isInOne = isInOrder(query);
    const [texts, pins] = await Promise.all([this.files.loadTexts(ranks), isInOne ? this.files.loadPins(ranks) : []]);
    return texts.map((blocks, place) => this.excerpts.take(blocks, marked, pins[place]));
  }

  // What results show of the first `most` orders found, for a list to keep.
  async list({ text, chosen = [], sort = "relevance", most }) {
    const query = await this.understand(text, chosen, most, sort);
    const found = await this.find(query, chosen, most, false, sort);
    const { ranks } = await this.sort(query, found, sort, text, chosen);
    const oldest = sort === "oldest" ? this.findOldest(query, chosen, found, most) : null;
    return this.files.loadResults((oldest ?? ranks).slice(0, most));
  }

  // The search with the closest known words in place of those that no order has, where that finds
  // orders: {text, query, isSlip}, else null. A name may be right, and the archive without it: only
  // small letters are slips, and what is all capitals is no word.
  async correct(query, text, chosen) {
    const unknown = this.listUnknown(query);
    // eslint-disable-next-line no-control-regex
    if (!unknown.length || !unknown.every((word) => /^[\x00-\x7f]*$/.test(word) && !text.includes(word.toUpperCase()))) return null;
    const { facets } = this.manifest;
    const named = new Set((facets.motion ?? []).flatMap(({ label }) => foldWords(label)));
    const known = await this.files.loadWords();
    const meant = unknown.map((word) => suggestWords(word, known, named));
    if (!meant.every((some) => some.length)) return null;
    for (let place = 0; place < Math.max(...meant.map((some) => some.length)); place += 1) {
      const words = meant.map((some) => some[place] ?? some[0]);
      const corrected = unknown.reduce((said, word, at) => replaceWord(said, word, words[at]), text);
      if (corrected !== text && await this.findsAny(corrected, chosen)) {
        const read = parseQuery(corrected, facets);
        const note = say("search_notes.corrected", { words: unknown.join(", "), meant: words.join(", ") });
        return {
          text: corrected,
          query: { ...read, notes: [...read.notes, note] },
          isSlip: unknown.every((word, at) => text.includes(word) && isSlip(word, words[at])),
        };
      }
    }
    return null;
  }

  async findsAny(text, chosen) {
    const { ranks, complete } = await this.find(parseQuery(text, this.manifest.facets), chosen, 0, false);
    return ranks.length > 0 || !complete;
  }

  // The case alone, where no order of its name is of the court and year beside it; a nearness in other
  // forms, where that finds something; else `joinAny`.
  async widen(query) {
    const named = findCase(query);
    if (named?.court || named?.year) return named.printed;
    const loose = loosenNearness(query);
    return loose && (await this.findsAny(loose, [])) ? loose : joinAny(query);
  }

  // The words of a search that no order has.
  listUnknown(query) {
    const words = listMarked(query).flatMap((leaf) => (
      leaf.kind === "word" ? [leaf.text] : (leaf.words ?? [])
    ));
    return [...new Set(words)].filter((word) => !this.isKnown(word));
  }

  isKnown(word) {
    const { ranks, complete } = this.finder.select({ n: `"${word}"` }, { limit: 1 });
    return ranks.length > 0 || !complete;
  }
}

function isWord({ root }) {
  return root?.kind === "word" && !root.field;
}

function isRanked({ root }) {
  return root?.kind === "ranked";
}

function keepSome(kept, name, value) {
  kept.delete(name);
  kept.set(name, value);
  if (kept.size > 20) kept.delete(kept.keys().next().value);
}

// Whether a statement asks table x, whose hot pages come later.
function isOfWords([sql]) {
  return sql.includes("FROM x ");
}

// The search for any of its words, where each is known and no order has all; else "".
function joinAny({ root }) {
  const parts = root?.kind === "all" ? root.parts : [];
  const kinds = ["word", "phrase", "prefix", "key"];
  const plain = parts.every((part) => kinds.includes(part.kind) && !part.field);
  return plain ? parts.map(writeLeaf).join(" OR ") : "";
}

function writeLeaf(leaf) {
  if (leaf.kind === "phrase") return `"${leaf.printed}"`;
  if (leaf.kind === "prefix") return `${leaf.text}*`;
  return leaf.kind === "key" ? leaf.printed : leaf.text;
}

function replaceWord(text, word, meant) {
  const start = text.toLowerCase().indexOf(word);
  if (start < 0) return text;
  return `${text.slice(0, start)}${meant}${text.slice(start + word.length)}`;
}

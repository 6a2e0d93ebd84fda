// The published files of a search besides the database's pages.

import { foldWords } from "../query/query_tokens.js";
import { FileMissing, Pages, unpack } from "./pages.js";

export const FORMAT = 1;
const MOST_TEXTS = 200;

// Opens the search of the site at `root`: finds the version, and gives access to its files.
export class ArchiveFiles {
  constructor(root) {
    this.root = root;
    this.results = new Map();
    this.texts = new Map();
    this.once = new Map();
  }

  async open(gunzip) {
    this.gunzip = gunzip;
    const response = await fetchFile(new URL("search/manifest.json", this.root), { cache: "no-cache" });
    this.manifest = await response.json();
    if (this.manifest.format !== FORMAT) throw new FileMissing("a search of another format");
    this.folder = new URL(`search/${this.manifest.version}/`, this.root).href;
    return new Pages(this.folder, this.manifest, gunzip);
  }

  // Fetches and unpacks a file of this version.
  async load(name) {
    return this.fetch(this.folder + name);
  }

  async loadJson(name) {
    return JSON.parse(new TextDecoder().decode(await this.load(name)));
  }

  async fetch(address) {
    const response = await fetchFile(address);
    return unpack(new Uint8Array(await response.arrayBuffer()), this.gunzip);
  }

  // Keeps what `make` makes under a name; a failure is not kept.
  keepOnce(name, make) {
    if (!this.once.has(name)) {
      this.once.set(name, make().catch((error) => {
        this.once.delete(name);
        throw error;
      }));
    }
    return this.once.get(name);
  }

  // What results show of the orders with these ranks.
  async loadResults(ranks) {
    const size = this.manifest.results.orders_a_file;
    const files = await Promise.all(ranks.map((rank) => {
      const number = String(Math.floor(rank / size)).padStart(5, "0");
      const name = `results-${number}.json.gz`;
      return this.keepOnce(name, () => this.loadJson(name));
    }));
    return ranks.map((rank, place) => files[place][rank % size]);
  }

  // The text of an order: [[anchor, text], …], body first, then notes.
  async loadBlocks(rank) {
    const kept = this.texts.get(rank);
    if (kept) return kept;
    const [{ address }] = await this.loadResults([rank]);
    const bytes = await this.fetch(new URL(`${address}/search.json.gz`, this.root).href);
    const { blocks, notes } = JSON.parse(new TextDecoder().decode(bytes));
    const all = [...blocks, ...notes];
    this.texts.set(rank, all);
    if (this.texts.size > MOST_TEXTS) this.texts.delete(this.texts.keys().next().value);
    return all;
  }

  // The authorities that most orders cite: [{path, name, orders, words}, …].
  loadAuthorities() {
    return this.keepOnce("authorities", async () => {
      const listed = await this.loadJson(this.manifest.authorities.file);
      return listed.map(([path, name, orders]) => ({ path, name, orders, words: foldWords(name) }));
    });
  }

  // The archive's words, most frequent first: [[word, orders], …].
  loadWords() {
    return this.keepOnce("words", async () => {
      const text = new TextDecoder().decode(await this.load(this.manifest.words.file));
      const lines = text.split("\n").filter(Boolean).map((line) => line.split("\t"));
      return lines.map(([word, count]) => [word, Number(count)]);
    });
  }
}

// Fetches a file; throws FileMissing where that cannot be done, whatever the reason.
export async function fetchFile(address, options = {}) {
  const response = await fetch(address, options).catch(() => null);
  if (!response?.ok) throw new FileMissing(String(address));
  return response;
}

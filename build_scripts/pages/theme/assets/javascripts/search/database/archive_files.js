// The published files of a search besides the database's pages.

import { foldWords } from "../query/query_tokens.js";
import { FileMissing, Pages, unpack } from "./pages.js";

export const FORMAT = 2;
const MOST_TEXTS = 200;
const GAP = 1024; // bytes between two texts that are cheaper to fetch than to ask once more

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

  // Fetches and unpacks a file of this version, or its copy in the file of what nearly every search
  // needs (sites built before lack that).
  async load(name) {
    const { file, parts } = this.manifest.first ?? { parts: {} };
    if (!parts[name]) return unpack(await this.fetch(name), this.gunzip);
    const [start, size] = parts[name];
    const first = await this.keepOnce(file, () => this.fetch(file));
    return unpack(first.subarray(start, start + size), this.gunzip);
  }

  async loadJson(name) {
    return JSON.parse(new TextDecoder().decode(await this.load(name)));
  }

  async fetch(name) {
    const response = await fetchFile(this.folder + name);
    return new Uint8Array(await response.arrayBuffer());
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

  // The texts of the orders with these ranks: of each [[anchor, text], …], body first, then notes.
  async loadTexts(ranks) {
    const lacking = ranks.filter((rank) => !this.texts.has(rank));
    const results = await this.loadResults(lacking);
    const places = results.map(({ text: [file, start, size] }, i) => (
      { rank: lacking[i], file, start, end: start + size }
    ));
    const loaded = new Map((await Promise.all(joinPlaces(places).map((run) => this.loadRun(run)))).flat());
    const all = ranks.map((rank) => loaded.get(rank) ?? this.texts.get(rank));
    ranks.forEach((rank, i) => {
      this.texts.delete(rank);
      this.texts.set(rank, all[i]);
    });
    for (const rank of [...this.texts.keys()].slice(0, -MOST_TEXTS)) this.texts.delete(rank);
    return all;
  }

  // By what passages of these orders are cited; undefined where the site was built before there were any.
  async loadPins(ranks) {
    const results = await this.loadResults(ranks);
    return Promise.all(results.map(({ pins }, place) => pins && this.keepOnce(`pins ${ranks[place]}`, async () => {
      const [file, start, size] = pins;
      const [[, found]] = await this.loadRun([{ rank: ranks[place], file, start, end: start + size }], "pins");
      return found;
    })));
  }

  // Fetches texts that stand together in one file: [[rank, blocks], …]. A host may send the whole file.
  // The address tells parts apart, for a browser asks for those of one address one after the other.
  async loadRun(run, kind = "texts") {
    const [{ file, start: first }, { end }] = [run[0], run.at(-1)];
    const name = `${kind}-${String(file).padStart(5, "0")}.bin?${first}`;
    const headers = { Range: `bytes=${first}-${end - 1}` };
    const response = await fetchFile(this.folder + name, { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const before = response.status === 206 ? first : 0;
    return run.map(({ rank, start, end: until }) => {
      const text = this.gunzip(bytes.subarray(start - before, until - before));
      return [rank, JSON.parse(new TextDecoder().decode(text))];
    });
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

// Joins places of one file that stand together, or nearly: [[place, …], …].
function joinPlaces(places) {
  const runs = [];
  for (const place of places.sort((a, b) => a.file - b.file || a.start - b.start)) {
    const last = runs.at(-1)?.at(-1);
    if (last?.file === place.file && place.start - last.end <= GAP) runs.at(-1).push(place);
    else runs.push([place]);
  }
  return runs;
}

// Fetches a file; throws FileMissing where that cannot be done, whatever the reason.
export async function fetchFile(address, options = {}) {
  const response = await fetch(address, options).catch(() => null);
  if (!response?.ok) throw new FileMissing(String(address));
  return response;
}

// The pages of the database, each fetched as a gzipped file of its own, and kept.

const CHUNK_DIGITS = 5;
const MOST_KEPT = 600; // pages of 32 KB: some 20 MB
const AHEAD = 4;

// Says that a statement would read more files than it may: `page` is the first that it may not.
export class OutOfReads extends Error {
  constructor(page) {
    super(`page ${page}`);
    this.page = page;
  }
}

// Says that a file of the search is missing or cannot be fetched.
export class FileMissing extends Error {}

export class Pages {
  // `folder` is the address of this version's files, with a slash at its end; `gunzip` unpacks.
  constructor(folder, manifest, gunzip) {
    this.folder = folder;
    this.size = manifest.page_size;
    this.count = manifest.pages;
    this.gunzip = gunzip;
    this.hot = new Map();
    this.kept = new Map(); // the page used longest ago comes first
    this.left = Infinity;
    this.last = 0;
    this.problem = null;
    this.reads = { files: 0, bytes: 0 }; // since the start, for measurements
  }

  // Takes the pages of a file of hot pages: `numbers`, ascending, one after the other.
  addHot(numbers, bytes) {
    numbers.forEach((number, place) => {
      this.hot.set(number, bytes.subarray(place * this.size, (place + 1) * this.size));
    });
  }

  // How many files may be fetched from now on.
  allow(files) {
    this.left = files;
    this.last = 0;
    this.problem = null;
  }

  // Returns a page by its number, from 1. Throws OutOfReads or FileMissing, and keeps it in
  // `problem`: what is thrown here must pass SQLite as a mere number.
  read(number) {
    const kept = this.hot.get(number) ?? this.kept.get(number);
    if (kept) {
      if (this.kept.delete(number)) this.kept.set(number, kept);
      return kept;
    }
    try {
      if (this.left <= 0) throw new OutOfReads(number);
      this.left -= 1;
      if (number === this.last + 1) this.readAhead(number + 1);
      this.last = number;
      const page = this.fetchNow(number);
      this.keep(number, page);
      return page;
    } catch (problem) {
      this.problem = problem;
      throw problem;
    }
  }

  address(number) {
    return `${this.folder}chunk-${String(number - 1).padStart(CHUNK_DIGITS, "0")}.gz`;
  }

  // Asks for a file and waits for it: SQLite wants the page before it goes on, and only a worker
  // may wait.
  fetchNow(number) {
    const request = new XMLHttpRequest();
    request.open("GET", this.address(number), false);
    request.responseType = "arraybuffer";
    try {
      request.send();
    } catch {
      throw new FileMissing(this.address(number));
    }
    if (request.status !== 200 && request.status !== 304) {
      throw new FileMissing(this.address(number));
    }
    return this.unpack(new Uint8Array(request.response));
  }

  // Fetches pages all at the same time, and keeps them. One that cannot be fetched is left to who
  // reads it.
  async fetchTogether(numbers) {
    await Promise.all(numbers.map(async (number) => {
      const response = await fetch(this.address(number)).catch(() => null);
      if (!response?.ok) return;
      this.keep(number, this.unpack(new Uint8Array(await response.arrayBuffer())));
    }));
  }

  unpack(bytes) {
    this.reads.files += 1;
    this.reads.bytes += bytes.length;
    const page = unpack(bytes, this.gunzip);
    if (page.length !== this.size) throw new FileMissing("a page of another size");
    return page;
  }

  // Two pages in a row: a long list is being read. The next ones are asked for without waiting, so
  // that they lie in the browser's cache, or nearly, when SQLite wants them.
  readAhead(first) {
    const end = Math.min(first + Math.min(AHEAD, this.left), this.count + 1);
    for (let number = first; number < end; number += 1) {
      if (this.hot.has(number) || this.kept.has(number)) continue;
      fetch(this.address(number))
        .then((response) => response.arrayBuffer())
        .catch(() => {});
    }
  }

  keep(number, page) {
    this.kept.set(number, page);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value);
  }
}

// Unpacks gzip; a server that sends Content-Encoding has had the browser unpack it already.
export function unpack(bytes, gunzip) {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(bytes) : bytes;
}

// What the search needs of a browser, for an engine that has no network, no files and no encodings:
// files are asked for by `fetch`; the program that runs the engine learns of them from `next`, and
// gives their bytes with `makeRoom` and `give`. command.js imports this first.

const asked = new Map(); // files that the program has yet to give, by number
let count = 0;
let news = []; // what the program is to learn next
let learn = null;

function send() {
  if (!learn || !news.length) return;
  learn(JSON.stringify(news.splice(0)));
  learn = null;
}

// Resolves with what the program is to do, as a JSON list: {file: [number, path, start, size]} (a size
// of -1 is the whole file), {answer} or {problem}.
export function next() {
  return new Promise((resolve) => {
    learn = resolve;
    send();
  });
}

// Tells the program how a call ended.
export function tell(promise) {
  const add = (one) => {
    news.push(one);
    send();
  };
  promise.then((answer) => add({ answer }), (error) => add({ problem: String(error?.stack ?? error) }));
}

// A file's room, which the program fills before it calls `give`.
export function makeRoom(number, size) {
  asked.get(number).buffer = new ArrayBuffer(size);
  return asked.get(number).buffer;
}

export function give(number) {
  const { buffer, resolve } = asked.get(number);
  asked.delete(number);
  resolve({
    ok: true,
    status: 206,
    arrayBuffer: async () => buffer,
    json: async () => JSON.parse(new Utf8Decoder().decode(new Uint8Array(buffer))),
  });
}

function fetchFromProgram(address, { headers = {} } = {}) {
  const [path] = String(address).split("?");
  const [start, last] = headers.Range?.match(/\d+/g).map(Number) ?? [0, -2];
  count += 1;
  news.push({ file: [count, path, start, last + 1 - start] });
  Promise.resolve().then(send); // with the other files that are asked for now
  const number = count;
  return new Promise((resolve) => asked.set(number, { resolve }));
}

class FileAddress {
  constructor(path, base = "") {
    this.href = base + path;
  }

  toString() {
    return this.href;
  }
}

class Utf8Decoder {
  decode(bytes = new Uint8Array()) {
    const units = new Uint16Array(bytes.length);
    let [at, length] = [0, 0];
    while (at < bytes.length) {
      const first = bytes[at];
      at += 1;
      const more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let code = more ? first & (0x3f >> more) : first;
      for (const end = at + more; at < end; at += 1) code = (code << 6) | (bytes[at] & 0x3f);
      if (code > 0xffff) {
        units[length] = 0xd7c0 + (code >> 10);
        length += 1;
        code = 0xdc00 | (code & 0x3ff);
      }
      units[length] = code;
      length += 1;
    }
    let text = "";
    for (let from = 0; from < length; from += 8192) {
      text += String.fromCharCode.apply(null, units.subarray(from, Math.min(from + 8192, length)));
    }
    return text;
  }
}

class Utf8Encoder {
  encode(text = "") {
    return Uint8Array.from(unescape(encodeURIComponent(text.toWellFormed())), (sign) => sign.charCodeAt(0));
  }

  encodeInto(text, target) {
    const bytes = this.encode(text).subarray(0, target.length);
    target.set(bytes);
    return { read: text.length, written: bytes.length };
  }
}

Object.assign(globalThis, {
  URL: FileAddress,
  URLSearchParams: Map,
  TextDecoder: Utf8Decoder,
  TextEncoder: Utf8Encoder,
  fetch: fetchFromProgram,
  performance: Date,
  crypto: { getRandomValues: (bytes) => bytes.map(() => Math.random() * 256) },
});

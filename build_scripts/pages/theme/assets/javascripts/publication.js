/* Whether this order's data and its original are those that the site's log of publications proves,
   and what an outside clock says of the log (docs/verifying.md). Loaded when somebody asks; nothing
   but files of this site is fetched. */

import { say } from "./publication_words.js";

const LOG = new URL("publication_log.csv", window.__md_scope);
const SEEN = "publication"; // the newest line that this browser saw before

class Fault extends Error {}

const encode = (text) => new TextEncoder().encode(text);

async function hash(...parts) {
  const data = new Uint8Array(await new Blob(parts).arrayBuffer());
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}

const toHex = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
const hashHex = async (data) => toHex(await hash(data));

async function load(address, isOptional = false) {
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => null);
  if (isOptional && answer?.status === 404) return null;
  if (!answer?.ok) throw new Fault(say("publication_check.missing"));
  return answer;
}

/** The lines of the log; each must follow from the one before, and from what was seen before. */
async function readLog() {
  const text = await (await load(LOG)).text();
  const lines = [];
  let before = "";
  for (const row of text.trimEnd().split("\n").slice(1)) {
    const cells = row.split(",");
    const line = { number: Number(cells[0]), day: cells[1], root: cells[4] };
    const isNext = line.number === lines.length + 1 && cells[5] === before;
    if (!isNext || line.day < (lines.at(-1)?.day ?? "")) {
      throw new Fault(say("publication_check.broken", { line: lines.length + 1 }));
    }
    before = line.digest = await hashHex(`${row}\n`);
    lines.push(line);
  }
  if (!lines.length) throw new Fault(say("publication_check.missing"));
  const seen = window.__md_get(SEEN);
  if (seen && lines[seen.number - 1]?.digest !== seen.digest) {
    throw new Fault(say("publication_check.other_log"));
  }
  return lines.at(-1);
}

/** The digest of the order's state, a leaf of the tree. */
async function hashState(order, { original, salt }) {
  const members = Object.entries(order);
  const find = (name) => members.findIndex(([own]) => own === name);
  const facts = Object.fromEntries(members.slice(find("url") + 1, find("correction") + 1));
  const known = JSON.stringify(facts, (name, value) => (name === "confidence" ? undefined : value));
  const state = {
    address: order.address,
    original,
    words: await hashHex(order.text),
    facts: await hashHex(known),
    salt,
  };
  return hash(Uint8Array.of(0), encode(JSON.stringify(state)));
}

/** The root of the tree over some digests (RFC 9162, section 2.1). */
async function join(digests) {
  while (digests.length > 1) {
    const lefts = digests.filter((_, place) => place % 2 === 0);
    const pairs = lefts.map((left, place) => [left, digests[2 * place + 1]]);
    const hashed = ([left, right]) => (right ? hash(Uint8Array.of(1), left, right) : left);
    digests = await Promise.all(pairs.map(hashed));
  }
  return digests[0];
}

/** The root of the site's tree, if it has the leaf where that of the address should be. */
async function findRoot(leaf, address) {
  const text = await (await load(new URL("publication_tree/roots.csv", LOG))).text();
  const rows = text.trimEnd().split("\n").slice(1).map((row) => row.split(","));
  const place = await hashHex(address);
  const number = rows.filter(([first]) => first <= place).length - 1;
  const tile = await load(new URL(`publication_tree/${number}.bin`, LOG));
  const bytes = new Uint8Array(await tile.arrayBuffer());
  const take = (_, place) => bytes.subarray(32 * place, 32 * place + 32);
  const leaves = Array.from({ length: bytes.length / 32 }, take);
  if (!leaves.map(toHex).includes(toHex(leaf))) return null;
  if (toHex(await join(leaves)) !== rows[number][1]) return null;
  const toBytes = ([, root]) => Uint8Array.from(root.match(/../g), (two) => parseInt(two, 16));
  return toHex(await join(rows.map(toBytes)));
}

/** The parts of a value in DER; of other bytes, what the same steps lead to. */
function listParts(bytes = []) {
  const parts = [];
  for (let start = 1; start < bytes.length; ) {
    let length = bytes[start++];
    if (length > 127) {
      const end = start + length - 128;
      for (length = 0; start < end; start++) length = length * 256 + bytes[start];
    }
    parts.push(bytes.subarray(start, start + length));
    start += length + 1; // behind the next part's tag
  }
  return parts;
}

/** What a token of RFC 3161 says of which digest; its signature can't be checked here. */
function readToken(bytes) {
  const follow = (value, ...places) => places.reduce((part, place) => listParts(part)[place], value);
  const info = follow(bytes, 0, 1, 0, 2, 1, 0, 0); // what is signed, in the message of RFC 5652
  const time = new TextDecoder().decode(follow(info, 4)); // as 20310304120000Z
  const said = time.replace(/^(....)(..)(..)(..)(..)(..).*$/, "$1-$2-$3 $4:$5:$6");
  return { digest: toHex(follow(info, 2, 1) ?? []), time: said };
}

/** A sentence on the outside clock's token of the newest line. */
async function readClock({ number: line, digest, day }) {
  const file = await load(new URL(`timestamps/${line}.tst`, LOG), true);
  if (!file) return say("publication_check.no_clock");
  const { digest: seen, time } = readToken(new Uint8Array(await file.arrayBuffer()));
  if (seen !== digest) throw new Fault(say("publication_check.other_clock", { line }));
  if (time.slice(0, 10) < day) throw new Fault(say("publication_check.earlier_clock", { line, time }));
  return say("publication_check.clock", { time });
}

async function compare({ data, address, original }) {
  const log = await readLog();
  const found = await (await load(data)).json();
  const order = Array.isArray(found) ? found.find((one) => one.address === address) : found;
  const proof = order?.publication;
  const isOurs = order?.address === address && proof;
  const root = isOurs && (await findRoot(await hashState(order, proof), address));
  if (root !== log.root) throw new Fault(say("publication_check.other_order"));
  if (proof.original) {
    const file = original && (await (await load(original)).arrayBuffer());
    if (!file || toHex(await hash(file)) !== proof.original) {
      throw new Fault(say("publication_check.other_original"));
    }
  }
  const clock = await readClock(log);
  window.__md_set(SEEN, { number: log.number, digest: log.digest });
  const where = { line: log.number, day: log.day };
  let proved = say("publication_check.proved", where);
  if (!proof.original) proved = say("publication_check.proved_without_original", where);
  if (order.withheld) proved = say("publication_check.proved_withheld", where);
  return `${proved} ${clock}`;
}

/** Check the order that the item describes; return a sentence on the result. */
export async function check(item) {
  if (!window.crypto?.subtle) return say("publication_check.unable");
  try {
    return await compare(item.dataset);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    return say("publication_check.other_order");
  }
}

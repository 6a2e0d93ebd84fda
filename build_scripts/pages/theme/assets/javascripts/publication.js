/* Whether this order's data and its original are those that the site's log of publications proves
   (docs/verifying.md). Loaded when somebody asks; nothing but files of this site is fetched. */

import { say } from "./words.js";

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

async function load(address) {
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok) throw new Fault(say("script_publication.missing"));
  return answer;
}

/** The lines of the log; each must follow from the one before, and from what was seen before. */
async function readLog() {
  const text = await (await load(LOG)).text();
  const lines = [];
  let before = "";
  for (const row of text.trimEnd().split("\n").slice(1)) {
    const cells = row.split(",");
    const leaves = Number(cells[2]) + Number(cells[3]); // those of withheld orders are the last
    const line = { number: Number(cells[0]), day: cells[1], leaves, root: cells[4] };
    const isNext = line.number === lines.length + 1 && cells[5] === before;
    if (!isNext || line.day < (lines.at(-1)?.day ?? "")) {
      throw new Fault(say("script_publication.broken", { line: lines.length + 1 }));
    }
    before = line.digest = await hashHex(`${row}\n`);
    lines.push(line);
  }
  if (!lines.length) throw new Fault(say("script_publication.missing"));
  const seen = window.__md_get(SEEN);
  if (seen && lines[seen.number - 1]?.digest !== seen.digest) {
    throw new Fault(say("script_publication.other_log"));
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

/** The root to which a proof leads (RFC 9162, section 2.1.3.2); none if it can't be of this size. */
async function findRoot(leaf, place, size, proof) {
  let [digest, last] = [leaf, size - 1];
  if (!(place >= 0 && place <= last) || proof.length % 32) return null;
  for (let start = 0; start < proof.length; start += 32) {
    if (last === 0) return null;
    const other = proof.subarray(start, start + 32);
    while (place === last && place % 2 === 0) [place, last] = [place / 2, Math.floor(last / 2)];
    digest = await hash(Uint8Array.of(1), ...(place % 2 ? [other, digest] : [digest, other]));
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last ? null : toHex(digest);
}

async function compare({ data, address, original }) {
  const log = await readLog();
  const found = await (await load(data)).json();
  const order = Array.isArray(found) ? found.find((one) => one.address === address) : found;
  const proof = order?.publication;
  const isOurs = order?.address === address && proof;
  const bytes = isOurs && Uint8Array.from(atob(proof.proof), (sign) => sign.charCodeAt(0));
  const root =
    isOurs && (await findRoot(await hashState(order, proof), proof.place, log.leaves, bytes));
  if (root !== log.root) throw new Fault(say("script_publication.other_order"));
  if (proof.original) {
    const file = original && (await (await load(original)).arrayBuffer());
    if (!file || toHex(await hash(file)) !== proof.original) {
      throw new Fault(say("script_publication.other_original"));
    }
  }
  window.__md_set(SEEN, { number: log.number, digest: log.digest });
  const where = { line: log.number, day: log.day };
  if (order.withheld) return say("script_publication.proved_withheld", where);
  if (!proof.original) return say("script_publication.proved_without_original", where);
  return say("script_publication.proved", where);
}

/** Check the order that the item describes; return a sentence on the result. */
export async function check(item) {
  if (!window.crypto?.subtle) return say("script_publication.unable");
  try {
    return await compare(item.dataset);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    return say("script_publication.other_order");
  }
}

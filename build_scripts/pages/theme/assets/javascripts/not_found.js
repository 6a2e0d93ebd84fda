// On the page for addresses that lead nowhere: finds a docket number in the address, and leads to
// its case or to a search for it. Without script the page's own links remain.

import { say } from "./words.js";

// accepted: 5-17-cv-02540 · 5:17-cv-02540-HRL · 17-cv-2540 · 24-1234
const NUMBER = /(?<![\da-z])(?:(\d{1,2})[-:])?(\d{2})-([a-z]{2,4})-(\d{1,6})(?!\d)/i;
const APPEAL = /(?<!\d)(\d{2})-(\d{3,5})(?![\d-])/;
const CASE_IN_PATH = /\/(?:orders\/([a-z0-9]+)\/([^/]+)|cases\/([^/]+))(?:\/|$)/;

/** The docket number that an address holds, as a court prints it; null where it holds none. */
export function findDocketNumber(path) {
  const found = NUMBER.exec(path);
  if (found) {
    const [, office, year, type, serial] = found;
    const number = `${year}-${type.toLowerCase()}-${serial.padStart(5, "0")}`;
    return office ? `${Number(office)}:${number}` : number;
  }
  return APPEAL.exec(path)?.[0] ?? null;
}

/** The name of the case's page, from an order's or a case's address; null where it names none. */
export function findCaseName(path) {
  const found = CASE_IN_PATH.exec(path);
  if (!found) return null;
  return found[3] ?? `${found[1]}-${found[2]}`;
}

async function exists(address) {
  try {
    return (await fetch(address, { method: "HEAD" })).ok;
  } catch {
    return false;
  }
}

async function offer(place) {
  const path = decodeURIComponent(location.pathname);
  const number = findDocketNumber(path);
  const name = findCaseName(path);
  const page = name && new URL(`${name}/`, new URL(place.dataset.cases, location));
  const link = document.createElement("a");
  if (page && page.pathname !== location.pathname && (await exists(page))) {
    link.href = page;
    link.textContent = number
      ? say("script_missing.case_orders", { number })
      : say("script_missing.this_case");
  } else if (number && place.dataset.search) {
    link.href = `${place.dataset.search}?q=${encodeURIComponent(number)}`;
    link.textContent = say("script_missing.search", { number });
  } else {
    return;
  }
  place.replaceChildren(link);
  place.hidden = false;
}

const place = globalThis.document?.querySelector("#found-docket");
if (place) offer(place).catch(() => {}); // a malformed address: the page's own links remain

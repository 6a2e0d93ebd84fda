// By what a passage of an order is cited.

// {page, sheet, line, printed, note} of a place; null where nobody knows.
export function locatePin(pins, [block, offset]) {
  const flat = pins?.lines[block];
  if (!flat?.length) return null;
  let [start, sheet, line, number] = [0, 0, 0, 0];
  for (let at = 0; at < flat.length; at += 4) {
    if (at && start + flat[at] > offset) break;
    start += flat[at];
    sheet += flat[at + 1];
    [line, number] = [flat[at + 2], flat[at + 3]];
  }
  const note = pins.notes[block - (pins.lines.length - pins.notes.length)] ?? "";
  const place = { page: "", sheet: 0, line: number || line, printed: number > 0, note };
  if (!pins.paged) return place;
  const page = pins.labels.length ? (pins.labels[sheet - 1] ?? "") : String(sheet);
  return { ...place, page, sheet };
}

// The order's citation in four stretches, the pin among them: [name, before, pin, behind].
export function writeCitation(pins, first, last) {
  if (!pins) return ["", "", "", ""];
  const [name, before, behind, lead] = pins.cite;
  const pin = lead && first && last ? writePin(first, last) : "";
  return [name, before, pin && lead + pin, behind];
}

function writePin(first, last) {
  if (!first.page || !last.page) return "";
  if (first.note && first.note === last.note) return `${first.page} n.${first.note}`;
  if (first.note || last.note) return first.note ? "" : first.page;
  return writeRange(first.page, last.page);
}

// "662-64": digits that repeat are dropped, two are kept; "ii-iv".
function writeRange(first, last) {
  if (first === last) return first;
  if (!/^\d+$/.test(first + last)) return `${first}-${last}`;
  let same = 0;
  while (first.length === last.length && last.length - same > 2 && first[same] === last[same]) same += 1;
  return `${first}-${last.slice(same)}`;
}

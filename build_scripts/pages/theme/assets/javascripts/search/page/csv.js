// A list of results as a CSV file (RFC 4180), which spreadsheets open.

const COLUMNS = [
  "title", "case_name", "docket", "court", "judges", "date", "disposition", "reported", "address",
];

export function writeCsv(results, site) {
  const rows = results.map((result) => COLUMNS.map((name) => {
    if (name === "address") return new URL(`${result.address}/`, site).href;
    return Array.isArray(result[name]) ? result[name].join("; ") : result[name];
  }));
  return [COLUMNS, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

// A cell that a spreadsheet would take for a formula is made text: the words are others'.
function writeCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// Offers the text as a file to keep.
export function saveFile(name, text) {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

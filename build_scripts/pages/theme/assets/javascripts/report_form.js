/* "Something wrong here?": the order's fields with today's values, to be put right by a reader. What
   comes of it is a corrections file as docs/corrections.md tells it: in a mail to the owner, as a
   file, or as a new file on the owner's GitHub or GitLab. The page sends nothing: each is a link that
   the reader follows. Values come from the order's data, what speaks for them from its text. */

import { FIELDS, say } from "./report_words.js";

const OUTCOMES = FIELDS.find(({ name }) => name === "disposition").choices.map(([value]) => value);
const LONGEST = 1000; // characters of a value
const LONGEST_ADDRESS = 7500; // of what hosts take in one
const SHOWN = 140; // characters of the words that speak for a value
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu; // characters that nobody sees are refused

/* ---- Values as a person types them, and as YAML ---- */

function flatten(text) {
  return text.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
}

/** A text in quotes: what JSON writes reads the same as YAML. */
function quote(text) {
  return JSON.stringify(flatten(text));
}

function splitLines(text) {
  return text.split("\n").map(flatten).filter(Boolean);
}

function writeList(items) {
  return `[${items.join(", ")}]`;
}

/** The parts of a record that say something. */
function writeRecord(parts) {
  const write = (value) => (Array.isArray(value) ? writeList(value.map(write)) : quote(`${value}`));
  const says = (value) => !(value === null || value === undefined || value.length === 0);
  const said = Object.entries(parts).filter(([, value]) => says(value));
  return `{${said.map(([name, value]) => `${name}: ${write(value)}`).join(", ")}}`;
}

/** The record of old whose line this was: of the same name, else of the same place. */
function findOld(before, lines, place, name) {
  const line = `${lines[place]}:`;
  const same = before.find((each) => line.startsWith(`${each[name]}:`));
  return same ?? (before.length === lines.length ? before[place] : undefined);
}

function wordRuling({ motion, outcome }) {
  return `${motion}: ${outcome}`;
}

function writeRuling(line, old) {
  const [, motion, outcome] = line.match(/^(.*\S)\s*:\s*([a-z ]+)$/) ?? [];
  if (!OUTCOMES.includes(outcome)) {
    throw new Error(say("report_form.no_ruling", { line, outcomes: OUTCOMES.join(", ") }));
  }
  const { entries, kind, movant, printed, qualifiers } = old ?? {};
  const kept = old?.motion === motion ? { entries, kind, movant, printed } : { entries };
  const terms = old?.outcome === outcome ? { qualifiers } : {};
  return writeRecord({ motion, outcome, ...kept, ...terms });
}

/** Kinds of fields: how a value is shown, and how what was typed is written. */
const KINDS = {
  text: {
    show: (value) => value ?? "",
    write: (text) => (flatten(text) ? quote(text) : "null"),
  },
  choice: {
    show: (value) => value ?? "",
    write: (text) => text || "null",
  },
  day: {
    show: (value) => value ?? "",
    write: (text) => text || "null",
  },
  court: {
    show: (value) => value ?? "",
    write(text) {
      if (!/^[a-z0-9]*$/.test(text.trim())) throw new Error(say("report_form.no_court"));
      return text.trim() || "null";
    },
  },
  lines: {
    show: (value) => value.join("\n"),
    write: (text) => writeList(splitLines(text).map(quote)),
  },
  judges: {
    show: (value) => value.map(({ name, initials }) => name ?? initials ?? "").join("\n"),
    write: (text, before) =>
      writeList(
        splitLines(text).map((line) =>
          before.some(({ name, initials }) => !name && initials === line)
            ? writeRecord({ initials: line })
            : quote(line),
        ),
      ),
  },
  parties: {
    show: (value) => value.map(({ name }) => name).join("\n"),
    write: (text, before) =>
      writeList(
        splitLines(text).map((name, place, lines) => {
          const old = findOld(before, lines, place, "name");
          return writeRecord({ ...old, name });
        }),
      ),
  },
  rulings: {
    show: (value) => value.map(wordRuling).join("\n"),
    write: (text, before) =>
      writeList(
        splitLines(text).map((line, place, lines) =>
          writeRuling(line, findOld(before, lines, place, "motion")),
        ),
      ),
  },
};

const HINTS = {
  court: say("report_form.court_hint"),
  rulings: say("report_form.rulings_hint"),
};

/* ---- The form ---- */

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** The words that speak for a value, from its mark in the text to the end of their block. */
function quoteEvidence(mark) {
  const block = mark.closest("p, li, td, h2, h3, h4, h5, h6") ?? mark;
  const range = document.createRange();
  range.setStartBefore(mark);
  range.setEndAfter(block.lastChild ?? block);
  const words = flatten(range.toString());
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}

function makeControl({ kind, choices }, shown) {
  if (kind === "choice") {
    const options = [["", say("report_form.none")], ...choices].map(([value, words]) =>
      make("option", { value, textContent: words, selected: value === shown }),
    );
    return make("select", {}, ...options);
  }
  const isLong = ["lines", "judges", "parties", "rulings"].includes(kind);
  if (!isLong) {
    const type = kind === "day" && [0, 10].includes(shown.length) ? "date" : "text";
    return make("input", { type, value: shown, maxLength: LONGEST, autocomplete: "off" });
  }
  return make("textarea", { value: shown, rows: Math.min(shown.split("\n").length + 1, 6) });
}

/** One field of the form, and what it adds to the file: "" where it is as it was. */
function makeField(field, value) {
  const { name, kind, anchor } = field;
  const id = `report-${name}`;
  const shown = KINDS[kind].show(value);
  const control = makeControl(field, shown);
  const label = make("label", { htmlFor: id, textContent: say(`fields.${name}`) });
  const about = make("p", { id: `${id}-about`, className: "report-about" });
  const mark = anchor && document.getElementById(anchor);
  if (HINTS[name]) about.append(HINTS[name], " ");
  else if (control.localName === "textarea") about.append(say("report_form.lines_hint"), " ");
  if (mark) {
    const link = make("a", { href: `#${mark.id}`, textContent: say("report_form.show") });
    about.append(make("q", { textContent: quoteEvidence(mark) }), " ", link);
  }
  const fault = make("p", { id: `${id}-fault`, className: "report-fault" });
  control.id = id;
  control.setAttribute("aria-describedby", `${about.id} ${fault.id}`);
  const holder = make("div", { className: "report-field" }, label, control, about, fault);

  function write() {
    let line = "";
    fault.textContent = "";
    if (control.value !== shown) {
      try {
        line = `  ${name}: ${KINDS[kind].write(control.value, value)}\n`;
        fault.textContent = say("report_form.was", { value: shown || say("report_form.none") });
      } catch (error) {
        fault.textContent = error.message;
        line = null;
      }
    }
    control.setAttribute("aria-invalid", `${line === null}`);
    holder.classList.toggle("report-field--changed", Boolean(line));
    return line;
  }
  return { holder, write };
}

/** The text of the corrections file; "" where nothing is said, null where something can't be. */
function writeFile(order, fields, note, by) {
  const lines = fields.map(({ write }) => write());
  if (lines.includes(null)) return null;
  const changed = lines.join("");
  if (!changed && !flatten(note)) return "";
  const from = order.url ?? location.href.split("#")[0];
  return [
    `# ${flatten(say("report_form.proposed", { address: from }))}\n`,
    order.correction && `# ${flatten(say("report_form.corrected"))}\n`,
    changed && `fields:\n${changed}`,
    flatten(note) && `note: ${quote(note)}\n`,
    flatten(by) && `by: ${quote(by)}\n`,
    `date: ${new Date().toISOString().slice(0, 10)}\n`,
    order.source.sha256 && `sha256: ${order.source.sha256}\n`,
  ]
    .filter(Boolean)
    .join("");
}

/* ---- Where it goes ---- */

/** Where the order's corrections lie below the folder of orders. */
function locateFile({ source }) {
  return `${source.path.replace(/\.zip\//i, (zip) => `${zip.slice(0, -1)}.corrections/`)}.yml`;
}

function addressMail(link, text) {
  const [to, query] = link.href.split("?");
  const said = new URLSearchParams(query);
  const body = `${said.get("body").split("\n")[0]}\n\n${text}`.replace(/\n/g, "\r\n");
  return `${to}?subject=${encodeURIComponent(said.get("subject"))}&body=${encodeURIComponent(body)}`;
}

/** Where the file is begun on the host, and whether its text has to be pasted there: GitLab takes
    none in an address, and a file that is there is edited. */
function addressHost({ add, edit }, order, text) {
  const parts = locateFile(order).split("/").map(encodeURIComponent);
  if (order.correction) return { href: `${edit}${parts.join("/")}`, isPasted: true };
  const name = parts.pop();
  const folder = `${add}${parts.join("/")}`;
  if (add.includes("/-/")) return { href: `${folder}?file_name=${name}`, isPasted: true };
  const bare = `${folder}?filename=${name}`;
  const href = `${bare}&value=${encodeURIComponent(text)}`;
  return href.length > LONGEST_ADDRESS ? { href: bare, isPasted: true } : { href, isPasted: false };
}

function nameHost(add) {
  return add.includes("/-/") ? "GitLab" : "GitHub";
}

async function readOrder(link) {
  const answer = await fetch(link.dataset.file);
  if (!answer.ok) throw new Error(answer.statusText);
  const told = await answer.json();
  if (!Array.isArray(told)) return told;
  return told.find(({ address }) => location.pathname.includes(`/${address}/`)); // a compact archive
}

function makeWays(link, order) {
  const { add, edit } = link.dataset;
  const isMail = link.protocol === "mailto:";
  const ways = [];
  if (isMail) {
    ways.push([say("report_form.mail"), (text) => ({ href: addressMail(link, text) })]);
  }
  ways.push([
    say("report_form.download"),
    (text) => ({
      href: URL.createObjectURL(new Blob([text], { type: "application/yaml" })),
      download: locateFile(order).split("/").pop(),
    }),
  ]);
  if (add) {
    const host = nameHost(add);
    ways.push([
      say("report_form.host", { host }),
      (text) => ({ target: "_blank", rel: "noopener", ...addressHost({ add, edit }, order, text) }),
    ]);
  }
  if (!isMail && !add?.startsWith(link.href)) {
    ways.push([say("report_form.owner"), () => ({ href: link.href, isPasted: true })]);
  }
  return ways;
}

function makeLabeled(words, control) {
  const label = make("label", { htmlFor: control.id, textContent: words });
  return make("div", { className: "report-field" }, label, control);
}

/** Build the form of the page that has this link. */
function build(link, order) {
  const fields = FIELDS.map((field) => makeField(field, order[field.name]));
  const isSeldom = (place) => FIELDS[place].seldom;
  const often = fields.filter((_, place) => !isSeldom(place)).map(({ holder }) => holder);
  const seldom = fields.filter((_, place) => isSeldom(place)).map(({ holder }) => holder);
  const note = make("textarea", { id: "report-note", rows: 3, maxLength: LONGEST });
  const by = make("input", { id: "report-by", type: "text", maxLength: 200, autocomplete: "name" });
  const shown = make("pre", { tabIndex: 0 });
  const status = make("p", { className: "report-status" });
  status.setAttribute("role", "status");
  const links = makeWays(link, order).map(([words, lead]) => {
    const way = make("a", { className: "cite-button", textContent: words });
    return { way, lead };
  });
  const { add } = link.dataset;
  const warning = [say("report_form.private")];
  if (add) warning.push(say("report_form.public", { host: nameHost(add) }));
  const close = make("button", {
    type: "button",
    className: "cite-button",
    textContent: say("report_form.close"),
  });
  const sheet = make(
    "dialog",
    { className: "contents-sheet report-sheet md-typeset" },
    close,
    make("h2", { id: "report-heading", textContent: link.textContent }),
    make("p", { textContent: say("report_form.lead") }),
    make("p", { className: "report-warning", textContent: warning.join(" ") }),
    ...often,
    make("details", {}, make("summary", { textContent: say("report_form.more") }), ...seldom),
    makeLabeled(say("report_form.note"), note),
    makeLabeled(say("report_form.by"), by),
    make("details", {}, make("summary", { textContent: say("report_form.file") }), shown),
    status,
    make("p", { className: "report-ways" }, ...links.map(({ way }) => way)),
  );
  sheet.setAttribute("aria-labelledby", "report-heading");
  shown.setAttribute("role", "region");
  shown.setAttribute("aria-label", say("report_form.file"));

  function refresh() {
    const text = writeFile(order, fields, note.value, by.value);
    shown.textContent = text ?? "";
    const said = text ? say("report_form.ready") : say("report_form.empty");
    const told = text === null ? say("report_form.faulty") : said;
    if (status.textContent !== told) status.textContent = told; // said aloud when it changes
    for (const { way, lead } of links) {
      if (way.href.startsWith("blob:")) URL.revokeObjectURL(way.href);
      if (!text) way.removeAttribute("href");
      else Object.assign(way, { isPasted: false }, lead(text));
    }
  }

  sheet.addEventListener("input", refresh);
  close.addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", async (event) => {
    const followed = event.target.closest("a");
    if (followed?.hash && !followed.classList.contains("cite-button")) sheet.close();
    if (!followed?.isPasted) return;
    try {
      await navigator.clipboard.writeText(shown.textContent);
      status.textContent = say("report_form.pasted");
    } catch {
      status.textContent = say("report_form.refused");
    }
  });
  refresh();
  return sheet;
}

/** Open the form of the page that has this link. */
export async function open(link) {
  const holder = link.closest(".report");
  let sheet = holder.querySelector("dialog");
  if (!sheet) {
    const style = new URL("../stylesheets/report_form.css", import.meta.url).href;
    const sheets = make("link", { rel: "stylesheet", href: style });
    const styled = new Promise((done) => {
      sheets.onload = sheets.onerror = done;
    });
    document.head.append(sheets);
    const order = await readOrder(link);
    await styled;
    sheet = build(link, order);
    holder.append(sheet);
  }
  sheet.showModal();
}

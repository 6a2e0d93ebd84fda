// The words that scripts of pages say, in the language of the site: `say("script_cite.copied")`. The build
// writes the messages into the empty table below, so that no page asks for one file more; the search
// has a table of its own, search/words.js, which comes when somebody searches.

const messages = new Map();
let language = "en";
let plurals = new Intl.PluralRules(language);

/** Take messages, and the language that they are in. */
export function learn(code, table) {
  language = code;
  plurals = new Intl.PluralRules(code);
  for (const [key, message] of Object.entries(table)) messages.set(key, message);
}

/** A message with its places filled; of a plural, `count` chooses the form. */
export function say(key, values = {}) {
  return sayWith(key, values).join("");
}

/** The same in parts, where a place holds an element. */
export function sayWith(key, values) {
  const message = messages.get(key);
  if (message === undefined) throw new Error(`The interface has no message ${key}.`);
  const form =
    typeof message === "string" ? message : message[plurals.select(values.count)] ?? message.other;
  return form.split(/\{([a-z_]+)\}/).map((part, place) => (place % 2 ? show(key, values[part]) : part));
}

/** A term that begins a line or stands alone. */
export function capitalise(term) {
  return term.charAt(0).toUpperCase() + term.slice(1);
}

export function sayNumber(number) {
  return number.toLocaleString(language);
}

const PARTS = { 4: { year: "numeric" }, 7: { year: "numeric", month: "short" } };

/** A day, month or year, given as 2017-05-31, 1865-11 or 1865. */
export function sayDay(day) {
  const parts = PARTS[day.length] ?? { dateStyle: "medium" };
  const form = new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC" });
  return form.format(new Date(day));
}

function show(key, value) {
  if (value === undefined) throw new Error(`${key} wants a value.`);
  return typeof value === "number" ? sayNumber(value) : value;
}

learn("en", {}); // written by the build

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

/** A day, month or year, given as 2017-05-31, 1865-11 or 1865, as pages print it. */
export function sayDay(date) {
  const [year, month, day] = date.split("-");
  if (!month) return year;
  const named = say(`short_months.${Number(month)}`);
  if (!day) return say("dates.month", { month: named, year });
  return say("dates.day", { month: named, day: String(Number(day)), year });
}

function show(key, value) {
  if (value === undefined) throw new Error(`${key} wants a value.`);
  return typeof value === "number" ? sayNumber(value) : value;
}

learn("en", {}); // written by the build

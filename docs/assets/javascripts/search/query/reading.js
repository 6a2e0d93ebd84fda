// How a search was read, in a sentence: shown above the results. Mirrors reading.py.

const FIELD_WORDS = { case: "case name", cites: "citing" };

// Says what is looked for: "“good cause” within 10 words of discovery, not subpoena".
export function readBack(query) {
  if (query.root === null) return query.blank ? "every order" : "nothing that can be looked for";
  return say(query.root);
}

function say(node, inside = false) {
  const wrap = (text) => (inside ? `(${text})` : text);
  if (node.kind === "all") return wrap(sayAll(node));
  if (node.kind === "any") return wrap(node.parts.map((part) => say(part, true)).join(" or "));
  if (node.kind === "not") return `not ${say(node.part, true)}`;
  if (node.kind === "near") {
    return wrap(`${say(node.left, true)} ${sayReach(node.reach)} ${say(node.right, true)}`);
  }
  return sayLeaf(node);
}

function sayAll(node) {
  const wanted = node.parts.filter((part) => part.kind !== "not");
  const unwanted = node.parts.filter((part) => part.kind === "not");
  const single = wanted.length === 1;
  const said = wanted.map((part) => say(part, !(single && part.kind === "near")));
  const parts = said.length ? [said.join(" and ")] : [];
  return [...parts, ...unwanted.map((part) => say(part))].join(", ");
}

function sayReach(reach) {
  if (typeof reach === "string") return `in one ${reach} with`;
  return reach === 1 ? "next to" : `within ${reach} words of`;
}

function sayLeaf(leaf) {
  if (leaf.kind === "dates") return leaf.printed;
  if (leaf.kind === "cited here") return "cited by another order here";
  if (leaf.kind === "choice") {
    const labels = leaf.labels.map((label) => label.toLowerCase()).join(" or ");
    return `${leaf.field} ${labels || `“${leaf.printed}” (none)`}`;
  }
  if (leaf.kind === "key") return sayKey(leaf);
  const text = sayWords(leaf);
  return leaf.field ? `${FIELD_WORDS[leaf.field] ?? leaf.field} ${text}` : text;
}

function sayWords(leaf) {
  if (leaf.kind === "prefix") return `${leaf.text}…`;
  return leaf.kind === "phrase" ? `“${leaf.printed}”` : leaf.text;
}

function sayKey(key) {
  if (key.field === "docket") return `on docket ${key.printed}`;
  if (key.field === "cites") return `citing ${key.printed}`;
  return key.form === "docket" ? `docket ${key.printed}` : `the citation ${key.printed}`;
}

-- The tables of the archive's database. Names of columns are a promise: those of `orders show --json`
-- and, joined by `_`, of the objects in it. `address` names an order everywhere, `path` a page of
-- the site. Lists are JSON.

CREATE TABLE courts (
  court TEXT PRIMARY KEY,
  court_name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE cases (
  path TEXT PRIMARY KEY,
  case_name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE judges (
  path TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  known_as TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE orders (
  address TEXT PRIMARY KEY,
  url TEXT,
  -- the fields of an order with one value
  year INTEGER,
  page_numbers TEXT NOT NULL,
  page_labels TEXT NOT NULL,
  confidence TEXT NOT NULL,
  unconfirmed TEXT NOT NULL,
  specimen INTEGER NOT NULL,
  source_path TEXT NOT NULL,
  source_format TEXT NOT NULL,
  source_sha256 TEXT NOT NULL
);

CREATE TABLE order_cases (
  address TEXT NOT NULL REFERENCES orders (address),
  case_path TEXT NOT NULL REFERENCES cases (path),
  PRIMARY KEY (address, case_path)
) WITHOUT ROWID;

CREATE TABLE authorities (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  forms TEXT NOT NULL,
  case_name TEXT,
  court TEXT,
  year INTEGER,
  target TEXT,
  url TEXT,
  in_archive TEXT REFERENCES orders (address),
  alternatives TEXT NOT NULL,
  orders INTEGER NOT NULL,
  mentions INTEGER NOT NULL
);

CREATE TABLE texts (
  address TEXT PRIMARY KEY REFERENCES orders (address),
  text TEXT NOT NULL
);

CREATE TABLE order_judges (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL REFERENCES orders (address),
  judge_path TEXT REFERENCES judges (path),
  name TEXT,
  title TEXT,
  initials TEXT,
  role TEXT NOT NULL
);

CREATE TABLE rulings (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL REFERENCES orders (address),
  motion TEXT NOT NULL,
  counted_as TEXT NOT NULL,
  kind TEXT NOT NULL,
  movant TEXT,
  outcome TEXT NOT NULL,
  qualifiers TEXT NOT NULL,
  entries TEXT NOT NULL,
  printed TEXT,
  confidence REAL,
  confirmed INTEGER NOT NULL,
  anchor TEXT
);

CREATE TABLE parties (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL REFERENCES orders (address),
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  role_printed TEXT,
  side INTEGER,
  et_al INTEGER NOT NULL
);

CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL REFERENCES orders (address),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  normal_form TEXT NOT NULL,
  authority TEXT NOT NULL,
  authority_path TEXT REFERENCES authorities (path),
  case_name TEXT,
  court TEXT,
  year INTEGER,
  pin_cite TEXT,
  antecedent TEXT,
  antecedent_rule TEXT,
  antecedent_confidence REAL,
  signal TEXT,
  parenthetical TEXT,
  history TEXT,
  target TEXT,
  url TEXT,
  cited_address TEXT REFERENCES orders (address),
  alternatives TEXT NOT NULL,
  place TEXT NOT NULL,
  page TEXT,
  sheet INTEGER,
  anchor TEXT
);

CREATE TABLE subsequent_history (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL REFERENCES orders (address),
  kind TEXT NOT NULL,
  later TEXT NOT NULL REFERENCES orders (address),
  known_by TEXT NOT NULL,
  said_by TEXT NOT NULL REFERENCES orders (address),
  words TEXT NOT NULL,
  page TEXT,
  sheet INTEGER,
  line INTEGER,
  anchor TEXT NOT NULL
);

CREATE TABLE similar (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL REFERENCES orders (address),
  similar_address TEXT NOT NULL REFERENCES orders (address),
  score REAL NOT NULL,
  authorities TEXT NOT NULL,
  words TEXT NOT NULL,
  rulings TEXT NOT NULL
);

CREATE TABLE footnotes (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL REFERENCES orders (address),
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  tied INTEGER NOT NULL
);

-- Made when the rows are there: faster, and a smaller file.
CREATE INDEX orders_by_court ON orders (court, date);
CREATE INDEX orders_by_date ON orders (date);
CREATE INDEX orders_by_disposition ON orders (disposition);
CREATE INDEX order_cases_by_case ON order_cases (case_path);
CREATE INDEX authorities_by_orders ON authorities (orders);
CREATE INDEX authorities_by_order ON authorities (in_archive);
CREATE INDEX order_judges_by_order ON order_judges (address);
CREATE INDEX rulings_by_order ON rulings (address);
CREATE INDEX parties_by_order ON parties (address);
CREATE INDEX citations_by_order ON citations (address);
CREATE INDEX subsequent_history_by_order ON subsequent_history (address);
CREATE INDEX similar_by_order ON similar (address);
CREATE INDEX footnotes_by_order ON footnotes (address);
CREATE INDEX order_judges_by_judge ON order_judges (judge_path);
CREATE INDEX rulings_by_kind ON rulings (kind, outcome);
CREATE INDEX parties_by_name ON parties (name);
CREATE INDEX citations_by_authority ON citations (authority_path);
CREATE INDEX citations_by_cited_order ON citations (cited_address);
CREATE INDEX subsequent_history_by_later ON subsequent_history (later);
CREATE INDEX similar_by_similar ON similar (similar_address);
CREATE INDEX subsequent_history_by_sayer ON subsequent_history (said_by);

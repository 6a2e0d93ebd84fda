// The words of the interface in English, for tests: the build would have written them.

import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { learn } from "../build_scripts/pages/theme/assets/javascripts/words.js";

const FILE = join(dirname(dirname(fileURLToPath(import.meta.url))), "build_scripts/pages/i18n/en.toml");
const READ = `
import json, sys, tomllib
sections = tomllib.load(open(sys.argv[1], "rb"))
print(json.dumps({f"{s}.{key}": text for s, texts in sections.items() for key, text in texts.items()}))
`;

learn("en", JSON.parse(execFileSync("python3", ["-c", READ, FILE], { encoding: "utf8" })));

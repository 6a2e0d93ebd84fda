// What searches recognise, as the build would have published it, for tests.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { learnForms } from "../build_scripts/pages/theme/assets/javascripts/search/query/recognised.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const READ = `
import json
from build_scripts.model.law.short_words import list_short_words
print(json.dumps(list_short_words()))
`;

const table = readFileSync(join(root, "build_scripts/search/recognised.json"), "utf8");
const short_words = JSON.parse(execFileSync("python3", ["-c", READ], { cwd: root, encoding: "utf8" }));
learnForms({ ...JSON.parse(table), short_words });

// The page's way to the search worker, which starts with the first question.

// Where the site begins: this file is assets/javascripts/search/client.js.
export const SITE = new URL("../../../", import.meta.url);

// Says why a search failed: "unsupported" (no WebAssembly), "missing" (a file could not be fetched)
// or "broken".
export class SearchProblem extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

let worker = null;
let count = 0;
const waiting = new Map();

// Asks the worker, and resolves with its answer; worker.js says what can be asked.
export function ask(call, asked = {}) {
  if (!("WebAssembly" in globalThis) || !("Worker" in globalThis)) {
    return Promise.reject(new SearchProblem("unsupported", "WebAssembly is missing"));
  }
  worker ??= start();
  count += 1;
  const id = count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, call, asked });
  });
}

function start() {
  const started = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, answer, problem } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (problem) {
      reject(new SearchProblem(problem.kind, problem.message));
    } else {
      resolve(answer);
    }
  });
  started.addEventListener("error", (event) => {
    const problem = new SearchProblem("missing", event.message || "the worker could not start");
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
    worker = null;
  });
  return started;
}

// The page on which an order is tried. The file goes to a worker, which reads it; nothing is sent.

const LARGEST = 20e6;

const find = (id) => document.getElementById(`try-${id}`);
const form = find("form");
const input = find("file");
const state = find("state");
const progress = find("progress");
const result = find("result");

let worker;

function say(what, values = {}) {
  const words = state.dataset[what] ?? "";
  state.textContent = words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

function show(html) {
  result.hidden = !html;
  // Written by the archive's own templates, which escape all words of the file.
  result.innerHTML = html;
}

function finish() {
  progress.hidden = true;
  input.disabled = false;
}

function startWorker() {
  const started = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }) => {
    if (data.step) {
      say(data.step, data);
      return;
    }
    finish();
    if (data.html) {
      say("done", data);
      show(data.html);
      const heading = result.querySelector("h2");
      heading.tabIndex = -1;
      heading.focus();
    } else {
      say(data.broken ? "broken" : "refused", data);
      if (data.broken) worker = undefined;
    }
  });
  started.addEventListener("error", (event) => {
    worker = undefined;
    finish();
    say("broken", { why: event.message || state.dataset.unloaded });
  });
  return started;
}

input.addEventListener("change", async () => {
  const [file] = input.files;
  if (!file) return;
  show("");
  if (file.size > LARGEST) {
    say("tooLarge", { name: file.name });
    return;
  }
  progress.hidden = false;
  input.disabled = true;
  worker ??= startWorker();
  const bytes = await file.arrayBuffer();
  worker.postMessage({ name: file.name, bytes }, [bytes]);
});

form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;

// Reads one order at a time with the program itself, in Python for browsers.

import { loadPyodide } from "./pyodide.mjs";

const PACKAGES = "/lib/python3.14/site-packages";
const near = (name) => new URL(name, import.meta.url).href;

let python;
let hasPdfium = false;

async function unpack(name) {
  const answer = await fetch(near(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  python.unpackArchive(await answer.arrayBuffer(), "zip", { extractDir: PACKAGES });
}

async function start() {
  postMessage({ step: "fetching" });
  python = await loadPyodide({ indexURL: near("./") });
  await unpack("program.zip");
  postMessage({ step: "starting" });
  python.runPython(`
from tools.try_page.in_browser.stand_ins import put_in_place
put_in_place()
`);
}

async function read(name, bytes) {
  if (!python) await start();
  const data = new Uint8Array(bytes);
  if (!hasPdfium && new TextDecoder("latin1").decode(data.subarray(0, 1024)).includes("%PDF-")) {
    await unpack("pdfium.zip");
    hasPdfium = true;
  }
  postMessage({ step: "reading", name });
  const began = performance.now();
  const reader = python.pyimport("tools.try_page.in_browser.reader");
  const answer = reader.read(name, python.toPy(data).tobytes());
  const [isRead, words] = answer.toJs();
  const seconds = Math.max(1, Math.round((performance.now() - began) / 1000));
  postMessage(isRead ? { name, html: words, seconds } : { name, why: words });
}

addEventListener("message", async ({ data: { name, bytes } }) => {
  try {
    await read(name, bytes);
  } catch (error) {
    postMessage({ name, broken: true, why: String(error.message ?? error).trim().split("\n").at(-1) });
  }
});

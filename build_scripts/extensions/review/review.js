/* Keys press what the page shows; without this script its forms and links do the same. */

const keys = document.querySelector("#keys");
keys.disabled = false;
keys.checked = sessionStorage.getItem("keys") !== "off";
keys.addEventListener("change", () => sessionStorage.setItem("keys", keys.checked ? "on" : "off"));

const isTypedInto = (element) => element.matches("textarea, select, input:not([type=checkbox])");

function press(element) {
  if (isTypedInto(element)) {
    element.focus();
    element.select();
  } else if (element.matches(".withhold > summary")) {
    beginWithholding(element.parentElement);
  } else {
    element.click();
    if (element.matches("summary")) element.parentElement.querySelector("textarea, a")?.focus();
  }
}

/* What is selected in the text goes into the form; where nothing is, it waits for words. */
function beginWithholding(details) {
  const selected = getSelection().toString().trim();
  details.open = true;
  const words = details.querySelector("#words");
  words.value = selected || words.value;
  details.querySelector(words.value ? "#reason" : "#words").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (event.key === "Enter" && event.target.matches("textarea")) event.target.form.requestSubmit();
    return;
  }
  if (isTypedInto(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const wanted = `[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`;
  const element = keys.checked && document.querySelector(wanted);
  if (element) {
    event.preventDefault();
    press(element);
  }
});

document.querySelector(".text mark.value, .text mark")?.scrollIntoView({ block: "center" });
document.querySelector(".original mark")?.scrollIntoView({ block: "center" });

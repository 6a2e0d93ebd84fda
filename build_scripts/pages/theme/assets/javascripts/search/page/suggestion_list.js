// Suggestions below a search box, as you type: a combobox with a list (WAI-ARIA's pattern).

import { SITE, ask } from "../client.js";
import { nameValue, noneChosen, writeAddress } from "./address.js";
import { make } from "./elements.js";
import { say } from "../words.js";

const WAIT = 120; // milliseconds after the last letter

const KINDS = {
  order: "search_suggestions.order",
  docket: "search_suggestions.docket",
  judge: "search_suggestions.judge",
  court: "search_suggestions.court",
  authority: "search_suggestions.authority",
};

const attached = new WeakSet();
let lists = 0;

// Gives a search box its suggestions, once.
export function attach(input) {
  if (attached.has(input)) return;
  attached.add(input);
  const suggestions = new SuggestionList(input);
  input.addEventListener("input", () => suggestions.typed());
  input.addEventListener("keydown", (event) => suggestions.pressed(event));
  input.addEventListener("blur", () => setTimeout(() => suggestions.close(), 150));
  input.addEventListener("focus", () => suggestions.focused());
  ask("open").catch(() => {}); // so that the first letter need not wait
  suggestions.focused(); // somebody may have typed while this was loading
}

class SuggestionList {
  constructor(input) {
    lists += 1;
    this.input = input;
    this.name = `search-suggestions-${lists}`;
    this.list = make("ul", {
      class: "search-suggestions", id: this.name, role: "listbox", "aria-label": say("search_suggestions.label"),
      hidden: true,
    });
    this.said = make("span", { class: "search-said", "aria-live": "polite" });
    input.parentElement.append(this.list, this.said);
    for (const [key, value] of Object.entries({
      role: "combobox", "aria-expanded": "false", "aria-controls": this.name, "aria-autocomplete": "list",
    })) input.setAttribute(key, value);
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // keep the focus
    this.list.addEventListener("click", () => this.close());
    this.chosen = -1;
    this.asked = 0;
  }

  focused() {
    const { value, defaultValue } = this.input;
    if (value !== defaultValue && value !== this.value) this.typed();
  }

  typed() {
    this.value = this.input.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), WAIT);
  }

  async show() {
    const text = this.input.value.trim();
    this.asked += 1;
    const number = this.asked;
    if (text.length < 2) {
      this.close();
      return;
    }
    try {
      const [offers, { facets }] = await Promise.all([ask("suggest", { text }), ask("open")]);
      if (number === this.asked && document.activeElement === this.input) this.draw(offers, facets);
    } catch {
      this.close(); // the search page says what is wrong
    }
  }

  draw(offers, facets) {
    if (!offers.length) {
      this.close();
      return;
    }
    this.chosen = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...offers.map((offer, place) => make(
      "li",
      { role: "none" },
      make(
        "a",
        {
          role: "option",
          id: `${this.name}-${place}`,
          "aria-selected": "false",
          href: addressOf(offer, facets),
          tabindex: "-1",
        },
        make("span", { class: "search-kind" }, say(KINDS[offer.kind])),
        make("span", { class: `search-label search-label--${offer.kind}` }, offer.label),
        make("span", { class: "search-detail" }, offer.detail),
      ),
    )));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.said.textContent = say("search_suggestions.count", { count: offers.length });
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.list.hidden = true;
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.said.textContent = "";
  }

  pressed(event) {
    if (event.key === "Escape") {
      if (this.list.hidden) {
        this.input.blur();
      } else {
        event.preventDefault();
        this.close();
      }
      return;
    }
    if (event.key === "Enter") {
      const option = this.list.hidden ? null : this.options[this.chosen];
      if (option) {
        event.preventDefault();
        option.click();
      }
      this.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.list.hidden) {
      event.preventDefault();
      this.choose(step);
    }
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  // Moves through the list; before its first line and behind its last stands the box itself.
  choose(step) {
    const { options } = this;
    const places = options.length + 1;
    this.chosen = ((this.chosen + 1 + step + places) % places) - 1;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.chosen)));
    const option = options[this.chosen];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }
}

function addressOf(offer, facets) {
  if (offer.address) {
    const isPlace = offer.address.includes("#"); // of an authority among others of its volume
    return new URL(isPlace ? offer.address : `${offer.address}/`, SITE).href;
  }
  const chosen = noneChosen();
  if (offer.token) {
    chosen[offer.facet] = [nameValue(facets[offer.facet].find(({ token }) => token === offer.token))];
  }
  const address = writeAddress({ text: offer.query ?? "", chosen, sort: "relevance", page: 1 });
  return new URL(`search/${address}`, SITE).href;
}

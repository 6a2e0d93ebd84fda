// The search page: what the address asks for, its results, and the ways on from there.

import { SITE, ask } from "../client.js";
import { isBlank, listTokens, noneChosen, readAddress, SORTS, writeAddress } from "./address.js";
import { saveFile, writeCsv } from "./csv.js";
import { make, sayOrders } from "./elements.js";
import { drawChosen, drawFacets } from "./facet_list.js";
import { drawHelp } from "./help.js";
import { addExcerpts, drawHit } from "./result_list.js";
import { findPages } from "./site_pages.js";

const PAGE = 10;
const MOST_LISTED = 1000;
const LEAVE_WORDS = "All words must stand in one order. Leave some out, or write OR between them.";
const LEAVE_QUOTES = "What is in quotation marks must stand exactly so. Try it without them.";
const SORT_NAMES = { relevance: "Relevance", newest: "Newest first", oldest: "Oldest first" };

// Fills the page's element and shows what the address asks for.
export function open(element) {
  if (element.dataset.open) return;
  element.dataset.open = "true";
  new SearchPage(element).start();
}

class SearchPage {
  constructor(element) {
    this.element = element;
    this.title = document.title;
    this.number = 0;
    this.draw();
  }

  draw() {
    this.input = make("input", {
      type: "search", name: "q", "aria-label": "Search the orders", autocomplete: "off",
      autocapitalize: "off", spellcheck: "false", maxlength: "1000", enterkeyhint: "search",
      placeholder: "Words, “a phrase”, a docket number, a citation",
    });
    this.form = make(
      "form",
      { class: "search-box search-main", role: "search", action: location.pathname },
      this.input,
      make("button", { type: "submit" }, "Search"),
    );
    this.help = drawHelp();
    this.help.open = isBlank(readAddress(location.search)); // as it will be: nothing moves then
    this.status = make("p", { class: "search-status", role: "status", tabindex: "-1" });
    this.notes = make("ul", { class: "search-notes" });
    this.sort = make(
      "select",
      { id: "search-sort" },
      ...SORTS.map((name) => make("option", { value: name }, SORT_NAMES[name])),
    );
    this.save = make("button", { type: "button", class: "search-save" }, "Download as CSV");
    this.tools = make(
      "div",
      { class: "search-tools", hidden: true },
      make("h2", { class: "search-said" }, "Results"),
      make("label", { for: "search-sort" }, "Sort by "),
      this.sort,
      this.save,
    );
    this.chosen = make("div", { class: "search-chips" });
    this.facets = make("div", { class: "search-facet-lists" });
    this.narrow = make(
      "details",
      { class: "search-narrow" },
      make("summary", {}, make("h2", {}, "Narrow down")),
      this.facets,
    );
    const isWide = matchMedia("(min-width: 60em)").matches;
    this.narrow.open = isWide;
    this.pages = make("div", { class: "search-pages" });
    this.list = make("ol", { class: "search-hits" });
    this.pager = make("nav", { class: "search-pager", "aria-label": "Pages of results" });
    const found = [this.help, this.tools, this.list, this.pager, this.pages];
    const columns = [this.narrow, make("div", { class: "search-main-column" }, ...found)];
    // The keyboard goes as the eye does: on wide screens the filters stand behind the results.
    if (isWide) columns.reverse();
    this.element.replaceChildren(
      this.form,
      this.chosen,
      this.status,
      this.notes,
      make("div", { class: "search-columns" }, ...columns),
    );
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ ...this.state, text: this.input.value, page: 1 });
    });
    this.sort.addEventListener("change", () => this.go({ ...this.state, sort: this.sort.value, page: 1 }));
    this.save.addEventListener("click", () => this.saveList());
    this.element.addEventListener("click", (event) => this.clicked(event));
    this.list.addEventListener("keydown", (event) => this.pressed(event));
    addEventListener("popstate", () => {
      if (this.element.isConnected && !sameSearch(this.state, readAddress(location.search))) this.show();
    });
    addEventListener("pagehide", () => this.keepPlace());
    const place = history.state?.searchTop;
    this.show().then(() => {
      if (place) {
        scrollTo(0, place);
      } else if (isBlank(this.state) && !location.hash) {
        this.input.focus({ preventScroll: true });
      }
    });
  }

  // Results come after the page, too late for the browser to go back to where the reader was.
  keepPlace() {
    if (this.element.isConnected) history.replaceState({ ...history.state, searchTop: scrollY }, "");
  }

  // Links that only change the search need not load the page anew.
  clicked(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const leadsTo = new URL(link.href);
    if (leadsTo.origin + leadsTo.pathname !== location.origin + location.pathname) return;
    event.preventDefault();
    event.stopPropagation();
    const state = readAddress(leadsTo.search);
    const turned = state.page !== this.state.page;
    this.go(state, turned).then(() => this.keepFocus(link.dataset.value));
  }

  // What was pressed is drawn anew: the focus stays on it, or goes to what the search now says.
  keepFocus(value) {
    if (document.activeElement && document.activeElement !== document.body) return;
    const links = [...this.facets.querySelectorAll("a[data-value]")];
    const same = links.find((link) => value && link.dataset.value === value && link.offsetParent);
    (same ?? this.status).focus({ preventScroll: true });
  }

  // Arrows go from result to result.
  pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...this.list.querySelectorAll("h3 a")];
    const item = event.target.closest(".search-hit");
    const next = links[links.indexOf(item?.querySelector("h3 a")) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  async go(state, toTop = false) {
    this.keepPlace();
    history.pushState(null, "", writeAddress(state));
    await this.show();
    if (toTop) {
      this.status.focus({ preventScroll: true });
      this.element.scrollIntoView();
    }
  }

  // Shows the search again, where a button of the old one was pressed.
  async again(further = false) {
    await this.show(further);
    this.keepFocus();
  }

  async show(further = false) {
    clearTimeout(this.slow);
    this.number += 1;
    const { number } = this;
    const isOld = () => number !== this.number;
    const state = readAddress(location.search);
    this.state = state;
    this.input.defaultValue = state.text;
    this.input.value = state.text;
    this.sort.value = state.sort;
    document.title = state.text.trim() ? `${state.text.trim()} – ${this.title}` : this.title;
    this.element.setAttribute("aria-busy", "true");
    this.slow = setTimeout(() => {
      if (!isOld()) this.say(this.started ? "Searching…" : "Starting the search…");
    }, 250);
    try {
      const { facets, orders } = await ask("open");
      this.started = true;
      if (isOld()) return;
      if (isBlank(state)) {
        this.showBlank(state, facets, orders);
      } else {
        const asked = { text: state.text, chosen: listTokens(state.chosen, facets), sort: state.sort };
        const answer = await ask("search", { ...asked, page: state.page, further });
        if (!isOld()) await this.showAnswer(state, facets, asked, answer, isOld);
      }
    } catch (problem) {
      if (!isOld()) this.showProblem(problem);
    } finally {
      if (!isOld()) this.element.removeAttribute("aria-busy");
    }
  }

  showBlank(state, facets, orders) {
    this.help.open = true;
    this.clear();
    this.say(`${sayOrders(orders)} to search. Type words, or choose a court, a judge or a year.`);
    this.drawFacets(state, facets, null);
  }

  // Lists that were unfolded stay so.
  drawFacets(state, facets, counts) {
    const open = [...this.facets.querySelectorAll("details[open]")].map((one) => one.dataset.facet);
    this.facets.replaceChildren(...drawFacets(state, facets, counts));
    for (const one of this.facets.querySelectorAll("details")) {
      one.open = open.includes(one.dataset.facet);
    }
    this.narrow.hidden = !this.facets.children.length;
  }

  clear() {
    for (const part of [this.notes, this.list, this.pager, this.pages, this.chosen]) {
      part.replaceChildren();
    }
    this.tools.hidden = true;
  }

  async showAnswer(state, facets, asked, answer, isOld) {
    this.help.open = answer.nothing;
    this.clear();
    this.say(...this.describe(state, answer));
    this.notes.replaceChildren(...answer.notes.map((note) => make("li", {}, note)));
    this.chosen.replaceChildren(...drawChosen(state, facets));
    this.tools.hidden = !answer.hits.length;
    this.list.start = (state.page - 1) * PAGE + 1;
    const items = answer.hits.map(drawHit);
    this.list.replaceChildren(...items);
    this.drawPager(state, answer);
    if (!answer.total && answer.exact) await this.drawAdvice(state, asked, answer);
    if (isOld()) return;
    const ranks = answer.hits.map((hit) => hit.rank);
    const excerpts = await ask("excerpts", { text: state.text, ranks });
    if (isOld()) return;
    excerpts.forEach((found, place) => addExcerpts(items[place], found));
    const { counts, ...count } = await ask("facets", asked);
    if (isOld()) return;
    this.drawFacets(state, facets, counts);
    if (count.total > answer.total || count.exact !== answer.exact) {
      const counted = { ...answer, ...count };
      this.say(...this.describe(state, counted));
      this.drawPager(state, counted);
    }
    const pages = state.page === 1 ? await findPages(state.text) : [];
    if (!isOld()) this.drawPages(pages);
  }

  // "12 orders. Read as: good and cause. Page 2 of 2."
  describe(state, answer) {
    const { total, exact, readAs, byRelevance, oldestKnown } = answer;
    if (answer.nothing) {
      const why = " in what was typed: it needs a word or a number.";
      return [make("strong", {}, "Nothing to look for"), why];
    }
    const parts = [make("strong", {}, sayTotal(total, exact))];
    if (state.text.trim()) parts.push(". Read as: ", make("q", {}, readAs));
    parts.push(".");
    if (state.sort === "relevance" && !byRelevance && total) parts.push(" So many are shown newest first.");
    if (state.sort === "oldest" && !oldestKnown && total) {
      parts.push(" The search has not looked at all orders yet: these are the oldest of the newest.");
    }
    if (state.page > 1 && total) {
      parts.push(` Page ${state.page}${exact ? ` of ${Math.ceil(total / PAGE)}` : ""}.`);
    }
    return parts;
  }

  // What is said takes the place of "Searching…", which must not come after it.
  say(...parts) {
    clearTimeout(this.slow);
    this.status.replaceChildren(...parts);
  }

  drawPager(state, { total, exact }) {
    const last = Math.max(1, Math.ceil(total / PAGE));
    const link = (page, text, rel) => make("a", { href: writeAddress({ ...state, page }), rel }, text);
    const parts = [];
    if (state.page > 1) parts.push(link(Math.min(state.page - 1, last), "← Previous", "prev"));
    if (total) {
      const of = exact ? `Page ${state.page} of ${last}` : `Page ${state.page}`;
      parts.push(make("span", {}, of));
    }
    if (state.page < last) parts.push(link(state.page + 1, "Next →", "next"));
    if (!exact && state.page >= last) {
      const button = make("button", { type: "button" }, "Look further");
      button.addEventListener("click", () => this.again(true));
      parts.push(button);
    }
    this.pager.replaceChildren(...parts);
  }

  async drawAdvice(state, asked, { didYouMean, unknown, nothing }) {
    const advice = [];
    const chosen = Object.values(state.chosen).flat();
    const unfiltered = chosen.length && !isBlank({ ...state, chosen: noneChosen() })
      ? await ask("search", { ...asked, chosen: [] })
      : null;
    for (const word of unknown) {
      advice.push(make("li", {}, "No order has the word ", make("q", {}, word), "."));
    }
    if (unfiltered && (unfiltered.total || !unfiltered.exact)) {
      const address = writeAddress({ ...state, chosen: noneChosen(), page: 1 });
      const count = sayTotal(unfiltered.total, unfiltered.exact);
      advice.push(make("li", {}, "Without the filters: ", make("a", { href: address }, count), "."));
    } else if (didYouMean) {
      const address = writeAddress({ ...state, text: didYouMean, page: 1 });
      const isAny = didYouMean.includes(" OR ") && !state.text.includes(" OR ");
      const lead = isAny ? "No order has all of this. Look for any of it: " : "Did you mean: ";
      advice.push(make("li", {}, lead, make("a", { href: address }, didYouMean)));
    }
    if (chosen.length && !unfiltered) {
      advice.push(make("li", {}, "Clear a filter above: no order has all of them."));
    }
    const explained = didYouMean || unfiltered || unknown.length || nothing;
    if (!explained && state.text.trim().includes(" ")) {
      advice.push(make("li", {}, state.text.includes('"') ? LEAVE_QUOTES : LEAVE_WORDS));
    }
    advice.push(make("li", {}, "Or browse: ", ...listBrowsePages()));
    this.notes.append(...advice);
  }

  drawPages(pages) {
    if (!pages.length) return;
    this.pages.replaceChildren(
      make("h2", {}, "Pages about this archive"),
      make("ul", {}, ...pages.map(({ address, title, excerpt }) => make(
        "li",
        {},
        make("a", { href: address }, title),
        make("p", {}, excerpt),
      ))),
    );
  }

  showProblem({ kind, message }) {
    this.clear();
    const again = make("button", { type: "button" }, "Try again");
    again.addEventListener("click", () => this.again());
    this.narrow.hidden = true;
    const browse = ["You can browse instead: ", ...listBrowsePages(), "."];
    if (kind === "unsupported") {
      this.say("This browser cannot run the search: it has no WebAssembly. ", ...browse);
    } else if (kind === "missing") {
      this.say("A file of the search could not be fetched. Are you online? The archive may also have "
        + "been renewed while this page was open. ", again, " ", ...browse);
    } else {
      this.say(`The search failed (${message}). `, again, " ", ...browse);
    }
  }

  async saveList() {
    this.save.disabled = true;
    try {
      const { facets } = await ask("open");
      const { text, chosen, sort } = this.state;
      const asked = { text, chosen: listTokens(chosen, facets), sort, most: MOST_LISTED };
      saveFile("orders.csv", writeCsv(await ask("list", asked), SITE));
    } catch (problem) {
      this.showProblem(problem);
    } finally {
      this.save.disabled = false;
    }
  }
}

// "12 orders", "More than 700 orders", "No orders", "None so far"
function sayTotal(total, exact) {
  if (!total) return exact ? "No orders" : "None so far; there are more to look at";
  return exact ? sayOrders(total) : `More than ${sayOrders(total)}`;
}

function sameSearch(one, other) {
  return writeAddress(one) === writeAddress(other);
}

function listBrowsePages() {
  const pages = [["cases/", "cases"], ["judges/", "judges"], ["courts/", "courts"], ["years/", "years"]];
  return pages.flatMap(([path, name], place) => [
    place ? ", " : "",
    make("a", { href: new URL(path, SITE).href }, name),
  ]);
}

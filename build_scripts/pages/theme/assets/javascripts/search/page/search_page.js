// The search page: what the address asks for, its results, and the ways on from there.

import { SITE, ask } from "../client.js";
import { isBlank, listTokens, noneChosen, readAddress, SORTS, writeAddress } from "./address.js";
import { saveFile, writeCsv } from "./csv.js";
import { make, sayOrders } from "./elements.js";
import { drawChosen, drawFacets } from "./facet_list.js";
import { drawHelp } from "./help.js";
import { addExcerpts, drawHit, drawPage } from "./result_list.js";
import { findPages, hasPages } from "./site_pages.js";
import { say, sayWith } from "../words.js";

const PAGE = 10;
const MOST_LISTED = 1000;
const SHOWN_FIRST = 3; // results with their texts at once: others when a reader nears them
const PATIENCE = 300; // milliseconds that results wait for their excerpts, so as not to move
const SORT_NAMES = {
  relevance: "search_page.relevance", newest: "search_page.newest", oldest: "search_page.oldest",
};

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
      type: "search", name: "q", "aria-label": say("search_page.label"), autocomplete: "off",
      autocapitalize: "off", spellcheck: "false", maxlength: "1000", enterkeyhint: "search",
      placeholder: say("search_page.placeholder"),
    });
    this.form = make(
      "form",
      { class: "search-box search-main", role: "search", action: location.pathname },
      this.input,
      make("button", { type: "submit" }, say("search_page.button")),
    );
    this.help = drawHelp();
    this.help.open = isBlank(readAddress(location.search)); // as it will be: nothing moves then
    this.status = make("p", { class: "search-status", role: "status", tabindex: "-1" });
    this.notes = make("ul", { class: "search-notes" });
    this.sort = make(
      "select",
      { id: "search-sort" },
      ...SORTS.map((name) => make("option", { value: name }, say(SORT_NAMES[name]))),
    );
    this.save = make("button", { type: "button", class: "search-save" }, say("search_page.save"));
    this.tools = make(
      "div",
      { class: "search-tools", hidden: true },
      make("h2", { class: "search-said" }, say("search_page.results")),
      make("label", { for: "search-sort" }, `${say("search_page.sort")} `),
      this.sort,
      this.save,
    );
    this.chosen = make("div", { class: "search-chips" });
    this.facets = make("div", { class: "search-facet-lists" });
    this.narrow = make(
      "details",
      { class: "search-narrow" },
      make("summary", {}, make("h2", {}, say("search_page.narrow"))),
      this.facets,
    );
    const isWide = matchMedia("(min-width: 60em)").matches;
    this.narrow.open = isWide;
    this.pages = make("div", { class: "search-pages" });
    this.list = make("ol", { class: "search-hits" });
    this.pager = make("nav", { class: "search-pager", "aria-label": say("search_page.pages") });
    const found = [this.help, this.tools, this.list, this.pager, this.pages];
    const columns = [this.narrow, make("div", { class: "search-main-column" }, ...found)];
    // The keyboard goes as the eye does: on wide screens the filters stand behind the results.
    if (isWide) columns.reverse();
    // What an answer puts above them must not move them: they are shown with it.
    const hidden = !isBlank(readAddress(location.search));
    this.columns = make("div", { class: "search-columns", hidden }, ...columns);
    this.element.replaceChildren(
      this.form,
      this.chosen,
      this.status,
      this.notes,
      this.columns,
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
      const isOpen = isBlank(this.state) || this.state.text.endsWith(" "); // "Search in this order"
      if (place) {
        scrollTo(0, place);
      } else if (isOpen && !location.hash && document.activeElement === document.body) {
        this.input.focus({ preventScroll: true }); // who has gone on by keyboard stays there
        this.input.setSelectionRange(this.input.value.length, this.input.value.length);
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
    const query = state.text.trim();
    document.title = query ? say("search_page.title", { query, page: this.title }) : this.title;
    this.element.setAttribute("aria-busy", "true");
    this.slow = setTimeout(() => {
      if (!isOld()) this.say(say(this.started ? "search_page.searching" : "search_page.starting"));
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
    this.say(say("search_page.blank", { orders: sayOrders(orders) }));
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
    this.columns.hidden = false;
  }

  async showAnswer(state, facets, asked, answer, isOld) {
    const ranks = answer.hits.map((hit) => hit.rank);
    const askExcerpts = (some) => ask("excerpts", { text: state.text, ranks: some });
    const coming = askExcerpts(ranks.slice(0, SHOWN_FIRST));
    coming.catch(() => {}); // said below
    const isLate = await takesLonger(coming, PATIENCE);
    if (isOld()) return;
    this.help.open = answer.nothing;
    this.clear();
    this.say(...this.describe(state, answer));
    this.notes.replaceChildren(...answer.notes.map((note) => make("li", {}, note)));
    this.chosen.replaceChildren(...drawChosen(state, facets));
    this.tools.hidden = !answer.hits.length;
    if (!answer.hits.length && !asked.chosen.length) this.narrow.hidden = true;
    this.list.start = (state.page - 1) * PAGE + 1;
    const items = answer.hits.map(drawHit);
    items.forEach((item, place) => item.classList.toggle("is-late", isLate || place >= SHOWN_FIRST));
    this.list.replaceChildren(...items);
    this.drawPager(state, answer);
    if (state.page === 1 && state.text.trim() && !asked.chosen.length) this.offerPages(state.text);
    if (!answer.total && answer.exact) await this.drawAdvice(state, asked, answer);
    if (isOld()) return;
    const excerpts = await coming;
    if (isOld()) return;
    excerpts.forEach((found, place) => addExcerpts(items[place], found));
    this.stopNearing?.();
    this.stopNearing = whenNear(items.slice(SHOWN_FIRST), (item) => {
      askExcerpts([ranks[items.indexOf(item)]])
        .then(([found]) => isOld() || addExcerpts(item, found))
        .catch((problem) => isOld() || this.showProblem(problem));
    });
    const { counts, ...count } = await ask("facets", asked);
    if (isOld()) return;
    this.drawFacets(state, facets, counts);
    if (count.total > answer.total || count.exact !== answer.exact) {
      const counted = { ...answer, ...count };
      this.say(...this.describe(state, counted));
      this.drawPager(state, counted);
    }
  }

  // "12 orders. Read as: good and cause. Page 2 of 2."
  describe(state, answer) {
    const { total, exact, readAs, byRelevance, oldestKnown } = answer;
    if (answer.nothing) {
      return [make("strong", {}, say("search_page.nothing"))];
    }
    const count = make("strong", {}, sayTotal(total, exact));
    const parts = state.text.trim()
      ? sayWith("search_page.read_as", { total: count, query: make("q", {}, readAs.replace(/\.$/, "")) })
      : sayWith("search_page.total", { total: count });
    if (state.sort === "relevance" && !byRelevance && total) {
      parts.push(" ", say("search_page.too_many"));
    }
    if (state.sort === "oldest" && !oldestKnown && total) {
      parts.push(" ", say("search_page.oldest_of_newest"));
    }
    if (state.page > 1 && total) {
      const words = sayPage(state.page, Math.ceil(total / PAGE), exact);
      parts.push(" ", say("search_page.sentence", { words }));
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
    if (state.page > 1) parts.push(link(Math.min(state.page - 1, last), say("search_page.previous"), "prev"));
    if (total && (state.page > 1 || last > 1 || !exact)) parts.push(make("span", {}, sayPage(state.page, last, exact)));
    if (state.page < last) parts.push(link(state.page + 1, say("search_page.next"), "next"));
    if (!exact && state.page >= last) {
      const button = make("button", { type: "button" }, say("search_page.further"));
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
      advice.push(make("li", {}, ...sayWith("search_page.unknown_word", { word: make("q", {}, word) })));
    }
    if (unfiltered && (unfiltered.total || !unfiltered.exact)) {
      const address = writeAddress({ ...state, chosen: noneChosen(), page: 1 });
      const count = sayTotal(unfiltered.total, unfiltered.exact);
      advice.push(make(
        "li",
        {},
        ...sayWith("search_page.without_filters", { orders: make("a", { href: address }, count) }),
      ));
    } else if (didYouMean) {
      advice.push(offer(state, didYouMean));
    }
    if (chosen.length && !unfiltered) {
      advice.push(make("li", {}, say("search_page.clear_filter")));
    }
    const explained = didYouMean || unfiltered || unknown.length || nothing;
    if (!explained && state.text.trim().includes(" ")) {
      advice.push(make("li", {}, say(
        state.text.includes('"') ? "search_page.leave_quotes" : "search_page.leave_words",
      )));
    }
    advice.push(make("li", {}, ...sayWith("search_page.browse", { pages: linkBrowsePages() })));
    this.notes.append(...advice);
  }

  // Pages that were written by hand are read when somebody asks for them.
  offerPages(text) {
    if (!hasPages()) return;
    const button = make("button", { type: "button" }, say("search_page.ask_pages"));
    button.addEventListener("click", async () => {
      button.disabled = true;
      const { number } = this;
      const pages = await findPages(text).catch(() => []);
      if (number === this.number) this.drawPages(pages);
    });
    this.pages.replaceChildren(button);
  }

  drawPages(pages) {
    const heading = make("h2", { tabindex: "-1" }, say("search_page.about_archive"));
    const found = pages.length
      ? make("ul", {}, ...pages.map(drawPage))
      : make("p", {}, say("search_page.no_pages"));
    this.pages.replaceChildren(heading, found);
    heading.focus({ preventScroll: true });
  }

  showProblem({ kind, message }) {
    this.clear();
    const again = make("button", { type: "button" }, say("search_page.again"));
    again.addEventListener("click", () => this.again());
    this.narrow.hidden = true;
    const browse = sayWith("search_page.browse_instead", { pages: linkBrowsePages() });
    if (kind === "unsupported") {
      this.say(say("search_page.unsupported"), " ", ...browse);
    } else if (kind === "missing") {
      this.say(say("search_page.missing"), " ", again, " ", ...browse);
    } else {
      this.say(say("search_page.broken", { reason: message }), " ", again, " ", ...browse);
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

// Calls `act` once with each of these elements that is seen; from the first scroll on also with those
// within half a window of it. Returns what ends this.
function whenNear(elements, act) {
  const left = new Set(elements);
  const watch = (rootMargin) => {
    const watched = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting && left.delete(target)) act(target);
      }
    }, { rootMargin });
    left.forEach((one) => watched.observe(one));
  };
  watch("0%");
  addEventListener("scroll", () => watch("50% 0%"), { once: true });
  return () => left.clear();
}

// Whether something takes longer than so many milliseconds.
function takesLonger(promise, milliseconds) {
  const late = new Promise((resolve) => {
    setTimeout(resolve, milliseconds, true);
  });
  return Promise.race([promise.then(() => false, () => false), late]);
}

// "12 orders", "More than 700 orders", "No orders", "None so far"
// Another search, as a note with a link.
function offer(state, text) {
  const isAny = text.includes(" OR ") && !state.text.includes(" OR ");
  const link = make("a", { href: writeAddress({ ...state, text, page: 1 }) }, text);
  const lead = isAny ? "search_page.any_of_it" : "search_page.did_you_mean";
  return make("li", {}, ...sayWith(lead, { query: link }));
}

function sayTotal(total, exact) {
  if (!total) return say(exact ? "search_counts.none" : "search_counts.none_yet");
  return exact ? sayOrders(total) : say("search_counts.more_than", { orders: sayOrders(total) });
}

function sayPage(number, all, exact) {
  return exact ? say("search_page.page_of", { number, all }) : say("search_page.page", { number });
}

function sameSearch(one, other) {
  return writeAddress(one) === writeAddress(other);
}

// Their links in a row, as one part of a sentence.
function linkBrowsePages() {
  const pages = [
    ["cases/", say("search_page.cases")],
    ["judges/", say("search_page.judges")],
    ["courts/", say("search_page.courts")],
    ["years/", say("search_page.years")],
  ];
  return make("span", {}, ...pages.flatMap(([path, name], place) => [
    place ? ", " : "",
    make("a", { href: new URL(path, SITE).href }, name),
  ]));
}

// What the search shows on pages, in one file: its page, and what the box offers.

export { ask } from "./client.js";
export { open } from "./page/search_page.js";
export { attach } from "./page/suggestion_list.js";

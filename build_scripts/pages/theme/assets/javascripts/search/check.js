// The page that checks quotations, in one file.

export { open } from "./check/check_page.js";

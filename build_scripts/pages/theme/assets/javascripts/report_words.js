// The words of the form for reports, which come when somebody opens it; see words.js.

import { learn } from "./words.js";

export { say } from "./words.js";

learn("en", {}); // written by the build

/** The fields of the form: name, kind, the anchor of the words that speak for it, whether it is
    seldom seen, the values that it takes, each with its words. */
export const FIELDS = []; // written by the build

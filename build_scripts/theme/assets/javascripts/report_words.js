// The words of the form for reports, which come when somebody opens it; see words.js.

import { learn } from "./words.js";

export { say } from "./words.js";

learn("en", {}); // written by the build

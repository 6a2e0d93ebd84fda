// The words of the check of an order, which come when somebody asks for it; see words.js.

import { learn } from "./words.js";

export { say } from "./words.js";

learn("en", {}); // written by the build

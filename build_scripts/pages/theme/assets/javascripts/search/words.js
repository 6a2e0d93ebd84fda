// The words of the search; see ../words.js.

import { learn } from "../words.js";

export { capitalise, learn, say, sayDay, sayNumber, sayWith } from "../words.js";

learn("en", {}); // written by the build

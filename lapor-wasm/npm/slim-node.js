// The package with regions and keywords on demand, in Node.

import * as node from "./read-node.js";
import { slimLoader } from "./load.js";

export { LaporError } from "./error.js";

export const load = slimLoader(node);

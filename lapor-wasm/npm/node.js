// The package in Node.

import * as node from "./read-node.js";
import { loader } from "./load.js";

export { LaporError } from "./error.js";

export const load = loader(node);

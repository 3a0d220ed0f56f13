// The package where files are fetched: browsers, their workers, bundlers.

import * as web from "./read-web.js";
import { loader } from "./load.js";

export { LaporError } from "./error.js";

export const load = loader(web);

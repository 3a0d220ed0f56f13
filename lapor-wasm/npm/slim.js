// The package with regions and keywords on demand, where files are fetched.

import * as web from "./read-web.js";
import { slimLoader } from "./load.js";

export { LaporError } from "./error.js";

export const load = slimLoader(web);

// Without a bundler. The test's server has page.js at the root of each project.

import { load } from "/node_modules/lapor/index.js";
import { show } from "/page.js";

show(load);

import { load } from "lapor";
import { show } from "../page.js";

// esbuild leaves the files behind: the page says where they are
show(load, { base: "/node_modules/lapor/" });

import { load } from "lapor";
import { show } from "../page.js";

show(load);

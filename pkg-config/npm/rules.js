// The rules that answer: one instance for every function of an entry.

import { __wbg_reset_state, initSync, loadPack, loadPacks, setMessages } from "../glue/safeguarding_rules.js";
import { instanceOf } from "./instance.js";

export const rules = instanceOf({ __wbg_reset_state, initSync, loadPack, loadPacks, setMessages });

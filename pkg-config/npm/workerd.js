// The same questions where WebAssembly comes as a module of its own, as in Cloudflare's workers: bytes are refused there.

import module from "./safeguarding_rules_bg.wasm";
import { packs } from "./inlined.js";
import { rules } from "./rules.js";

export * from "./questions.js";

rules.startFrom({ module: () => module, packs });

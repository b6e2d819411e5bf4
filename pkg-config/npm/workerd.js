// The same questions where WebAssembly comes as a module of its own, as in Cloudflare's workers: bytes are refused there.

import module from "./safeguarding_rules_bg.wasm";
import { startFrom } from "./instance.js";

export * from "./questions.js";

startFrom(() => module);

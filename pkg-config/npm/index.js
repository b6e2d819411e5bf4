// The default entry: the compiled rules and their packs travel inside it and start at the first question.

import text from "../glue/safeguarding_rules_bg.json";
import { packs } from "./inlined.js";
import { bytesIn } from "./printable.js";
import { rules } from "./rules.js";

export * from "./questions.js";

rules.startFrom({ module: () => bytesIn(text), packs });

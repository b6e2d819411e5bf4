// The default entry: the compiled rules travel inside it and start at the first question.

import { inlined } from "./inlined.js";
import { startFrom } from "./instance.js";

export * from "./questions.js";

startFrom(inlined);

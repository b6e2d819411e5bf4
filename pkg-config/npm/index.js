// The default entry: the compiled rules travel inside it and start at the first question.

import base64 from "../glue/safeguarding_rules_bg.wasm";
import { startFrom } from "./instance.js";

export * from "./questions.js";

startFrom(() => {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
});

// A worker of a portal, and the package beside it. Its first import listens as it does in a page.

import "./watch.js";
import * as rules from "./safeguarding-rules/index.js";

const { said, breaches, changes } = globalThis.watch;

addEventListener("message", ({ data: calls }) => {
  const answers = calls.map(([name, given]) => JSON.stringify(rules[name](...given.map((one) => (one?.bytes ? Uint8Array.from(one.bytes) : one)))));
  postMessage({ answers, said, breaches, changes: changes() });
});

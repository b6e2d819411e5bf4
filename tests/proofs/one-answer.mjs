// Node answers each call as it is answered natively.
//
// node one-answer.mjs INSTALLED COUNT

import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { answered, differing, nativeCalls } from "./native-calls.mjs";

const [installed, count] = process.argv.slice(2);
const rules = await import(pathToFileURL(join(installed, "index.js")));
const calls = nativeCalls(Number(count));
const other = await differing(calls, (asked) => answered(asked, rules));
if (calls.length < 5 * count || other.length > 0) {
  console.error(`${other.length} of ${calls.length} calls are answered otherwise than natively, among them ${other.slice(0, 12).join(", ")}`);
  process.exit(1);
}
const digest = createHash("sha256").update(calls.map(({ digest }) => digest).join("\n")).digest("hex");
console.log(`reached: ${calls.length} calls of ten questions, natively and in Node: ${digest.slice(0, 12)}`);

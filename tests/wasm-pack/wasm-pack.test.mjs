// What `wasm-pack build pkg-config/wasm --target web` makes answers as the package does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const built = process.env.SAFEGUARDING_WASM_PACK ?? fileURLToPath(new URL("../../target/wasm-pack/", import.meta.url));
const rules = await import(new URL("../../pkg-config/packed/node_modules/safeguarding-rules/index.js", import.meta.url));

test("the door built with wasm-pack answers as the package does", async () => {
  const { initSync, classifyConcern } = await import(pathToFileURL(join(built, "safeguarding_rules_wasm.js")));
  initSync({ module: readFileSync(join(built, "safeguarding_rules_wasm_bg.wasm")) });
  const facts = { area: "county-durham", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" };
  assert.deepEqual(JSON.parse(classifyConcern(JSON.stringify(facts))), rules.classifyConcern(facts));
});

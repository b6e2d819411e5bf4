// What `wasm-pack build pkg-config/wasm --target web` makes answers as the package does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SEALED, workshop } from "../door/sealed.mjs";
import { OWN_PACK } from "../door/types/calls.mjs";

const built = process.env.SAFEGUARDING_WASM_PACK ?? fileURLToPath(new URL("../../target/wasm-pack/", import.meta.url));
const rules = await import(new URL("../../pkg-config/packed/node_modules/safeguarding-rules/index.js", import.meta.url));

test("the door built with wasm-pack answers as the package does", async () => {
  const { answer, comparePacks, initSync, loadPack, sealPack } = await import(pathToFileURL(join(built, "safeguarding_rules_wasm.js")));
  initSync({ module: readFileSync(join(built, "safeguarding_rules_wasm_bg.wasm")) });
  const facts = { area: "county-durham", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" };
  assert.deepEqual(JSON.parse(answer("classify-concern", JSON.stringify(facts))), rules.classifyConcern(facts));
  const sealed = sealPack(JSON.stringify(OWN_PACK));
  assert.deepEqual(sealed, SEALED);
  assert.deepEqual(JSON.parse(loadPack(sealed)), rules.loadPack(sealed));
  const sides = { before: "county-durham", after: "multi-agency-meetings" };
  assert.deepEqual(JSON.parse(comparePacks(JSON.stringify(sides))), workshop.comparePacks(sides));
});

// The Rust server of the documentation: it gives the very answer of the package, and refuses without repeating what was sent.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileOf } from "../door/package-under-test.mjs";

const SERVER = process.env.SAFEGUARDING_AXUM ?? fileURLToPath(new URL("../../target/servers/debug/rules-server", import.meta.url));
const rules = await import(fileOf("index.js"));
let server;
let address;

before(async () => {
  server = spawn(SERVER, ["127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(server.stdout, "data");
  [address] = String(line).match(/http\S+/);
});

after(() => server.kill());

const asked = (question, facts) => fetch(`${address}/${question}`, { method: "POST", body: JSON.stringify(facts) });

test("the answer is that of the package, byte for byte", async () => {
  const facts = { area: "county-durham", concernsIdentifiedAt: "2026-12-23", now: "2026-12-23T10:05Z" };
  const answer = await asked("classify-concern", facts);
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), JSON.stringify(rules.classifyConcern(facts)));
});

test("what is refused says the field, and nothing of what was sent", async () => {
  const refusal = await asked("classify-concern", { area: "county-durham", concernsIdentifiedAt: "the day Kim rang" });
  assert.equal(refusal.status, 422);
  const said = await refusal.text();
  assert.match(said, /^concernsIdentifiedAt: /);
  assert.doesNotMatch(said, /Kim/);
});

test("a question that nobody answers is refused with those that are", async () => {
  const refusal = await asked("how-soon", {});
  assert.equal(refusal.status, 422);
  assert.match(await refusal.text(), /classify-concern/);
});

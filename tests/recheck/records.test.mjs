// A chain of records: whatever is done to it is found, by the package, natively, and by Python with openssl. None of the three shares code.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileOf } from "../door/package-under-test.mjs";
import { calls } from "../door/sealed.mjs";

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { headOf, recheck, recordDecision, redact, verifyRecord, verifyRecords } = await import(fileOf("records.js"));
const XTASK = process.env.SAFEGUARDING_XTASK ?? "target/debug/xtask";
/** A Python with rfc8785; where none is named, that part is said to be left out. */
const PYTHON = process.env.SAFEGUARDING_PYTHON;

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const QUESTIONS = calls
  .filter(([name, type]) => type.startsWith("Decision") && !["explain"].includes(name))
  .map(([name, , facts]) => ({ question: kebab(name), facts }))
  .filter(({ facts }) => !JSON.stringify(facts).includes("own-pack"));
const CLASSIFIED = { question: "classify-concern", facts: { area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" } };

const folder = mkdtempSync(join(tmpdir(), "records-"));
after(() => rmSync(folder, { recursive: true }));

/** Some records of every question that the built-in rules answer, and a correction. */
let chain = [];
before(async () => {
  for (const asked of QUESTIONS) {
    const record = await recordDecision({ after: chain.at(-1), ...asked }).catch(({ code }) => assert.notEqual(code, "internal"));
    if (record) chain.push(record);
  }
  chain.push(await recordDecision({ after: chain.at(-1), corrects: chain[0].id, ...CLASSIFIED }));
  assert.ok(chain.length > 10);
  chain = plain(chain);
});

const plain = (value) => JSON.parse(JSON.stringify(value));

/** What Rust and, where there is one, Python say of records: true where they find them whole. */
function elsewhere(records, head) {
  const [file, headFile] = [join(folder, "records.jsonl"), join(folder, "head.json")];
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  if (head) writeFileSync(headFile, JSON.stringify(head));
  const given = head ? [file, headFile] : [file];
  const ran = [spawnSync(XTASK, ["record", "verify", ...given], { cwd: pathOf("."), encoding: "utf8" })];
  if (PYTHON) ran.push(spawnSync(PYTHON, [pathOf("pkg-config/npm/examples/verify-records.py"), ...given], { encoding: "utf8" }));
  for (const { stdout, stderr, error } of ran) assert.match(`${error ?? ""}${stdout}${stderr}`, /\d+ records: (not )?whole/);
  return ran.map(({ status }) => status === 0);
}

async function isWhole(records, head, expected, what) {
  assert.equal((await verifyRecords(records, head)).isWhole, expected, what);
  for (const found of elsewhere(records, head)) assert.equal(found, expected, what);
}

test("a chain of every question is whole, and each answer is that of its own facts", async () => {
  const verified = await verifyRecords(chain, headOf(chain.at(-1)));
  assert.deepEqual(verified.findings, []);
  assert.deepEqual([...new Set(verified.reruns.map(({ rerun }) => rerun))], ["same"]);
  await isWhole(chain, headOf(chain.at(-1)), true, "as it was made");
});

/** Each kind of what may be done to a chain that has a head. */
const KINDS = {
  "a fact changed": (records, at) => change(records[at].contents, Object.keys(records[at].contents).at(-1)),
  "an answer changed": (records, at) => { records[at].contents.decision.value.settled = "perhaps"; },
  "a salt changed": (records, at) => { records[at].contents.decision.salt = "00".repeat(16); },
  "the hash of a part changed": (records, at) => { records[at].parts.decision = "00".repeat(32); },
  "a part added": (records, at) => { records[at].contents["facts.other"] = { salt: "", value: 1 }; },
  "a part taken out in silence": (records, at) => { delete records[at].contents.decision; },
  "another time": (records, at) => { records[at].madeAt = "2020-01-01T00:00:00.000Z"; },
  "another question": (records, at) => { records[at].question += "x"; },
  "another correction": (records, at) => { records[at].corrects = records[0].id; },
  "another id": (records, at) => { records[at].id = records[(at + 1) % records.length].id; },
  "another hash": (records, at) => { records[at].hash = "00".repeat(32); },
  "a record taken out": (records, at) => { records.splice(at, 1); },
  "a record doubled": (records, at) => { records.splice(at, 0, plain(records[at])); },
  "two records swapped": (records, at) => { const next = (at + 1) % records.length; [records[at], records[next]] = [records[next], records[at]]; },
  "the tail cut off": (records, at) => { records.length = at; },
};

function change(contents, part) {
  contents[part].value = [contents[part].value];
}

for (const [what, spoil] of Object.entries(KINDS)) {
  test(`${what} is found at every place, here and by the others`, async () => {
    const head = headOf(chain.at(-1));
    for (const at of chain.keys()) {
      const spoilt = plain(chain);
      spoil(spoilt, at);
      if (spoilt.length === 0 || JSON.stringify(spoilt) === JSON.stringify(chain)) continue;
      const { isWhole, findings } = await verifyRecords(spoilt, head);
      assert.ok(!isWhole && findings.every(({ code, text }) => code && text.length > 20), `${what} at ${at}`);
    }
    const spoilt = plain(chain);
    spoil(spoilt, 3);
    await isWhole(spoilt, head, false, what);
  });
}

test("whoever forges an answer and all hashes after it is found by the rules, and by the head", async () => {
  const { contents, hash, ...first } = plain(chain[0]);
  contents.decision.value.answer.heading = "Nothing is to be done.";
  const forged = await rehashed({ ...first, contents });
  assert.deepEqual((await verifyRecord(forged)).findings.map(({ code }) => code), ["differs"]);
  assert.deepEqual((await verifyRecords([forged])).findings.map(({ code }) => code), ["differs"]);
  // Only those that have the rules can tell.
  assert.equal(elsewhere([forged], headOf(forged))[0], false);
  const shorter = [chain[0]];
  assert.equal((await verifyRecords(shorter, headOf(chain.at(-1)))).findings[0].code, "length");
  assert.deepEqual([(await verifyRecords(shorter)).isWhole, (await verifyRecords(shorter)).isHeadChecked], [true, false]);
});

async function rehashed({ contents, hash: _, ...hashed }) {
  const { default: canonicalize } = await import("../../pkg-config/node_modules/canonicalize/lib/canonicalize.js");
  const digest = async (value) => Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalize(value)))).toString("hex");
  for (const [part, content] of Object.entries(contents)) hashed.parts[part] = await digest(content);
  return { ...hashed, contents, hash: await digest(hashed) };
}

test("what is taken out with a record of it leaves the chain whole, and takes the answer with it", async () => {
  const CANARY = "CanaryBird";
  const first = await recordDecision({ ...CLASSIFIED, facts: { ...CLASSIFIED.facts, complexReason: CANARY } });
  const second = await recordDecision({ after: first, ...CLASSIFIED });
  const { record, redaction } = await redact({ after: second, record: first, parts: ["facts.complexReason"], reason: "asked for by the family" });
  const records = [record, second, redaction];
  assert.ok(JSON.stringify(first).includes(CANARY) && !JSON.stringify(records).includes(CANARY));
  assert.deepEqual((await verifyRecord(record)).redacted, ["decision", "facts.complexReason"]);
  assert.deepEqual((await verifyRecords(records)).reruns.map(({ rerun }) => rerun), ["not-possible", "same", "not-possible"]);
  await isWhole(records, headOf(redaction), true, "redacted");
  await isWhole([record, second], headOf(second), false, "without a record of the redaction");
  await isWhole([first, second, redaction], headOf(redaction), false, "still there");
  const again = await redact({ after: redaction, record, parts: ["facts.area"], reason: "asked for by the family" });
  await isWhole([again.record, second, redaction, again.redaction], headOf(again.redaction), true, "redacted twice");
  for (const parts of [[], ["facts.complexReason"], ["toString"], "decision"]) {
    await assert.rejects(redact({ after: second, record, parts, reason: "a reason" }), { code: "bad-input", path: "parts" });
  }
  for (const reason of ["", ".", 7, undefined]) {
    await assert.rejects(redact({ after: second, record: first, parts: ["decision"], reason }), { code: "bad-input", path: "reason" });
  }
});

test("the same text in two records has two hashes: none can be guessed from the other", async () => {
  const [one, other] = [await recordDecision(CLASSIFIED), await recordDecision(CLASSIFIED)];
  for (const part of Object.keys(one.parts)) assert.notEqual(one.parts[part], other.parts[part]);
});

test("anything may be verified: what is no record is said to be none, and nothing of it is repeated", async () => {
  const hostile = [null, 7, "CanaryBird", [], {}, { ...chain[0], parts: [] }, { ...chain[0], contents: { decision: null } }, { ...chain[0], kind: "CanaryBird" }];
  for (const record of hostile) {
    const verified = await verifyRecords([record], { CanaryBird: 1 });
    assert.ok(!verified.isWhole && !(await verifyRecord(record)).isWhole);
    assert.ok(!JSON.stringify(verified).includes("CanaryBird"));
  }
  const unreadable = [new Proxy({}, { get() { throw new Error("CanaryBird"); } }), { ...chain[0], contents: { decision: { salt: "", value: 7n } } }];
  for (const record of [...unreadable, { ...chain[0], hash: { toString: 7 } }]) {
    assert.deepEqual((await verifyRecord(record)).findings.map(({ code }) => code), ["not-a-record"]);
    assert.equal((await verifyRecords([record])).findings[0].code, "not-a-record");
    assert.throws(() => headOf(record), { code: "bad-input" });
    await assert.rejects(recordDecision({ after: record, ...CLASSIFIED }), { code: "bad-input", path: "after" });
  }
  const refusing = Object.defineProperty({}, "question", { enumerable: true, get() { throw new Error("CanaryBird"); } });
  for (const given of [undefined, null, 7]) {
    assert.equal(recheck(given).verdict, "refused");
    await assert.rejects(recordDecision(given), { code: "bad-input", path: "" });
    await assert.rejects(redact(given), { code: "bad-input", path: "record" });
  }
  assert.throws(() => recheck(refusing), { code: "unreadable" });
  await assert.rejects(recordDecision(refusing), { code: "unreadable" });
  await assert.rejects(recordDecision({ ...CLASSIFIED, corrects: 7n }), { code: "bad-input", path: "corrects" });
  await assert.rejects(recordDecision({ ...CLASSIFIED, madeAt: new Date(0) }), { code: "bad-input", path: "madeAt" });
  await assert.rejects(redact({ after: chain[0], record: chain[0], parts: [{ toString: 7 }], reason: "asked" }), { code: "bad-input", path: "parts" });
  await assert.rejects(redact({ after: chain[0], record: chain[0], parts: ["decision"], reason: "asked \ud800" }), { code: "bad-input", path: "reason" });
  let reads = 0;
  const changing = { question: "classify-concern", facts: { get area() { return reads++ === 0 ? "generic" : "county-durham"; } } };
  assert.equal((await verifyRecord(await recordDecision(changing))).rerun, "same");
  await assert.rejects(verifyRecords({}), { code: "bad-input" });
  await assert.rejects(recordDecision({ question: "load-pack", facts: {} }), { code: "bad-word", path: "question" });
  await assert.rejects(recordDecision({ after: {}, ...CLASSIFIED }), { code: "bad-input", path: "after" });
  assert.throws(() => headOf({}), { code: "bad-input" });
});

test("a record of consent repeats itself with the id, time and salt that were made", async () => {
  const record = await recordDecision({ question: "record-consent-basis", facts: { area: "generic", purpose: "to protect a child" } });
  assert.deepEqual(["id", "createdAt", "salt"].map((name) => typeof record.contents[`facts.${name}`].value), ["string", "string", "string"]);
  assert.equal((await verifyRecord(record)).rerun, "same");
  const facts = Object.fromEntries(Object.entries(record.contents).filter(([part]) => part !== "decision").map(([part, { value }]) => [part.slice(6), value]));
  assert.equal(recheck({ question: record.question, facts, decision: record.contents.decision.value }).verdict, "same");
});

test("a chain of a thousand records: every kind of change is found", async () => {
  const long = [];
  for (let day = 0; day < 1_000; day += 1) {
    const concernsIdentifiedAt = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    long.push(await recordDecision({ after: long.at(-1), question: "classify-concern", facts: { area: "generic", concernsIdentifiedAt } }));
  }
  const head = headOf(long.at(-1));
  await isWhole(long, head, true, "as it was made");
  for (const [what, spoil] of Object.entries(KINDS)) {
    const spoilt = plain(long);
    spoil(spoilt, 777);
    assert.equal((await verifyRecords(spoilt, head)).isWhole, false, what);
  }
});

test("a head that openssl signed is that of whoever holds the key", { skip: !PYTHON && "SAFEGUARDING_PYTHON names no Python with rfc8785" }, () => {
  const [file, head, signature, key, openKey] = ["records.jsonl", "head.json", "head.sig", "key.pem", "public.pem"].map((name) => join(folder, name));
  const openssl = (...words) => assert.equal(spawnSync("openssl", words).status, 0, words.join(" "));
  writeFileSync(file, chain.map((record) => `${JSON.stringify(record)}\n`).join(""));
  writeFileSync(head, JSON.stringify(headOf(chain.at(-1))));
  openssl("genpkey", "-algorithm", "ed25519", "-out", key);
  openssl("pkey", "-in", key, "-pubout", "-out", openKey);
  openssl("pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", head, "-out", signature);
  const verify = () => spawnSync(PYTHON, [pathOf("pkg-config/npm/examples/verify-records.py"), file, head, signature, openKey], { encoding: "utf8" });
  assert.equal(verify().status, 0, verify().stdout);
  writeFileSync(head, JSON.stringify({ ...headOf(chain.at(-1)), more: 1 }));
  assert.match(verify().stdout, /not signed by this key/);
});

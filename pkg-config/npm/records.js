// Records of answers that can be verified: each holds the facts, the answer, and the hash of the record before it. What is in a
// record is hashed part by part, each with a salt, so that a part can be taken out and all hashes hold.

import canonicalize from "canonicalize";
import { answerQuestion } from "safeguarding-rules";
import { SafeguardingError } from "./error.js";
import { textOf } from "./facts.js";
import { asJson, fieldsOf } from "./given.js";
import { entriesIn } from "./many.js";
import { factsToRepeat, recheck } from "./recheck.js";

export { SafeguardingError } from "./error.js";
export { recheck } from "./recheck.js";

const FORMAT = "safeguarding-rules/record";
const FORMAT_OF_A_HEAD = "safeguarding-rules/head";
const VERSION = 1;
const BYTES_OF_A_SALT = 16;
const DECISION = "decision";
const FACT = "facts.";
/** As a text of facts. */
const LONGEST = 10_000;
const HASH = /^[0-9a-f]{64}$/;

export async function recordDecision(made) {
  const { after = null, question, facts, corrects = null, madeAt = new Date().toISOString() } = fieldsOf(made);
  if (corrects !== null) textAt("corrects", corrects, "Expected the id of an earlier record.");
  // Read once: what is answered is what is kept.
  const read = JSON.parse(textOf(facts));
  const decision = answerQuestion(question, read);
  const kept = factsToRepeat({ question, facts: read, decision });
  const contents = { [DECISION]: salted(decision) };
  for (const [name, value] of Object.entries(kept)) contents[FACT + name] = salted(value);
  return linked({ after, madeAt, own: { kind: "decision", question, corrects, basis: decision.basis }, contents });
}

export async function redact(asked) {
  const { after, madeAt = new Date().toISOString(), ...given } = fieldsOf(asked);
  const [record, parts] = [asJson(given.record), asJson(given.parts)];
  const { reason } = given;
  if (!isRecord(record)) refuse("record", "Expected a record as recordDecision made it.");
  if (!Array.isArray(parts) || parts.length === 0 || !parts.every((part) => typeof part === "string" && Object.hasOwn(record.contents, part)))
    refuse("parts", "Expected names of parts that stand in contents of this record.");
  textAt("reason", reason, "Expected why, in words: it stays in the chain.");
  if (!/\p{Letter}/u.test(reason)) refuse("reason", "Expected why, in words: it stays in the chain.");
  // An answer may repeat any fact.
  const taken = [...new Set([...parts, ...(Object.hasOwn(record.contents, DECISION) ? [DECISION] : [])])].sort();
  const own = { kind: "redaction", redacts: record.id, redactedParts: taken };
  const redaction = await linked({ after, madeAt, own, contents: { reason: salted(reason) } });
  const left = Object.entries(record.contents).filter(([part]) => !taken.includes(part));
  return { redaction, record: { ...record, contents: Object.fromEntries(left) } };
}

export function headOf(given) {
  const last = asJson(given);
  if (!isRecord(last)) refuse("", "Expected the last record of a chain.");
  return { format: FORMAT_OF_A_HEAD, version: VERSION, length: last.number, hash: last.hash };
}

export async function verifyRecord(given) {
  const record = asJson(given);
  if (!isRecord(record)) return told([finding("not-a-record")], { redacted: [], rerun: "not-possible" });
  const findings = [];
  const { contents, hash, ...hashed } = record;
  if ((await digestOf(hashed)) !== hash) findings.push(finding("hash"));
  for (const [part, content] of Object.entries(contents)) {
    if (!Object.hasOwn(record.parts, part)) findings.push(finding("part-added"));
    else if ((await digestOf(content)) !== record.parts[part]) findings.push(finding("part-changed", part));
  }
  const redacted = Object.keys(record.parts).filter((part) => !Object.hasOwn(contents, part)).sort();
  const rerun = rerunOf(record, redacted);
  if (rerun === "differs" || rerun === "refused") findings.push(finding(rerun));
  return told(findings, { redacted, rerun });
}

export async function verifyRecords(given, head = null) {
  const records = listIn(given).map(asJson);
  const chain = { seen: new Map(), taken: new Map(), previous: null };
  const [findings, reruns] = [[], []];
  for (const [index, record] of records.entries()) {
    const number = index + 1;
    const { findings: own, rerun, redacted } = await verifyRecord(record);
    reruns.push({ number, rerun });
    const inChain = isRecord(record) ? joined(chain, record, number, redacted) : [];
    findings.push(...[...own, ...inChain].map((found) => ({ number, ...found })));
    chain.previous = record?.hash ?? null;
  }
  findings.push(...redactions(chain));
  if (head !== null) findings.push(...ofHead(asJson(head), records));
  return told(findings, { length: records.length, isHeadChecked: head !== null, reruns });
}

/** What is wrong with the place of a record among the others. */
function joined(chain, record, number, redacted) {
  const { seen, taken } = chain;
  const findings = [];
  if (record.number !== number) findings.push(finding("number"));
  if (record.previous !== chain.previous) findings.push(finding("previous"));
  if (seen.has(record.id)) findings.push(finding("id-twice"));
  if (typeof record.corrects === "string" && !seen.has(record.corrects)) findings.push(finding("corrects-nothing"));
  if (record.kind === "redaction") {
    if (seen.has(record.redacts)) taken.set(record.redacts, [...(taken.get(record.redacts) ?? []), ...record.redactedParts]);
    else findings.push(finding("redacts-nothing"));
  }
  seen.set(record.id, { number, redacted });
  return findings;
}

/** Is what a record lacks what a later one says was taken out, neither more nor less? */
function redactions({ seen, taken }) {
  return [...seen].flatMap(([id, { number, redacted }]) => {
    const said = taken.get(id) ?? [];
    return [
      ...redacted.filter((part) => !said.includes(part)).map((part) => ({ number, ...finding("taken-in-silence", part) })),
      ...said.filter((part) => !redacted.includes(part)).map((part) => ({ number, ...finding("not-taken", part) })),
    ];
  });
}

function ofHead(head, records) {
  const isHead = isTable(head) && head.format === FORMAT_OF_A_HEAD && head.version === VERSION;
  if (!isHead) return [finding("not-a-head")];
  if (head.length !== records.length) return [finding("length")];
  return head.hash === records.at(-1)?.hash ? [] : [finding("last")];
}

function rerunOf({ kind, question, contents }, redacted) {
  if (kind !== "decision" || redacted.length > 0) return "not-possible";
  const facts = {};
  for (const [part, { value }] of Object.entries(contents)) if (part.startsWith(FACT)) facts[part.slice(FACT.length)] = value;
  try {
    return recheck({ question, facts, decision: contents[DECISION]?.value }).verdict;
  } catch (error) {
    if (error instanceof SafeguardingError && error.code !== "internal") return "refused";
    throw error;
  }
}

const SAID = {
  "not-a-record": "This is no record of this format.",
  hash: "What stands in this record is not what was hashed: it was changed.",
  "part-changed": "A part of this record is not what was hashed: it was changed.",
  "part-added": "A part was added to this record.",
  differs: "The rules give another answer to these facts.",
  refused: "The rules refuse these facts.",
  number: "Its number is not its place: a record was taken out, put in or moved.",
  previous: "It does not follow the record before it: a record was taken out, put in, moved or changed.",
  "id-twice": "Its id is that of a record before it.",
  "corrects-nothing": "It corrects a record that does not stand before it.",
  "redacts-nothing": "It speaks of a record that does not stand before it.",
  "taken-in-silence": "A part is missing, and no later record says that it was taken out.",
  "not-taken": "A later record says that this part was taken out, and it still stands here.",
  "not-a-head": "This is no head of a chain.",
  length: "The head counts another number of records: some were cut off or added.",
  last: "The head ends with another record.",
};

function finding(code, part) {
  return { code, ...(part && { part }), text: SAID[code] };
}

function told(findings, more) {
  return { isWhole: findings.length === 0, findings, ...more };
}

async function linked({ after: given, madeAt, own, contents }) {
  const after = given === null ? null : asJson(given);
  textAt("madeAt", madeAt, "Expected when it was made, as a text such as 2026-03-02T09:10:00Z.");
  if (after !== null && !isRecord(after)) refuse("after", "Expected the last record of the chain, or null where this is the first.");
  const parts = {};
  for (const [part, content] of Object.entries(contents)) parts[part] = await digestOf(content);
  const place = { number: (after?.number ?? 0) + 1, previous: after?.hash ?? null };
  const hashed = { format: FORMAT, version: VERSION, ...place, id: secure().randomUUID(), madeAt, ...own, parts };
  return { ...hashed, contents, hash: await digestOf(hashed) };
}

function salted(value) {
  return { salt: hexadecimal(secure().getRandomValues(new Uint8Array(BYTES_OF_A_SALT))), value };
}

async function digestOf(value) {
  return hexadecimal(new Uint8Array(await secure().subtle.digest("SHA-256", new TextEncoder().encode(canonicalize(value)))));
}

// A browser has it for pages that came by https, or from this machine.
function secure() {
  if (globalThis.crypto?.subtle) return globalThis.crypto;
  throw new SafeguardingError("internal", "", "Records are made and verified only in a page that was loaded by https.");
}

function hexadecimal(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isRecord(value) {
  return (
    isTable(value) && value.format === FORMAT && value.version === VERSION && Number.isSafeInteger(value.number) &&
    typeof value.hash === "string" && HASH.test(value.hash) && typeof value.id === "string" && isTable(value.parts) && isTable(value.contents) &&
    Object.values(value.contents).every(isTable) && (value.kind === "decision" || Array.isArray(value.redactedParts))
  );
}

function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listIn(given) {
  try {
    if (Array.isArray(given)) return entriesIn(given);
  } catch {
    // A Proxy that cannot be read is no list either.
  }
  return refuse("", "Expected a list of records, the first one first.");
}

/** Half a character would be hashed as another one. */
function textAt(path, text, message) {
  if (typeof text !== "string" || text.length > LONGEST || /\p{Surrogate}/u.test(text)) refuse(path, message);
}

function refuse(path, message) {
  throw new SafeguardingError("bad-input", path, message);
}

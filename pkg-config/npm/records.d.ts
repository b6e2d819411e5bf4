// Records of answers that can be verified, and the check of an answer that a page has posted.

import type { Basis } from "./index.js";

export { SafeguardingError } from "./index.js";

/** What a page posts: the question, the facts and the answer that it showed. */
export interface PostedAnswer {
  /** The question's name, such as "classify-concern". */
  readonly question: string;
  /** The facts that it was asked with. */
  readonly facts: object;
  /** The decision as it was posted, with the format's number of an element or without. */
  readonly decision: unknown;
}

/** What came of working a posted answer out again. */
export interface Recheck {
  /**
   * - "same": these facts give this answer.
   * - "differs": they give another, and in any case where a date is another.
   * - "other-rules": another version of the library or of a pack answered; every date is the same, and nothing more is proved.
   * - "refused": these facts have no answer.
   */
  readonly verdict: "same" | "differs" | "other-rules" | "refused";
  /** Where it differs, dates first; or the field that was refused. */
  readonly paths: readonly string[];
  /** What the rules answer here: keep this one, not the posted one. Null where they refuse. */
  readonly decision: object | null;
}

/** A part of a record, with the salt that keeps a short text from being guessed by its hash. */
export interface RecordPart {
  /** 16 random bytes, hexadecimal. */
  readonly salt: string;
  /** The fact, the decision, or the reason of a redaction. */
  readonly value: unknown;
}

/** What every record of a chain bears. `hash` is the SHA-256 of all of it but `contents` and `hash`, in canonical form (RFC 8785). */
export interface ChainedRecord {
  /** Always "safeguarding-rules/record". */
  readonly format: "safeguarding-rules/record";
  /** The version of the format. */
  readonly version: 1;
  /** Its place in the chain, from 1. */
  readonly number: number;
  /** The hash of the record before it; null for the first. */
  readonly previous: string | null;
  /** A UUID. */
  readonly id: string;
  /** When it was made, by the clock of whoever made it: it proves nothing about the time. */
  readonly madeAt: string;
  /** The SHA-256 of each part, by its name, hexadecimal. */
  readonly parts: Readonly<Record<string, string>>;
  /** The parts themselves, by name: what was taken out is missing here and stays in `parts`. */
  readonly contents: Readonly<Record<string, RecordPart>>;
  /** The record's own hash. */
  readonly hash: string;
}

/** A record of an answer: `facts.NAME` for each fact, and `decision`. */
export interface DecisionRecord extends ChainedRecord {
  /** Tells it from a redaction. */
  readonly kind: "decision";
  /** The question's name. */
  readonly question: string;
  /** The id of an earlier record that this one corrects; null where it corrects none. */
  readonly corrects: string | null;
  /** What the answer was worked out with: needed to work it out again. */
  readonly basis: Basis;
}

/** A record that parts of an earlier one were taken out; its only part is the `reason`. */
export interface RedactionRecord extends ChainedRecord {
  /** Tells it from a decision. */
  readonly kind: "redaction";
  /** The id of the record from which they were taken. */
  readonly redacts: string;
  /** Their names. */
  readonly redactedParts: readonly string[];
}

/** States how long a chain is and how it ends: kept elsewhere, it shows a cut tail. */
export interface ChainHead {
  /** Always "safeguarding-rules/head". */
  readonly format: "safeguarding-rules/head";
  /** The version of the format. */
  readonly version: 1;
  /** How many records there are. */
  readonly length: number;
  /** The hash of the last one. */
  readonly hash: string;
}

/** Something that is wrong with a record or a chain. No text of a record is repeated in it. */
export interface RecordFinding {
  /** In kebab-case: "hash", "part-changed", "number", "previous", "taken-in-silence", "length" and others. */
  readonly code: string;
  /** The record's place, from 1; left out where it concerns the whole, or one record alone was verified. */
  readonly number?: number;
  /** The part's name, where it concerns one. */
  readonly part?: string;
  /** The sentence. */
  readonly text: string;
}

/** What came of asking the rules again: "not-possible" for a redaction, and where parts were taken out. */
export type Rerun = Recheck["verdict"] | "not-possible";

/** What came of verifying one record. */
export interface VerifiedRecord {
  /** Is it as it was made, and do its facts give its answer? */
  readonly isWhole: boolean;
  /** What is wrong. */
  readonly findings: readonly RecordFinding[];
  /** Parts that were taken out. Whether that was recorded, only the chain tells. */
  readonly redacted: readonly string[];
  /** What the rules answer to the same facts now. */
  readonly rerun: Rerun;
}

/** What came of verifying a chain. */
export interface VerifiedRecords {
  /** Is nothing wrong? */
  readonly isWhole: boolean;
  /** What is wrong, record by record. */
  readonly findings: readonly RecordFinding[];
  /** How many records were given. */
  readonly length: number;
  /** Was a head given? Without one a cut tail cannot be seen. */
  readonly isHeadChecked: boolean;
  /** What the rules answer to the facts of each record now. */
  readonly reruns: readonly {
    /** The record's place, from 1. */
    readonly number: number;
    /** What came of asking again. */
    readonly rerun: Rerun;
  }[];
}

/**
 * Works a posted answer out again from the facts that came with it, and compares.
 * @example recheck({ question: "classify-concern", facts: { area: "generic" }, decision: null }).verdict;
 * @throws {SafeguardingError} "bad-word" where the facts are some and the question is none; "unreadable" where reading what is given throws; "internal".
 */
export function recheck(posted: PostedAnswer): Recheck;

/**
 * Asks a question and makes a record of facts and answer, to stand after the last record of a chain.
 * @example await recordDecision({ question: "classify-concern", facts: { area: "generic" } });
 * @throws {SafeguardingError} "bad-word" where the question is none, "bad-input" where `after` is no record or another field no text, "unreadable" where reading one throws, and what the question throws.
 */
export function recordDecision(made: {
  /** The last record of the chain; left out for the first. */
  readonly after?: DecisionRecord | RedactionRecord | null;
  /** The question's name. */
  readonly question: string;
  /** Its facts. */
  readonly facts: object;
  /** The id of an earlier record that this one corrects. */
  readonly corrects?: string | null;
  /** When it was made; this moment by the machine's clock where it is left out. */
  readonly madeAt?: string;
}): Promise<DecisionRecord>;

/**
 * Takes parts out of a record: gives the record without them, to put in its place, and a record of the redaction, to stand after
 * the last of the chain. The answer is always taken out too, for it may repeat any fact.
 * @example await recordDecision({ question: "classify-concern", facts: { area: "generic" } }).then((record) => redact({ after: record, record, parts: ["facts.area"], reason: "asked for by the family" }));
 * @throws {SafeguardingError} "bad-input" where a record, a part or the reason is none, "unreadable" where reading a field throws.
 */
export function redact(asked: {
  /** The last record of the chain. */
  readonly after: DecisionRecord | RedactionRecord;
  /** The record from which parts are taken. */
  readonly record: DecisionRecord | RedactionRecord;
  /** Names of parts that stand in its `contents`. */
  readonly parts: readonly string[];
  /** Why. It stays in the chain. */
  readonly reason: string;
  /** When; this moment by the machine's clock where it is left out. */
  readonly madeAt?: string;
}): Promise<{
  /** To stand after the last record. */
  readonly redaction: RedactionRecord;
  /** To stand in the place of the one that was given. */
  readonly record: DecisionRecord | RedactionRecord;
}>;

/**
 * The head of a chain, from its last record: keep it where whoever keeps the chain cannot change it.
 * @example await recordDecision({ question: "classify-concern", facts: { area: "generic" } }).then(headOf);
 * @throws {SafeguardingError} "bad-input" where it is no record.
 */
export function headOf(last: DecisionRecord | RedactionRecord): ChainHead;

/**
 * Is one record as it was made, and do its facts give its answer? Takes anything, and says what is wrong with it.
 * @example await recordDecision({ question: "classify-concern", facts: { area: "generic" } }).then(verifyRecord);
 * @throws {SafeguardingError} "internal" where the page has no cryptography.
 */
export function verifyRecord(record: unknown): Promise<VerifiedRecord>;

/**
 * Is a chain whole: no record changed, taken out, put in, moved or doubled, nothing taken out in silence, and with its head no tail
 * cut off?
 * @example await recordDecision({ question: "classify-concern", facts: { area: "generic" } }).then((record) => verifyRecords([record], headOf(record)));
 * @throws {SafeguardingError} "bad-input" where it is no list; "internal" where the page has no cryptography.
 */
export function verifyRecords(records: readonly unknown[], head?: ChainHead | null): Promise<VerifiedRecords>;

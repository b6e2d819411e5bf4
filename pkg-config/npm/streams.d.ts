// Very many records, one after another: read from a file, reported, and judged anew under other rules.

import type { DecisionOf, FactsOf, Question, QuestionFor, Scope, StreamOptions } from "./index.js";

export { reportQuarterFrom } from "./index.js";

/** Whatever a text is read from: a file, a response, a stream of bytes or of texts, bytes, or a text. */
export type TextSource =
  | string | ArrayBuffer | ArrayBufferView | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>
  | { stream(): unknown } | { getReader(): unknown } | WithBody;

/** What holds a stream, as a response does. */
export interface WithBody {
  /** The stream. */
  readonly body: unknown;
}

/** The documents and the day under which cases are judged anew: what they say of either themselves gives way to it. */
export type RulesOfReplay = Pick<Scope, "area" | "packs" | "asOf" | "national">;

/** How somebody is told how far it is, and what is told of single cases. */
export interface ReplayOptions extends StreamOptions {
  /** So many of the first cases that differ are told whole; 10 where it is left out, 1,000 at most. */
  readonly examples?: number;
}

/** A word of an answer that changes to another in some cases. */
export interface Change {
  /** The field of the answer, or `settled`. */
  readonly field: string;
  /** What it is under the case's own rules. */
  readonly before: string | boolean | null;
  /** What it is under the other rules. */
  readonly after: string | boolean | null;
  /** In how many cases. */
  readonly cases: number;
}

/** A case whose answer differs. */
export interface ReplayedCase<Q extends Question = Question> {
  /** Its place among all, from 0. */
  readonly place: number;
  /** The fields of the answer that differ, and `settled` where that does. */
  readonly fields: readonly string[];
  /** The decision under the case's own rules. */
  readonly before: DecisionOf[Q];
  /** The decision under the other rules. */
  readonly after: DecisionOf[Q];
}

/** What other rules would change. */
export interface Replayed<Q extends Question = Question> {
  /** How many cases there were. */
  readonly cases: number;
  /** The answers of how many differ. */
  readonly different: number;
  /** In how many cases each field of the answer differs, by its name; `settled` too. */
  readonly fields: Readonly<Record<string, number>>;
  /** The words of closed lists that change, such as a timescale, the most frequent first: at most a thousand kinds of change. */
  readonly changes: readonly Change[];
  /** The first cases that differ. */
  readonly examples: readonly ReplayedCase<Q>[];
}

/**
 * Judges each case twice and tells what differs: by the rules that it names itself, with its own `asOf` those in force on its day, and
 * by other documents or another day. It ends at the first case that is refused. No case is held but the examples.
 * @throws {SafeguardingError} "bad-input" or "unreadable" at `against`, at `cases`, where they cannot be gone through, at `options` or at one of them; "bad-word" at `question`; and else what the question's function throws, named by the place of the case, such as `cases[3].asOf`. What the stream itself throws on its way, what `onProgress` throws, and the reason of a `signal`, is thrown as it is.
 * @example (await replay("classify-concern", [{ area: "generic", asOf: "2026-03-02", concernsIdentifiedAt: "2026-03-02" }], { area: "county-durham" })).different;
 */
export function replay<Q extends Question>(question: Q, cases: Iterable<FactsOf[Q]> | AsyncIterable<FactsOf[Q]>, against: RulesOfReplay, options?: ReplayOptions): Promise<Replayed<Q>>;
/**
 * The facts on each line of a text, one JSON object a line. Empty lines are passed over.
 * @throws {SafeguardingError} "bad-input" at a line that holds no object, such as `lines[3]`, from 0, or where the text is no UTF-8; "too-large" for a line of more than 1,000,000 characters; "bad-input" or "unreadable" where the source is none.
 * @example (await readJsonLines('{"endedAt":"2026-10-05T15:00"}').next()).value.endedAt;
 */
export function readJsonLines<Facts = any>(source: TextSource): AsyncGenerator<Facts, void, undefined>;
/**
 * The facts in each row of a table (CSV). The first row names paths of facts, as `factsFrom` takes them: `ref`, `endedAt`,
 * `concern.referralReceivedAt`, `agencies[0].agency`, `done.decisions`. An empty cell is not known. What parts the cells is found by itself.
 * @throws {SafeguardingError} What `factsFrom` throws, named by the row, such as `rows[3]`, from 0 behind the first; "bad-input" for a row of too many cells or where the text is no UTF-8; "too-large" for a row of more than 1,000,000 characters; "bad-input" or "unreadable" where the source is none, or at `options`.
 * @example (await readCsv("ref,endedAt,agencies[0].agency\nA-1,2026-10-05T15:00,police").next()).value.ref;
 */
export function readCsv<Facts = any>(source: TextSource, options?: {
  /** The fields of the question, as `questionsFor` tells them, where a pack of your own has facts that are no yes or no. */
  readonly fields?: readonly Pick<QuestionFor, "path" | "kind">[];
}): AsyncGenerator<Facts, void, undefined>;

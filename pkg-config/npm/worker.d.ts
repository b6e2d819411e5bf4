// Many cases answered in a worker of this package.

import type { CaseDue, ClassifyConcernFacts, DecisionOf, FactsOf, PackBasis, Question, QuarterInCommon } from "./index.js";
import type { Replayed, ReplayOptions, RulesOfReplay } from "./streams.js";

/** How somebody is told how far it is. */
export interface Progress {
  /** Called again and again, with how many are answered, of how many; of a file, how many there are is not known. */
  readonly onProgress?: (done: number, total?: number) => void;
}

/** A worker with rules of its own: packs and sentences are given to it too. Each function is that of the package, and promises. */
export interface RulesWorker {
  /** Answers a question for many cases, in their order: all or none. */
  answerMany<Q extends Question>(question: Q, cases: readonly FactsOf[Q][], options?: Progress): Promise<DecisionOf[Q][]>;
  /** When the strategy meeting of each of many cases is due. */
  classifyMany(cases: readonly ClassifyConcernFacts[], options?: Progress): Promise<CaseDue[]>;
  /**
   * Judges each case in a file anew under other rules, and tells what differs: `replay` of `safeguarding-rules/streams`. The file,
   * named or typed as CSV or else of JSON lines, is read in the worker; of how many is not known beforehand.
   */
  replay(question: Question, file: Blob, against: RulesOfReplay, options?: Progress & Pick<ReplayOptions, "examples">): Promise<Replayed>;
  /** The quarter's report on the meetings in a file, which is read as for `replay`. */
  reportQuarterFrom(file: Blob, common?: QuarterInCommon, options?: Progress): Promise<DecisionOf["report-quarter"]>;
  /** Loads your partnership's own pack. */
  loadPack(sealed: ArrayBuffer | ArrayBufferView): Promise<PackBasis>;
  /** Puts your own sentences in the place of the library's. */
  setMessages(messages: Readonly<Record<string, string>>): Promise<void>;
  /** Ends the worker. What is not answered yet is refused as "internal". */
  close(): void;
}

/**
 * Opens a worker in which many cases are answered while the page stays free. It is a module worker: `worker-inside.js` beside this file.
 * @throws {SafeguardingError} nothing itself; what its functions promise is refused as the package's own functions refuse it, and "internal" where the worker cannot be started.
 * @example openWorker().classifyMany([{ area: "generic", concernsIdentifiedAt: "2026-12-23" }]);
 */
export function openWorker(): RulesWorker;

// Whatever the package has types for, but for React's: a misspelt fact is no fact to any version.

import { classifyConcern, type ClassifyConcernFacts } from "safeguarding-rules";
import type * as elements from "safeguarding-rules/elements";
import type * as parts from "safeguarding-rules/parts";
import type * as records from "safeguarding-rules/records";
import type * as streams from "safeguarding-rules/streams";
import type * as web from "safeguarding-rules/web";
import type * as worker from "safeguarding-rules/worker";
import type * as workshop from "safeguarding-rules/workshop";

export const facts: ClassifyConcernFacts = { area: "generic", concerns: { seriousRisk: "unknown" } };
export const heading: string = classifyConcern(facts).answer.heading;
// @ts-expect-error: it is `seriousRisk`.
export const misspelt: ClassifyConcernFacts = { concerns: { seriousRsk: true } };
// @ts-expect-error: a fact is true, false or not known.
classifyConcern({ concerns: { seriousRisk: "perhaps" } });
export type Entries = [typeof elements, typeof parts, typeof records, typeof streams, typeof web, typeof worker, typeof workshop];

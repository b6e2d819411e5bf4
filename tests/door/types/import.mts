// What a program that imports the package may write, and what it may not.

import {
  SafeguardingError,
  checkAction,
  checkPlan,
  classifyConcern,
  describePacks,
  listAttendees,
  recordConsentBasis,
  type Caution,
  type ClassifyConcernFacts,
  type Established,
  type Timescale,
} from "safeguarding-rules";

const facts: ClassifyConcernFacts = {
  area: "generic",
  concerns: { seriousRisk: "unknown", particularlyComplex: null },
  concernsIdentifiedAt: "2026-12-23",
};

const decision = classifyConcern(facts);
export const timescale: Timescale | null = decision.answer.timescale;
export const dueBy: string | null = decision.answer.dueBy;
export const cautions: readonly Caution[] = decision.cautions;
export const firstWords: string | undefined = decision.because[0]?.words;

export const required: readonly string[] = listAttendees({ area: "county-durham", meetingType: "strategy" }).answer.required.map(
  (attendee) => attendee.agency,
);
export const complete: Established = checkAction({ area: "hampshire", action: { specific: "Visit" } }).answer.complete;
export const failing: number | undefined = checkPlan({ area: "hampshire", plan: {} }).answer.failingActions[0]?.index;
export const hash: string = recordConsentBasis({ area: "northamptonshire" }).answer.record.hash;
export const areas: readonly string[] = describePacks().areas.map((area) => area.id);

try {
  classifyConcern({ area: "generic" });
} catch (error) {
  if (error instanceof SafeguardingError && error.code === "too-long") show(error.path, error.message);
}

// @ts-expect-error a misspelt fact
classifyConcern({ area: "generic", concerns: { seriusRisk: true } });
// @ts-expect-error a word that is not in the list
classifyConcern({ area: "generic", concerns: { seriousRisk: "maybe" } });
// @ts-expect-error an area that is not in the list
classifyConcern({ area: "atlantis" });
// @ts-expect-error the meeting type is needed
listAttendees({ area: "generic" });
// @ts-expect-error an answer is not to be changed
decision.settled = true;
// @ts-expect-error a code that is not in the list
export const isCode = (error: SafeguardingError) => error.code === "oops";

function show(..._words: readonly string[]): void {}

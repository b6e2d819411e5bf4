// What a program that imports the package may write, and what it may not.

import {
  SafeguardingError,
  checkAction,
  checkPlan,
  chooseMeeting,
  classifyConcern,
  describePacks,
  explain,
  listAttendees,
  listDeadlines,
  loadPack,
  makeChecklist,
  questionsFor,
  recordConsentBasis,
  reportQuarter,
  resolveDisagreement,
  setMessages,
  type Area,
  type BuiltInArea,
  type BuiltInCode,
  type BuiltInMessage,
  type Caution,
  type ClassifyConcernFacts,
  type Established,
  type QuestionFor,
  type Route,
  type TimeLimit,
  type Timescale,
} from "safeguarding-rules";
import { headOf, recheck, recordDecision, verifyRecords, type DecisionRecord, type RecordFinding } from "safeguarding-rules/records";
import { comparePacks, loadPack as loadIntoWorkshop, sealPack, type Pack } from "safeguarding-rules/workshop";

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

export const route: Route | null = chooseMeeting({ area: "northamptonshire", asOf: "2020-07-01", child: { age: 17 }, safeguardingRisk: "clear" }).answer.route;
export const due: string | null | undefined = listDeadlines({ area: "county-durham", decisionAt: "2026-11-20T15:00", national: true }).answer.deadlines[0]?.due;
export const limit: TimeLimit | null | undefined = listDeadlines({ packs: ["county-durham"] }).answer.deadlines[0]?.limit;
export const items: readonly string[] = makeChecklist({ area: "hampshire", done: { agenda: "unknown" }, childrenDiscussed: 3 }).answer.missing;
export const next: string | undefined = resolveDisagreement({ area: "hampshire", stage: 0 }).answer.next[0]?.text;
export const perCent: number | null | undefined = reportQuarter({ area: "county-durham" }).answer.measures[0]?.rows[0]?.perCent;
export const note: string = explain({ question: "list-deadlines", facts: { area: "county-durham", immediateRisk: true } }).caseNote;
export const toAsk: readonly QuestionFor[] = questionsFor("list-attendees", { area: "county-durham" });
export const nothingKnown: QuestionFor | undefined = questionsFor("classify-concern")[0];

const pack: Pack = {
  document: {
    id: "our-pack", version: "1.0.0", title: "Our pack", force: "local-protocol", cites: "Working Together (2026)",
    area: "our-place", area_label: "Our place", status: { checked_on: "2026-11-21" }, stands_on: ["multi-agency-meetings"],
  },
  classify_concern: [{ id: "OUR-1", force: "must", says: "Meet today.", at: "1", words: "meet today", hold: "on the same day", from: "concerns identified" }],
};
const sealed: Uint8Array = sealPack(pack);
export const packHash: string = loadPack(sealed).hash;
export const sameHash: string = loadIntoWorkshop(sealed.slice().buffer).hash;
export const changed: readonly string[] = comparePacks({ before: pack, after: ["county-durham", "multi-agency-meetings"] }).rules.map((rule) => rule.id);
// An area of a pack that was loaded; the built-in ones are known by their names.
classifyConcern({ area: "our-place", concernTypes: ["our-kind"] });
export const durham: BuiltInArea = "county-durham";
export const ours: Area = "our-place";
// @ts-expect-error an area that no built-in pack has
export const nowhere: BuiltInArea = "our-place";
// So do codes and the names of sentences: an editor offers the built-in ones, and others may stand beside them.
export const code: BuiltInCode = "do-not-wait";
export const cautionsOfOurs: readonly Caution[] = cautions.filter((caution) => caution.code === "our-caution");
export const sentence: BuiltInMessage = "how_soon.HOLD";
setMessages({ "how_soon.HOLD": "Meet {by}.", "our-pack.classify_concern.OUR-1": "Meet." });
// @ts-expect-error a code that nothing has
export const noCode: BuiltInCode = "our-caution";
// @ts-expect-error a sentence that nothing has
export const noSentence: BuiltInMessage = "how_soon.HODL";
// @ts-expect-error a sentence is a text
setMessages({ "how_soon.HOLD": 7 });
// @ts-expect-error a word that a closed list of the packs has not
chooseMeeting({ area: "generic", safeguardingRisk: "perhaps" });
listAttendees({ packs: ["county-durham", "our-pack"], meetingType: "strategy", attendance: { police: "phone", "our-service": "in-person" } });

try {
  classifyConcern({ area: "generic" });
} catch (error) {
  if (error instanceof SafeguardingError && error.code === "too-long") show(error.path, error.message);
}

// @ts-expect-error a misspelt fact
classifyConcern({ area: "generic", concerns: { seriusRisk: true } });
// @ts-expect-error a word that is not in the list
classifyConcern({ area: "generic", concerns: { seriousRisk: "maybe" } });
// @ts-expect-error a fact of a pack is no function
chooseMeeting({ area: "generic", safeguardingRisk: () => true });
// @ts-expect-error a word that is not in the list, beside open facts
makeChecklist({ area: "generic", phase: "tomorrow" });
// @ts-expect-error an explanation needs the facts of its own question
explain({ question: "list-attendees", facts: { area: "generic" } });
// @ts-expect-error a question that nobody asks
questionsFor("how-soon", {});
// @ts-expect-error the facts of another question
questionsFor("check-action", { concerns: {} });
// @ts-expect-error a comparison has two sides
comparePacks({ before: "county-durham" });
// @ts-expect-error a pack has a document
sealPack({});
// @ts-expect-error a pack is sealed before it is loaded
loadPack(pack);
// @ts-expect-error the meeting type is needed
listAttendees({ area: "generic" });
// @ts-expect-error an answer is not to be changed
decision.settled = true;
// @ts-expect-error a code that is not in the list
export const isCode = (error: SafeguardingError) => error.code === "oops";

export async function keep(after: DecisionRecord): Promise<readonly RecordFinding[]> {
  const record = await recordDecision({ after, question: "classify-concern", facts: { area: "generic" }, corrects: after.id });
  const { findings } = await verifyRecords([after, record], headOf(record));
  return recheck({ question: record.question, facts: {}, decision: null }).verdict === "same" ? [] : findings;
}
// @ts-expect-error a head has a length
verifyRecords([], { hash: "" });
// @ts-expect-error a record is asked with facts
recordDecision({ question: "classify-concern" });

function show(..._words: readonly string[]): void {}

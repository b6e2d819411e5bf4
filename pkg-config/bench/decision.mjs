// One decision that every engine can hold: how soon, by 11 facts that are yes or no, and 5 rules. The most urgent rule that fits wins,
// and every rule that fits is told. It is the practice guide's timing as this library reads it.

export const FACTS = [
  "seriousPhysicalInjury", "seriousNeglect", "otherSeriousRisk", "penetrativeSexualAbuse", "forensicEvidenceRequired",
  "immediateActionRequired", "organisedAbuse", "allegationAgainstStaff", "otherwiseComplex", "immediateProtectionNeeded", "reasonableCause",
];

const SERIOUS = { any: FACTS.slice(0, 3) };
const COMPLEX = { any: FACTS.slice(6, 9) };
const IN_NO_HURRY = { all: [COMPLEX, { not: "immediateProtectionNeeded" }, { not: "penetrativeSexualAbuse" }] };

/** The rules, the most urgent first. What each needs is a fact, or `any`, `all` or `not` of what is needed. */
export const RULES = [
  { id: "TR-T1a", timescale: "same-day", needs: SERIOUS, words: "held on the same day as the receipt of the referral" },
  { id: "TR-T2a", timescale: "same-day", needs: { all: ["penetrativeSexualAbuse", "forensicEvidenceRequired"] }, words: "if this is required to ensure forensic evidence" },
  { id: "TR-T3", timescale: "1-working-day", needs: { any: ["immediateActionRequired", "immediateProtectionNeeded"] }, words: "must be held within one working day" },
  { id: "TR-T0", timescale: "3-working-days", needs: { all: ["reasonableCause", { not: IN_NO_HURRY }] }, words: "within three working days of child protection concerns being identified" },
  { id: "TR-T4a", timescale: "5-working-days", needs: IN_NO_HURRY, words: "within a maximum of five working days" },
];

export const NO_RULE = "none";

/** The answer from the rules that fit, in their order. */
export function answerFrom(rules) {
  return { timescale: rules[0]?.timescale ?? NO_RULE, rules };
}

/** Every combination of the facts, by its number. */
export const CASES = Array.from({ length: 2 ** FACTS.length }, (_, number) =>
  Object.fromEntries(FACTS.map((fact, place) => [fact, ((number >> place) & 1) === 1])),
);

/** The same case as the library is told it, with dates. Who asks it how soon has reasonable cause already: there is no fact for it. */
export function asked(facts) {
  const kinds = { seriousPhysicalInjury: "serious-physical-injury", seriousNeglect: "serious-neglect", otherSeriousRisk: "other-serious-risk", organisedAbuse: "organised-abuse", allegationAgainstStaff: "allegation-against-staff" };
  const { penetrativeSexualAbuse, forensicEvidenceRequired, immediateActionRequired, immediateProtectionNeeded } = facts;
  const particularlyComplex = COMPLEX.any.some((fact) => facts[fact]);
  return {
    area: "generic",
    concernTypes: Object.keys(kinds).filter((fact) => facts[fact]).map((fact) => kinds[fact]),
    concerns: { ...(SERIOUS.any.some((fact) => facts[fact]) ? {} : { seriousRisk: false }), penetrativeSexualAbuse, forensicEvidenceRequired, immediateActionRequired, particularlyComplex, immediateProtectionNeeded },
    ...(facts.otherwiseComplex ? { complexReason: "Three families in two areas" } : {}),
    othersConsidered: true,
    concernsIdentifiedAt: "2026-03-06T15:00",
    referralReceivedAt: "2026-03-06T16:59",
    // A moment beside a no would say that there was a need all the same.
    ...(immediateActionRequired || immediateProtectionNeeded ? { immediateActionAt: "2026-03-06T17:20" } : {}),
  };
}

/** What the library says of it. Where nothing else fits it gives the usual time, and with reasonable cause so does every engine. */
export function timescaleOf({ answer }, facts) {
  return facts.reasonableCause || answer.mostUrgentTimescale !== "3-working-days" ? answer.mostUrgentTimescale : NO_RULE;
}

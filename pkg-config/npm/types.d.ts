// The shapes of safeguarding-rules: what each question takes and what it answers.
// Times: "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM[:SS]", bare (read as London time), with Z or an offset.

/** Yes, no or not known. Left out, null and "unknown" all mean not known, never no. */
export type Answer = boolean | "unknown" | null;
/** A date, or a date with a time of day. A date alone is read as 00:00 London time. */
export type Moment = string;
/** A London date, YYYY-MM-DD. */
export type LondonDate = string;
/** How strongly the document itself puts it. */
export type Force = "must" | "should" | "may";
/** A set of rules by place. `generic` is the practice guide alone. There is no default partnership. */
export type Area = "generic" | "county-durham" | "northamptonshire" | "bracknell-forest" | "hampshire";
export type Timescale = "same-day" | `${number}-working-day` | `${number}-working-days`;
export type MeetingType =
  | "strategy" | "s47" | "mash" | "cp-conference"
  | "mdt-locality" | "mdt-countywide" | "tac-initial" | "tac-review" | "professionals";

/** Which documents answer. Give `area` or `packs`, never both. */
export interface Scope {
  readonly area?: Area | null;
  /** The list of packs itself, for example ["county-durham", "multi-agency-meetings"]. */
  readonly packs?: readonly string[] | null;
}

/** One rule a decision rests on. */
export interface Cited {
  /** The rule's id, for example "TR-T0". */
  readonly id: string;
  /** What the rule asks, in plain English. */
  readonly sentence: string;
  readonly force: Force;
  /** What the force is worth, where it could be mistaken for law. */
  readonly forceNote?: string;
  /** The document's title. */
  readonly document: string;
  /** The place in the document. */
  readonly place: string;
  /** The document's operative words. */
  readonly words: string;
  /** Present where the document had to be interpreted. */
  readonly reading?: string;
  /** Present and true where the rule stands here only because something is not known. */
  readonly provisional?: true;
  /** The end of this rule's own time limit, where it sets one and a start is known. */
  readonly dueBy?: LondonDate;
}

export interface SetAside extends Cited {
  /** Why this rule does not govern here. */
  readonly reason: string;
}

/** A question whose answer could change this decision. */
export interface Ask {
  /** The fact's path, for example "concerns.seriousRisk". */
  readonly path: string;
  /** The question, in the pack's words. */
  readonly question: string;
}

export interface Caution {
  readonly code: string;
  readonly text: string;
}

export interface Basis {
  /** Version of this library. */
  readonly engine: string;
  readonly packs: readonly PackBasis[];
  /** Bank holidays in England and Wales are known up to and including this date. */
  readonly bankHolidaysKnownUntil: LondonDate;
  /** True where the caller attested that every unnamed fact was considered and is a no. */
  readonly othersConsidered: boolean;
}

export interface PackBasis {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the pack, hexadecimal. */
  readonly hash: string;
  readonly title: string;
  /** What it cites, and that it is neither confirmed in force nor endorsed. */
  readonly label: string;
  /** What replaced the document or the edition it cites, if anything. */
  readonly supersededBy?: string;
}

export interface Decision<A> {
  readonly answer: A;
  /** False while `ask` is not empty. */
  readonly settled: boolean;
  readonly because: readonly Cited[];
  readonly alsoApplies: readonly Cited[];
  readonly setAside: readonly SetAside[];
  readonly ask: readonly Ask[];
  readonly cautions: readonly Caution[];
  readonly basis: Basis;
}

// ---------------------------------------------------------------- how soon must the strategy meeting be held?

export interface Concerns {
  readonly seriousRisk?: Answer;
  readonly penetrativeSexualAbuse?: Answer;
  readonly forensicEvidenceRequired?: Answer;
  readonly immediateActionRequired?: Answer;
  readonly particularlyComplex?: Answer;
  readonly immediateProtectionNeeded?: Answer;
}

export interface ClassifyConcernFacts extends Scope {
  readonly concerns?: Concerns | null;
  /** Ids of concern types; each makes facts true and none false. See `describePacks`. */
  readonly concernTypes?: readonly string[] | null;
  /** Attests that every fact not named was considered and is a no. Kept in the answer's basis. */
  readonly othersConsidered?: boolean | null;
  /** Why the concern is particularly complex: a concern type's id or a sentence. */
  readonly complexReason?: string | null;
  /** Several children: each gets an answer of its own, the joint one is the earliest. */
  readonly children?: readonly { readonly ref: string; readonly concerns?: Concerns | null; readonly concernTypes?: readonly string[] | null }[] | null;
  /** An earlier answer, which is not lengthened without `lengthening`. */
  readonly previousResult?: {
    readonly timescale?: Timescale | null;
    readonly dueBy?: LondonDate | null;
    readonly settled?: boolean | null;
    /** The facts of that answer: a yes that becomes a no needs `lengthening` too. */
    readonly concerns?: Concerns | null;
  } | null;
  /** Who (a role, no name) agreed a later date than the earlier answer's, and why. */
  readonly lengthening?: { readonly role: string; readonly reason: string } | null;
  /** When any professional first recorded the concern. */
  readonly concernsIdentifiedAt?: Moment | null;
  readonly referralReceivedAt?: Moment | null;
  /** When the need for immediate action arose. */
  readonly immediateActionAt?: Moment | null;
  /** The present moment. It never moves `dueBy`; it adds what is overdue and what comes next. */
  readonly now?: Moment | null;
  /** An office's own earlier end of a working day, such as "17:00". The same day always ends at midnight. */
  readonly closeOfDay?: string | null;
}

export interface CountedDay {
  readonly date: LondonDate;
  readonly weekday: string;
  readonly counts: boolean;
  /** Which day of the limit it is, where it counts. */
  readonly day?: number;
  /** Why it does not count. */
  readonly why?: string;
}

export interface Limit {
  readonly id: string;
  readonly timescale: Timescale;
  readonly dueBy: LondonDate;
}

export interface ClassifyConcernAnswer {
  /** The answer in one plain sentence, with weekday and date. */
  readonly heading: string;
  /** While not settled: how to settle it, what to plan for, and what holds otherwise. */
  readonly advice: string | null;
  /** Null where the documents in use give no time. */
  readonly timescale: Timescale | null;
  readonly mostUrgentTimescale: Timescale | null;
  /** The last day, or null where no time at all is known. */
  readonly dueBy: LondonDate | null;
  /** Its end, 23:59:59 London time, with offset. */
  readonly dueInstant: string | null;
  /** Our suggestion, counting the day of the trigger; never later than `dueBy`. */
  readonly aimBy: LondonDate | null;
  readonly onKnownFactsOnly: { readonly timescale: Timescale; readonly dueBy: LondonDate | null } | null;
  readonly overdue: readonly Limit[];
  readonly nextLimit: Limit | null;
  /** The later date that an earlier answer holds back, or null. */
  readonly wouldBe: LondonDate | null;
  readonly perChild: readonly {
    readonly ref: string; readonly timescale: Timescale; readonly dueBy: LondonDate | null;
    readonly settled: boolean; readonly because: readonly Cited[]; readonly ask: readonly Ask[];
  }[];
  readonly jointDueBy: LondonDate | null;
  readonly counted: readonly CountedDay[];
}

// ---------------------------------------------------------------- who must, should and may attend?

/** An agency's id in kebab-case: "police", "health", "childrens-social-care", "school", or any other. */
export type Agency = string;
export type Attendance = "in-person" | "phone" | "teleconference" | "dial-in" | "written-return-only" | "gp-form-only" | "absent";
export type Format = "meeting" | "conference-call" | "telephone" | "serial-phone-calls";
export type Established = boolean | "not-established";

export interface ListAttendeesFacts extends Scope {
  readonly meetingType: MeetingType;
  readonly child?: { readonly lookedAfter?: Answer } | null;
  /** Several children: the list is the union. */
  readonly children?: readonly { readonly ref: string; readonly lookedAfter?: Answer }[] | null;
  readonly subject?: { readonly ageGroup?: "child" | "young-person" | "adult" | "unborn" | "unknown" | null } | null;
  readonly referrer?: Agency | null;
  readonly services?: readonly Agency[] | null;
  readonly agencies?: readonly { readonly name: Agency; readonly hasRelevantInformation?: Answer; readonly directInvolvement?: Answer; readonly inPackage?: Answer }[] | null;
  /** Who will speak for an agency, and whether they may decide for it. */
  readonly attendees?: readonly { readonly agency: Agency; readonly canDecide?: Answer }[] | null;
  readonly attendance?: Readonly<Record<Agency, Attendance>> | null;
  readonly chair?: { readonly role?: string | null; readonly nominatedDeputy?: Answer } | null;
  readonly format?: Format | null;
}

export interface Attendee {
  readonly agency: Agency;
  readonly label: string;
  readonly why: string;
  readonly force: Force;
  readonly rule: string;
  /** False where the entry rests on something not known: it stands in the list until that is settled. */
  readonly settled: boolean;
}

export interface Role { readonly roles: readonly string[]; readonly labels: readonly string[]; readonly why: string; readonly force: Force; readonly rule: string }

export interface ListAttendeesAnswer {
  readonly heading: string;
  readonly required: readonly Attendee[];
  readonly expected: readonly Attendee[];
  readonly optional: readonly Attendee[];
  readonly excluded: readonly Attendee[];
  /** True where the document says its list is open. */
  readonly openList: boolean;
  /** Null where the documents do not say. */
  readonly chair: Role | null;
  readonly administrator: Role | null;
  readonly format: { readonly allowed: readonly Format[]; readonly compliant: Established; readonly why: string; readonly rule: string } | null;
  /** Is the minimum met? Null where no `attendance` was given. */
  readonly quorate: boolean | "not_established" | null;
  readonly allRequiredPresent: Established | null;
  readonly missing: readonly Agency[];
  readonly chairValid: Established | null;
  /** The agencies that make a record of their own, where the form of the discussion asks for it. */
  readonly recordRequiredFrom: readonly Agency[];
}

// ---------------------------------------------------------------- is this action SMART, and is the plan complete?

export type Criterion = "specific" | "measurable" | "assignable" | "realistic" | "time-related";

export interface Action {
  /** What will be done. */
  readonly specific?: string | null;
  readonly quantity?: string | null;
  readonly indicator?: string | null;
  /** A person's role, or a named person. */
  readonly owner?: string | null;
  readonly realisticResult?: string | null;
  /** Attested by people, never judged here. */
  readonly resourcesConfirmed?: Answer;
  /** A date; what is no date is a finding, not an error. */
  readonly due?: string | null;
  readonly relatesToFamily?: Answer;
  readonly discussedWithFamily?: Answer;
}

export interface CheckActionFacts extends Scope {
  readonly action: Action;
  readonly meetingDate?: Moment | null;
  readonly reviewDate?: Moment | null;
}

export interface CheckPlanFacts extends Scope {
  readonly plan: { readonly actions?: readonly Action[] | null; readonly reviewDates?: readonly Moment[] | null;
    /** A recorded no, that no review is needed, stands for a date. */
    readonly reviewRequired?: Answer };
  readonly meetingDate?: Moment | null;
}

export interface Finding {
  readonly criterion: Criterion;
  readonly met: boolean;
  readonly code: string;
  /** What was found. */
  readonly text: string;
  /** What would mend it; null where it is met. */
  readonly mend: string | null;
  readonly rule: string;
}

export interface CheckActionAnswer {
  readonly heading: string;
  /** Not established where the documents in use set no criteria. */
  readonly complete: Established;
  readonly missing: readonly Criterion[];
  /** One for each criterion, in the document's order. */
  readonly findings: readonly Finding[];
  /** Advice that does not make the action incomplete. */
  readonly warnings: readonly Caution[];
  readonly needsAttestation: boolean;
}

export interface CheckPlanAnswer {
  readonly heading: string;
  /** Not established where the documents in use set no criteria. */
  readonly complete: Established;
  /** What the plan as a whole lacks: "at-least-one-agreed-action", "review-date", "complete-actions". */
  readonly missing: readonly string[];
  readonly actions: readonly (CheckActionAnswer & { readonly index: number })[];
  readonly failingActions: readonly { readonly index: number; readonly missing: readonly Criterion[] }[];
}

// ---------------------------------------------------------------- on what basis may information be shared?

export interface RecordConsentBasisFacts extends Scope {
  readonly informationShared?: string | null;
  /** What is fact in it, and what is opinion, kept apart. */
  readonly facts?: string | null;
  readonly opinion?: string | null;
  readonly sharedWith?: readonly string[] | string | null;
  readonly purpose?: string | null;
  readonly consentSought?: Answer;
  /** Three consents, none of which implies another. */
  readonly consentGiven?: Answer;
  readonly consentToMeeting?: Answer;
  readonly consentToEngage?: Answer;
  readonly reasoningNotSought?: string | null;
  readonly familyInformed?: Answer;
  readonly reasonNotInformed?: string | null;
  readonly agreementSought?: Answer;
  readonly agreementOutcome?: "agreed" | "not-agreed" | "partly-agreed" | null;
  readonly agreedBy?: string | null;
  readonly lawfulBasis?: string | null;
  readonly specialCategory?: Answer;
  readonly art9Condition?: string | null;
  readonly criminalOffenceData?: Answer;
  readonly criminalCondition?: string | null;
  readonly necessary?: string | null;
  readonly proportionate?: string | null;
  readonly relevant?: string | null;
  readonly highRisk?: Answer;
  readonly childAtRisk?: Answer;
  readonly wellbeingDeteriorating?: Answer;
  readonly issue?: string | null;
  readonly controller?: string | null;
  /** The day of the sharing, where it is not the day of the decision. */
  readonly date?: Moment | null;
  /** A role, no name. */
  readonly decidedBy?: string | null;
  readonly decidedAt?: Moment | null;
  /** The id of the record that this one corrects. */
  readonly corrects?: string | null;
  /** Filled in by this package where absent. */
  readonly id?: string | null;
  readonly createdAt?: Moment | null;
  readonly salt?: string | null;
}

export interface LawfulBasis {
  readonly id: string; readonly label: string; readonly article: string;
  readonly kind: "article6" | "special-category" | "criminal-offence";
  /** Its operative words. */
  readonly words: string;
  readonly why: string; readonly rule: string;
  /** The rule of a document in use that recommends it. */
  readonly recommended?: string;
}

export interface RecordConsentBasisAnswer {
  readonly heading: string;
  /** The record itself, as it was hashed, with what makes it complete. */
  readonly record: {
    readonly complete: boolean;
    readonly missing: readonly string[];
    /** What good practice adds; its absence does not make the record incomplete. */
    readonly recommended: readonly string[];
    /** The questions behind both. */
    readonly toRecord: readonly Ask[];
    readonly id: string | null; readonly createdAt: string | null; readonly corrects: string | null;
    /** The record in canonical form (RFC 8785). */
    readonly canonical: string;
    /** SHA-256 of `canonical`, hexadecimal. */
    readonly hash: string;
  };
  /** Never true for a safeguarding share. */
  readonly sharingBlocked: boolean;
  readonly consentRequired: Established;
  /** What the documents say of consent to the meeting itself. */
  readonly consentToMeet: "not-necessary" | "unlikely-to-help" | null;
  readonly purposeIsSafeguarding: boolean | "unknown";
  readonly informFamily: "inform" | "exception-recorded" | "exception-to-record";
  /** The condition of going ahead without the family knowing; null where no document sets one. */
  readonly preconditionMet: Established | null;
  /** To consider; the controller chooses. */
  readonly lawfulBases: readonly LawfulBasis[];
  readonly basesExcluded: readonly (LawfulBasis & { readonly reason: string })[];
  readonly conditions: readonly LawfulBasis[];
}

// ---------------------------------------------------------------- what the packs hold

export interface PackDescription {
  readonly areas: readonly { readonly id: Area; readonly label: string; readonly packs: readonly string[] }[];
  readonly packs: readonly PackBasis[];
  readonly facts: readonly { readonly path: string; readonly question: string }[];
  readonly concernTypes: readonly { readonly id: string; readonly label: string }[];
  readonly agencies: readonly { readonly id: Agency; readonly label: string }[];
}

/** Every refusal: what was wrong (`code`), where (`path`) and what was expected (`message`). It never repeats what was typed. */
export class SafeguardingError extends Error {
  readonly name: "SafeguardingError";
  readonly code: "bad-input" | "unknown-field" | "too-long" | "too-large" | "not-plain" | "unreadable" | "bad-date" | "bad-word" | "scope" | "internal";
  readonly path: string;
}

/** How soon must the strategy meeting be held? */
export function classifyConcern(facts: ClassifyConcernFacts): Decision<ClassifyConcernAnswer>;
/** Who must, should and may attend, who chairs, and is the meeting quorate? */
export function listAttendees(facts: ListAttendeesFacts): Decision<ListAttendeesAnswer>;
/** Is this action SMART? */
export function checkAction(facts: CheckActionFacts): Decision<CheckActionAnswer>;
/** Is the plan complete? */
export function checkPlan(facts: CheckPlanFacts): Decision<CheckPlanAnswer>;
/** On what basis may information be shared, and what must be recorded? */
export function recordConsentBasis(facts: RecordConsentBasisFacts): Decision<RecordConsentBasisAnswer>;
/** The areas, packs, questions and concern types, for building a form. */
export function describePacks(scope?: Scope): PackDescription;

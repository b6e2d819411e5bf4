// The shapes of safeguarding-rules: what each question takes and what it answers.
// What stands here is worded by hand. Facts and answers come from the types of the library, when the package is made.
// Times: "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM[:SS]", bare (read as London time), with Z or an offset.

/** Yes, no or not known. Left out, null and "unknown" all mean not known, never no. */
export type Answer = boolean | "unknown" | null;
/**
 * A date, or a date with a time of day. A date alone is read as 00:00 London time. A `Date` is the instant it holds: for a day
 * alone, give the text.
 */
export type Moment = string | Date;
/** A London date, YYYY-MM-DD. */
export type LondonDate = string;
// The ids of the built-in packs. What is `string` here is filled in from the packs when the package is made.

/** A built-in set of rules by place. `generic` is the practice guide alone. There is no default partnership. */
export type BuiltInArea = string;
/** The id of a built-in pack. */
export type BuiltInPack = string;
/** The id of a kind of concern that a built-in pack names. */
export type BuiltInConcernType = string;
/** A kind of meeting that the built-in documents speak of. */
export type BuiltInMeetingType = string;
/** The id of an agency for which a built-in pack has a name. */
export type BuiltInAgency = string;

/** A built-in area, or the area of a pack that was loaded. */
export type Area = BuiltInArea | (string & {});
/** The id of a built-in pack, or of one that was loaded. */
export type PackId = BuiltInPack | (string & {});
/** The id of a kind of concern, of a built-in pack or of one that was loaded. */
export type ConcernType = BuiltInConcernType | (string & {});
/** A time for the strategy meeting: "same-day", "3-working-days", and in packs of your own "24-hours" or "5-calendar-days" too. */
export type Timescale =
  | "same-day" | `${number}-working-day` | `${number}-working-days`
  | `${number}-hour` | `${number}-hours` | `${number}-calendar-day` | `${number}-calendar-days`;
/** A kind of meeting of the built-in documents, or one that a pack declares which was loaded. */
export type MeetingType = BuiltInMeetingType | (string & {});

/** The code of a caution, a finding or a doubt that the library or a built-in pack has. */
export type BuiltInCode = string;
/** The code of a caution, a finding or a doubt, also of a pack that was loaded. */
export type Code = BuiltInCode | (string & {});
/** The name of a sentence of the library or of a built-in pack, as messages.csv lists it. */
export type BuiltInMessage = string;
/** The name of a sentence, also of a pack that was loaded. */
export type MessageName = BuiltInMessage | (string & {});

/** Documents by place or by name: an area, or a stack of packs of which the first is the most local. Give one, never both. */
export type PackScope = Pick<Scope, "area" | "packs">;

/**
 * What may be said of a fact that a pack declares, as its question asks: yes, no or not known; a word; a moment; a whole
 * number; a list of words; or an object of such facts, such as `child`. `describePacks` lists every fact by its path.
 */
export type OpenFact = Answer | string | number | Date | readonly string[] | { readonly [fact: string]: OpenFact | undefined };

/**
 * The facts of your own pack, which you name once: `declare module "safeguarding-rules" { interface OwnFacts { readonly
 * childInHospital?: OpenFact } }`. So a fact that is misspelt is an error of the compiler.
 */
export interface OwnFacts {}
/** The facts of a child in your own pack, named in the same way. */
export interface OwnFactsOfChild {}

/** Facts with fields of their own, beside which every fact may stand that the packs in use declare. */
export type Open<Typed> = Typed & Omit<BuiltInFacts, keyof Typed> & OwnFacts;

/** A rule that came near and does not govern. */
export interface SetAside extends Cited {
  /** Why this rule does not govern here. */
  readonly reason: string;
}

/** An agency's id in kebab-case: "police", "health", "childrens-social-care", "school", or any other. */
export type Agency = BuiltInAgency | (string & {});
/** True, false, or that what is known does not tell. */
export type Established = boolean | "not-established";

/** What is known of a child, by the facts that the packs declare of one. */
export type Child = KnownOfAnyChild & OwnFactsOfChild;
/** One of several children. */
export type KnownOfChild = Child & {
  /** A reference of your own, never a name. */
  readonly ref?: string;
  /** What is known of the concern for this child. */
  readonly concerns?: Concerns | null;
  /** Ids of concern types, for this child. */
  readonly concernTypes?: readonly ConcernType[] | null;
};

/** Where circumstances lead; or a kind of meeting that a pack declares which was loaded. */
export type Route = BuiltInRoute | (string & {});

/** The time that a document gives. */
export type TimeLimit =
  | `within ${number} ${"hour" | "hours" | "day" | "days" | "working day" | "working days" | "week" | "weeks" | "month" | "months"}`
  | `within ${number} ${"day" | "days"} to the hour`
  | "by then"
  | "as soon as practicable";

// ---------------------------------------------------------------- what each question takes and answers

// Filled in from the types of the library.

// ---------------------------------------------------------------- a decision in words

/** Which decision to explain. */
export type ExplainRequest = {
  [Q in Question]: {
    /** The question: the function's name in kebab-case. */
    readonly question: Q;
    /** The same facts as the question itself takes. */
    readonly facts: FactsOf[Q];
    /** Who writes the note: a role, no name. Left out, a gap is left to fill. */
    readonly recordedBy?: string | null;
    /** When. Left out, a gap is left to fill. */
    readonly recordedAt?: Moment | null;
  };
}[Question];

/** A decision in words, in three lengths, with two notes. Lines end in "\n". */
export interface Explanation {
  /** The answer in one sentence. */
  readonly heading: string;
  /** The answer with its reasons. */
  readonly explanation: string;
  /** A note for the case file. The decision and its reason are left open for the person who makes them. */
  readonly caseNote: string;
  /**
   * A note that stands alone in a record where the whole one stands elsewhere: the answer, the rule that governs, what decided it,
   * since when its time counts, what is still to ask, what comes first, and what it rests on. A plain case has at most 120 words.
   */
  readonly shortNote: string;
  /** A sentence for each rule that the answer rests on. */
  readonly why: readonly string[];
  /** A sentence for each rule that was set aside. */
  readonly whyNot: readonly string[];
  /** The smallest set of facts that would change the answer: up to three, or two where very many are asked for. */
  readonly nearestChange: {
    /** The change in a sentence. */
    readonly sentence: string;
    /** The facts. */
    readonly facts: readonly {
      /** The fact's path. */
      readonly path: string;
      /** Its question. */
      readonly question: string;
      /** What it is answered instead, in words. */
      readonly answer: string;
    }[];
    /** What the answer would be. */
    readonly heading: string;
  } | null;
  /** What is still to ask. */
  readonly missing: readonly Ask[];
}

// ---------------------------------------------------------------- what is still worth asking?

/**
 * What is expected in a field: "answer", yes, no or not known; "date", a day; "moment", a day, or a day and a time; "word", one
 * of the words that are offered; "count", a whole number from 0; "text"; "list", of what the field says of each entry.
 */
export type KindOfField = "answer" | "date" | "moment" | "word" | "count" | "text" | "list";

/** A field that is still worth asking, for building a form. */
export interface QuestionFor {
  /** Its path in the facts: "concerns.seriousRisk", "referralReceivedAt", "plan.actions[0].owner". */
  readonly path: string;
  /** The question, in the pack's words or in yours. */
  readonly question: string;
  /** What is expected there. */
  readonly kind: KindOfField;
  /** The words, where their list is closed: of a "word", and of a "list" of words. */
  readonly words?: readonly {
    /** What the facts hold. */
    readonly id: string;
    /** What to show for it. */
    readonly label: string;
  }[];
  /** Present and true where several of `words` may be given, as a list. */
  readonly several?: true;
  /** Of a "list", what stands in each entry: one answer of a kind, or an object with fields. */
  readonly each?:
    | {
        /** What is expected in each entry. */
        readonly kind: KindOfField;
      }
    | {
        /** The fields of each entry. */
        readonly fields: readonly {
          /** Its name in the entry. */
          readonly name: string;
          /** What to show for it. */
          readonly label: string;
          /** What is expected there. */
          readonly kind: KindOfField;
        }[];
      };
  /**
   * On how many rules that are still open the field bears, from 1: the more, the more of the answer may change. Of the area and
   * the meeting, how many there are to choose from.
   */
  readonly couldChange: number;
  /** Present and true where the decision's own `ask` names it: until it is answered, the more protective answer stands. */
  readonly settles?: true;
}

// ---------------------------------------------------------------- what the packs hold

/** What the packs hold, for building a form. */
export interface PackDescription {
  /** The areas, and the packs that answer there, the local one first. */
  readonly areas: readonly {
    /** What `area` takes. */
    readonly id: Area;
    /** Its name. */
    readonly label: string;
    /** Ids of the packs that answer there, the local one first. */
    readonly packs: readonly PackId[];
  }[];
  /** The packs. */
  readonly packs: readonly PackBasis[];
  /** The facts by their paths, with their questions. */
  readonly facts: readonly {
    /** Its path: "child.lookedAfter". */
    readonly path: string;
    /** Its question. */
    readonly question: string;
  }[];
  /** The kinds of concern: what `concernTypes` takes. */
  readonly concernTypes: readonly {
    /** Its id. */
    readonly id: ConcernType;
    /** Its name. */
    readonly label: string;
  }[];
  /** The kinds of meeting, of the built-in documents and of the packs: what `meetingType` takes. */
  readonly meetingTypes: readonly {
    /** Its id. */
    readonly id: MeetingType;
    /** Its name in a sentence. */
    readonly label: string;
  }[];
  /** The agencies that have a name of their own; any other may be named too. */
  readonly agencies: readonly {
    /** Its id. */
    readonly id: Agency;
    /** Its name in a sentence. */
    readonly label: string;
  }[];
}

/** What was recorded of one meeting of a quarter. */
export type MeetingRecord = NonNullable<ReportQuarterFacts["meetings"]>[number];

/** What the meetings of a quarter have in common. */
export type QuarterInCommon = Omit<ReportQuarterFacts, "meetings">;

/** How somebody is told how far a stream is, and ends it. */
export interface StreamOptions {
  /** Called again and again, with how many records were taken. */
  readonly onProgress?: (done: number) => void;
  /** Ends it before the next records are taken. */
  readonly signal?: { throwIfAborted(): void };
}

/** What very many cases have in common. */
export type Common = Pick<ClassifyConcernFacts, "area" | "packs" | "asOf" | "national" | "now" | "othersConsidered" | "bankHolidays">;

/** When one of very many cases is due: a part of what `classifyConcern` answers to the same facts. */
export interface CaseTime extends Pick<ClassifyConcernAnswer, "timescale" | "mostUrgentTimescale" | "dueBy"> {
  /** False while there is something to ask. */
  readonly settled: boolean;
}

/** Very many cases as columns, one entry for each case. A column that is left out is not known of any of them. */
export interface CaseColumns {
  /** The facts of each as bits, where `describeColumns` says: two bits a fact, 0 where nobody said anything, 1 yes, 2 no, 3 "unknown". */
  readonly facts: Uint32Array;
  /** When any professional first recorded the concern: days after 1 January 1970, 0 where that is not known. */
  readonly concernsIdentifiedAt?: Uint32Array;
  /** When the referral was received, likewise. */
  readonly referralReceivedAt?: Uint32Array;
  /** When the need for immediate action arose, likewise. */
  readonly immediateActionAt?: Uint32Array;
}

/** Where everything stands in columns. */
export interface ColumnsLayout {
  /** The facts of a concern, each with the lower of its two bits. */
  readonly facts: readonly {
    /** The fact, as `concerns` names it. */
    readonly name: string;
    /** The lower of its two bits. */
    readonly bit: number;
  }[];
  /** The bit that attests that every fact not named was considered and is a no. */
  readonly othersConsidered: number;
  /** The bit that says that a reason is on record on which a longer time may rest. */
  readonly complexReason: number;
  /** The timescales that answers number, the most urgent first; null, at 0, for none. */
  readonly timescales: readonly ClassifyConcernAnswer["timescale"][];
}

/** When each of the cases is due, one entry for each. */
export interface ColumnsDue {
  /** The last day: days after 1 January 1970, 0 where there is none. */
  readonly dueBy: Uint32Array;
  /** The timescale that governs, by its number in `timescales` of the layout. */
  readonly timescale: Uint8Array;
  /** The most urgent timescale that is met, likewise. */
  readonly mostUrgentTimescale: Uint8Array;
  /** 0 while there is something to ask, and 1 where nothing is. */
  readonly settled: Uint8Array;
}

/** What a list of open cases shows of one: a part of what `classifyConcern` answers to the same facts. */
export interface CaseDue extends Pick<ClassifyConcernAnswer, "heading" | "timescale" | "dueBy" | "dueInstant" | "aimBy"> {
  /** Has a limit certainly passed, and no discussion met it? False without `now`, and where a fact that is not known could set the limit later. */
  readonly overdue: boolean;
  /** Was a discussion held that meets the limit? */
  readonly held: boolean;
  /** False while there is something to ask. */
  readonly settled: boolean;
  /** What would settle it, first of all; null where nothing is asked. */
  readonly ask: Ask | null;
  /** What to bear in mind, by code. */
  readonly cautions: readonly Caution[];
}

/** A rule as it stands in the rule book. */
export interface RuleEntry {
  /** The id of its pack. */
  readonly pack: string;
  /** The question it helps to answer, as `explain` names it, such as "classify-concern". */
  readonly question: string;
  /** The rule: its sentence, force, place and operative words. */
  readonly rule: Cited;
  /** What must all be a yes for it to hold; none for a rule that always holds. */
  readonly when: readonly Ask[];
  /** What keeps it from being used, any of it. */
  readonly unless: readonly Ask[];
  /** The first day on which it holds, where the document says. */
  readonly since?: LondonDate;
  /** The last day on which it holds, where the document says. */
  readonly until?: LondonDate;
  /** The rules of documents beneath that it replaces, by id. */
  readonly insteadOf: readonly string[];
}

/** Every rule of the packs, by itself. */
export interface RuleBook {
  /** The rules: pack by pack, question by question, in the order of the document. */
  readonly rules: readonly RuleEntry[];
}

/**
 * What was wrong.
 * - "bad-input": something of another kind is expected there, or is missing.
 * - "unknown-field": nothing asks for this field.
 * - "bad-word": a word that is not in the list.
 * - "bad-date": no date, or no moment, that there is.
 * - "scope": both `area` and `packs`, or a list of packs that is empty or names one twice.
 * - "too-long": a text of more than 10,000 characters.
 * - "too-large": more than 20,000 fields, 1,000,000 characters or 32 levels; a pack of more than 1,000,000 bytes.
 * - "not-plain": no plain data, such as a class, a function or something that contains itself.
 * - "unreadable": reading it threw.
 * - "bad-pack": a pack that does not hold; `path` is the place in it.
 * - "bad-example": an example of a pack that is answered otherwise than it says.
 * - "internal": a fault of ours, or the rules could not be started. No answer was given; the next call gets a fresh start.
 */
export type ErrorCode =
  | "bad-input" | "unknown-field" | "too-long" | "too-large" | "not-plain" | "unreadable" | "bad-date" | "bad-word" | "scope"
  | "bad-pack" | "bad-example" | "internal";

/** Every refusal: what was wrong (`code`), where (`path`) and what was expected (`message`). It never repeats what was typed. */
export class SafeguardingError extends Error {
  /** Always the same. */
  readonly name: "SafeguardingError";
  /** What was wrong. */
  readonly code: ErrorCode;
  /** Where: "concerns.seriousRisk", "children[1].ref"; empty for the whole. */
  readonly path: string;
}

/**
 * How soon must the strategy meeting be held?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example classifyConcern({ area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" }).answer.dueBy;
 */
export function classifyConcern(facts: ClassifyConcernFacts): Decision<ClassifyConcernAnswer>;
/**
 * Who must, should and may attend, who chairs, and is the meeting quorate?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example listAttendees({ area: "county-durham", meetingType: "strategy", child: { lookedAfter: true } }).answer.required;
 */
export function listAttendees(facts: ListAttendeesFacts): Decision<ListAttendeesAnswer>;
/**
 * Is this action SMART?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example checkAction({ area: "hampshire", action: { specific: "Visit the home", owner: "Health visitor" } }).answer.missing;
 */
export function checkAction(facts: CheckActionFacts): Decision<CheckActionAnswer>;
/**
 * Is the plan complete?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example checkPlan({ area: "hampshire", plan: { actions: [], reviewDates: ["2027-01-20"] } }).answer.complete;
 */
export function checkPlan(facts: CheckPlanFacts): Decision<CheckPlanAnswer>;
/**
 * On what basis may information be shared, and what must be recorded?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example recordConsentBasis({ area: "northamptonshire", purpose: "To plan the safeguarding of a child" }).answer.record.missing;
 */
export function recordConsentBasis(facts: RecordConsentBasisFacts): Decision<RecordConsentBasisAnswer>;
/**
 * Which meeting does this call for, and who may call it?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example chooseMeeting({ area: "bracknell-forest", meetingType: "tac-initial", cpConcern: false }).answer.route;
 */
export function chooseMeeting(facts: ChooseMeetingFacts): Decision<ChooseMeetingAnswer>;
/**
 * What falls due, for whom, by when?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example listDeadlines({ area: "county-durham", decisionAt: "2026-11-20T15:00" }).answer.deadlines[0]?.due;
 */
export function listDeadlines(facts: ListDeadlinesFacts): Decision<ListDeadlinesAnswer>;
/**
 * What must be ready before, during and after?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example makeChecklist({ area: "northamptonshire", meetingType: "mdt-countywide", list: "agenda" }).answer.items;
 */
export function makeChecklist(facts: MakeChecklistFacts): Decision<MakeChecklistAnswer>;
/**
 * We disagree: what is the next step?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example resolveDisagreement({ area: "hampshire", stage: 1 }).answer.next;
 */
export function resolveDisagreement(facts: ResolveDisagreementFacts): Decision<ResolveDisagreementAnswer>;
/**
 * How did our meetings do this quarter?
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example reportQuarter({ area: "county-durham", from: "2026-10-01", until: "2026-12-31", meetings: [] }).answer.csv;
 */
export function reportQuarter(facts: ReportQuarterFacts): Decision<ReportQuarterAnswer>;
/**
 * The quarter's report on very many meetings, told one by one: a list, a stream, or whatever can be gone through. It is the report
 * that `reportQuarter` gives to all of them at once, but lists the first thousand doubts and counts the others (`moreToCheck`). Of each
 * meeting no more is held than tells it apart from others. With `rulesOfTheDay`, each is judged by the rules in force on its own day.
 * @throws {SafeguardingError} What `reportQuarter` throws, named by the place of the meeting, such as `meetings[3].endedAt`; "bad-input" or "unreadable" at `meetings`, where they cannot be gone through, at `options` or at one of them; "too-large" at `meetings` beyond four million of them. What the stream itself throws on its way, what `onProgress` throws, and the reason of a `signal`, is thrown as it is.
 * @example (await reportQuarterFrom([{ endedAt: "2026-10-05T15:00" }], { area: "county-durham", from: "2026-10-01", until: "2026-12-31" })).answer.csv;
 */
export function reportQuarterFrom(meetings: Iterable<MeetingRecord> | AsyncIterable<MeetingRecord>, common?: QuarterInCommon, options?: StreamOptions): Promise<Decision<ReportQuarterAnswer>>;
/**
 * Answers a question by its name: what the question's own function answers.
 * @throws {SafeguardingError} "bad-word" at `question` for a name that no question has, and else what the question's function throws.
 * @example answerQuestion("classify-concern", { area: "generic", concernsIdentifiedAt: "2026-12-23" }).answer.dueBy;
 */
export function answerQuestion<Q extends Question>(question: Q, facts: FactsOf[Q]): DecisionOf[Q];
/**
 * Answers a question for many cases, in their order. All are answered or none: the first that is refused is named by its place,
 * such as `cases[3].concernsIdentifiedAt`.
 * @throws {SafeguardingError} "bad-word" at `question`, "bad-input" or "unreadable" at `cases`, and else what the question's function throws.
 * @example answerMany("check-action", [{ action: { specific: "Visit the home" } }, { action: { owner: "Health visitor" } }]).length;
 */
export function answerMany<Q extends Question>(question: Q, cases: readonly FactsOf[Q][]): DecisionOf[Q][];
/**
 * When is the strategy meeting of each of many cases due? For a list of open cases: the times and the first question of
 * `classifyConcern`, without the reasons, which it gives for the case that somebody opens. All are answered or none.
 * @throws {SafeguardingError} "bad-input" or "unreadable" at `cases`, and else what `classifyConcern` throws, named by the place of the case.
 * @example classifyMany([{ area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" }])[0]?.dueBy;
 */
export function classifyMany(cases: readonly ClassifyConcernFacts[]): CaseDue[];
/**
 * When is the strategy meeting of each of very many cases due? The times alone, a hundred times as quickly as `classifyMany`; for why,
 * ask `classifyConcern` about the same facts. All are answered or none.
 * @throws {SafeguardingError} What `classifyConcern` throws, named by the place of the case; "bad-input" or "unreadable" at `cases`; "unknown-field" for what is not told of all cases.
 * @example timeMany([{ concerns: { seriousRisk: true }, referralReceivedAt: "2026-12-23" }], { area: "generic" })[0]?.dueBy;
 */
export function timeMany(cases: readonly ClassifyConcernFacts[], common?: Common): CaseTime[];
/**
 * The same for cases that stand in columns already, as `describeColumns` lays them out.
 * @throws {SafeguardingError} "bad-input" or "unreadable" at a column, or at the place of a case whose numbers mean nothing, such as `cases[3].facts`; else as `describeColumns`.
 * @example timeColumns({ facts: Uint32Array.of(1), referralReceivedAt: Uint32Array.of(20_810) }, { area: "generic" }).dueBy[0];
 */
export function timeColumns(columns: CaseColumns, common?: Common): ColumnsDue;
/**
 * Where everything stands in the columns of `timeColumns`, for documents, a day and a calendar that cases have in common.
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example describeColumns({ area: "county-durham" }).facts.map(({ name }) => name);
 */
export function describeColumns(common?: Common): ColumnsLayout;
/**
 * A decision in words: why, why not, what would change it, what is still to ask, and a note for the case file.
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example explain({ question: "classify-concern", facts: { area: "generic" }, recordedBy: "Team manager" }).caseNote;
 */
export function explain(request: ExplainRequest): Explanation;
/**
 * Which fields are still worth asking, in which order? First what the decision itself asks for, and then the fields on which
 * the most rules hang that are still open. An empty list says that nothing is worth asking any more: the form is complete.
 * @throws {SafeguardingError} "bad-input", "unknown-field", "bad-word", "bad-date", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example questionsFor("classify-concern", { area: "generic", concerns: { seriousRisk: false } })[0]?.question;
 */
export function questionsFor<Q extends Question>(question: Q, facts?: Partial<FactsOf[Q]>): readonly QuestionFor[];
/**
 * The facts in a form: a FormData, URLSearchParams, or an object of its fields. A field's name is the path of its fact,
 * `concerns.seriousRisk`, `concerns[seriousRisk]` or `children[0].ref`. An empty field is not known. "on", "true" and "yes" are
 * yes, "false" and "no" are no, where a fact is answered so; a name that stands several times, or ends in `[]`, is a list; a date
 * may stand in three fields, `…-day`, `…-month` and `…-year`. Give `fields` where the form was made by `questionsFor`.
 * @throws {SafeguardingError} "unknown-field" for a name that is no path, "bad-date" for a date of which a part is missing, and else "bad-input" or "unreadable".
 * @example factsFrom({ area: "generic", "concerns.seriousRisk": "yes" });
 */
export function factsFrom<Facts = any>(form: object, fields?: readonly Pick<QuestionFor, "path" | "kind">[]): Facts;
/**
 * Loads your partnership's own pack, sealed by `sealPack` of `safeguarding-rules/workshop`. It answers from then on, by its area
 * or its id.
 * @throws {SafeguardingError} "bad-pack" where it is damaged, of another version, or cannot stand beside the packs that are there, and else "bad-input", "too-large" or "internal".
 * @example loadPack(sealed).hash;
 */
export function loadPack(sealed: ArrayBuffer | ArrayBufferView): PackBasis;
/**
 * Puts your own sentences and names in the place of the library's, by name: another wording, or another language; agencies,
 * roles, kinds of concern, areas and words of lists too. What was set before is put back first; `{}` puts back all. A name that no sentence has, or a place in braces that is not filled, is refused.
 * @throws {SafeguardingError} "unknown-field" for a name that no sentence has, "bad-word" for a place that is not filled, and else "bad-input", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example setMessages({ "how_soon.HOLD": "Cynhaliwch y cyfarfod strategaeth {by}." });
 */
export function setMessages(messages: { readonly [name in MessageName]?: string }): void;
/**
 * Every sentence that an answer may say and every name that it may give, by name, with its places in braces.
 * @throws {SafeguardingError} "internal" where the rules cannot be started.
 * @example Object.keys(listMessages()).length;
 */
export function listMessages(): Readonly<Record<MessageName, string>>;
/**
 * The areas, packs, questions and concern types, for building a form. Without an argument, of all packs.
 * @throws {SafeguardingError} "bad-word" for an area or a pack that is not known, and else "bad-input", "unknown-field", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example describePacks({ area: "generic" }).facts;
 */
export function describePacks(scope?: PackScope): PackDescription;
/**
 * The rules themselves, each with its place, its words and its conditions, also those that no longer hold. Without an
 * argument, of all packs.
 * @throws {SafeguardingError} "bad-word" for an area or a pack that is not known, and else "bad-input", "unknown-field", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example listRules({ packs: ["county-durham"] }).rules[0]?.rule.words;
 */
export function listRules(scope?: PackScope): RuleBook;

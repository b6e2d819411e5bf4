// The shapes of safeguarding-rules: what each question takes and what it answers.
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
/** How strongly the document itself puts it. */
export type Force = "must" | "should" | "may";
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

/** A question by its name, as explanations and comparisons carry it. */
export type Question =
  | "classify-concern" | "list-attendees" | "check-action" | "check-plan" | "record-consent-basis"
  | "choose-meeting" | "list-deadlines" | "make-checklist" | "resolve-disagreement" | "report-quarter";

/** Who agreed to a later time than an earlier answer's, and why. Words such as "n/a", "tbc" or "." give neither. */
export interface Lengthening {
  /** A role, no name. */
  readonly role?: string;
  /** Why the later time was agreed. */
  readonly reason?: string;
}

/**
 * A bank holiday that government has proclaimed since: at most two added in a year, and one moved. More is refused, because an
 * office's closure is a working day.
 */
export interface AddedHoliday {
  /** Its date. */
  readonly date: LondonDate;
  /** Its name. */
  readonly title?: string | null;
  /**
   * The bank holiday of the same year that is kept on this date instead, where it was moved: at most 28 days away, for
   * government moves one within the same weeks, and a day months away would be a working day made free.
   */
  readonly replaces?: LondonDate | null;
}

/** Documents by place or by name. Give `area` or `packs`, never both. */
export interface PackScope {
  /** The area whose documents answer, with those they stand on. */
  readonly area?: Area | null;
  /** A stack of packs by id, the first the most local, for example ["county-durham", "multi-agency-meetings"]. */
  readonly packs?: readonly PackId[] | null;
}

/** Which documents answer, and as of which day. */
export interface Scope extends PackScope {
  /** The day whose rules answer. Left out, each document answers as of the day on which it was last checked. */
  readonly asOf?: Moment | null;
  /** True: the national timescales answer too. They never answer unasked. */
  readonly national?: boolean | null;
}

/**
 * What may be said of a fact that a pack declares, as its question asks: yes, no or not known; a word; a moment; a whole
 * number; a list of words; or an object of such facts, such as `child`. `describePacks` lists every fact by its path.
 */
export type OpenFact = Answer | string | number | Date | readonly string[] | { readonly [fact: string]: OpenFact | undefined };

/** The facts that the built-in packs declare, each with its question. They are filled in when the package is made. */
export interface BuiltInFacts {}

/**
 * The facts of your own pack, which you name once: `declare module "safeguarding-rules" { interface OwnFacts { readonly
 * childInHospital?: OpenFact } }`. So a fact that is misspelt is an error of the compiler.
 */
export interface OwnFacts {}
/** The facts of a child in your own pack, named in the same way. */
export interface OwnFactsOfChild {}

/** Facts with fields of their own, beside which every fact may stand that the packs in use declare. */
export type Open<Typed> = Typed & Omit<BuiltInFacts, keyof Typed> & OwnFacts;

/** One rule a decision rests on. */
export interface Cited {
  /** The rule's id, for example "TR-T0". */
  readonly id: string;
  /** What the rule asks, in plain English. */
  readonly sentence: string;
  /** How strongly the document puts it. */
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

/** A rule that came near and does not govern. */
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

/** Something to bear in mind beside an answer. */
export interface Caution {
  /** In kebab-case. The package's README lists them all. */
  readonly code: string;
  /** "first": to be done, or left, before anything else. "further": to be borne in mind; where there are many, these may be folded. */
  readonly level: "first" | "further";
  /** The sentence. */
  readonly text: string;
}

/** What an answer was worked out with. */
export interface Basis {
  /** Version of this library. */
  readonly engine: string;
  /** The packs in use, the local one first. */
  readonly packs: readonly PackBasis[];
  /** Bank holidays in England and Wales are known up to and including this date. */
  readonly bankHolidaysKnownUntil: LondonDate;
  /** True where the caller attested that every unnamed fact was considered and is a no. */
  readonly othersConsidered: boolean;
}

/** A pack, exactly enough to find it again. */
export interface PackBasis {
  /** The pack's id. */
  readonly id: PackId;
  /** The pack's version. */
  readonly version: string;
  /** SHA-256 of the pack, hexadecimal. */
  readonly hash: string;
  /** Stands where it was loaded beside the library's own documents. */
  readonly ownPack?: true;
  /** The document's title. */
  readonly title: string;
  /** What people call it for short; its title, where the pack gives no other. */
  readonly short: string;
  /** What it cites, and that it is neither confirmed in force nor endorsed. */
  readonly label: string;
  /** What replaced the document or the edition it cites, if anything. */
  readonly supersededBy?: string;
  /** When that was last checked. Without `asOf`, the document answers as of this day. */
  readonly checkedOn: LondonDate;
  /** The editions of other guidance that the document rests on. */
  readonly editions: readonly {
    /** The rule that names it. */
    readonly id: string;
    /** The edition. */
    readonly cites: string;
    /** What has replaced it. */
    readonly replacedBy: string | null;
  }[];
}

/** The one shape of every answer. It is plain data. */
export interface Decision<A> {
  /** The answer itself. */
  readonly answer: A;
  /** False while `ask` is not empty. */
  readonly settled: boolean;
  /** The rules that the answer rests on. */
  readonly because: readonly Cited[];
  /** Rules that apply as well and do not govern. */
  readonly alsoApplies: readonly Cited[];
  /** Rules that came near and do not govern, or are not in force on the day, each with the reason. */
  readonly setAside: readonly SetAside[];
  /** The questions that would settle the answer. */
  readonly ask: readonly Ask[];
  /** What to bear in mind. */
  readonly cautions: readonly Caution[];
  /** What the answer was worked out with: enough to work it out again years later. */
  readonly basis: Basis;
}

// ---------------------------------------------------------------- how soon must the strategy meeting be held?

/** What is known of a concern: the facts by which the guide times the meeting. */
export interface Concerns {
  /** Is there a serious risk of harm, for example serious injury or serious neglect? */
  readonly seriousRisk?: Answer;
  /** Is there an allegation of penetrative sexual abuse? */
  readonly penetrativeSexualAbuse?: Answer;
  /** Is forensic evidence needed? */
  readonly forensicEvidenceRequired?: Answer;
  /** Is immediate action needed? */
  readonly immediateActionRequired?: Answer;
  /** Is the concern particularly complex? A yes needs `complexReason`. */
  readonly particularlyComplex?: Answer;
  /** Does the child need protecting now? */
  readonly immediateProtectionNeeded?: Answer;
}

/** Somebody of the family. A protective mother and a dangerous father are two. */
export interface FamilyMember {
  /** A reference of your own, or what they are to the child: never a name. */
  readonly who: string;
  /** What they are to the child; the schema lists the synonyms. */
  readonly relation?: "mother" | "father" | "parent" | "step-parent" | "carer" | "grandparent" | "other" | (string & {}) | null;
  /** Are they a risk to the child, or could they do harm by being warned? Only a no lets anything reach them. */
  readonly posesRisk?: Answer;
}

/** What is known of a child beside the concern. Whoever is not certainly 18 or over is answered as a child. */
export interface KnownOfPerson {
  /** How old the child is, in whole years. */
  readonly age?: number | "unknown" | null;
  /** Is the child not born yet? */
  readonly unborn?: Answer;
  /** Does the child live, or is it placed, in another area? */
  readonly inAnotherArea?: Answer;
}

/** A discussion that was held. What is not known of it never counts for it. */
export interface HeldMeeting {
  /** When it was held. */
  readonly at?: Moment | null;
  /** The agencies that took part, such as "police". */
  readonly agencies?: readonly string[] | null;
  /** Did every agency take part without which it does not count? Where `agencies` tells it, that holds. */
  readonly full?: Answer;
  /** Was it the discussion that comes first, or the whole meeting that follows it? Left out, it is the discussion. */
  readonly stage?: "discussion" | "meeting";
}

/** What `classifyConcern` takes. */
export interface ClassifyConcernFacts extends Scope {
  /** What is known of the concern. */
  readonly concerns?: Concerns | null;
  /** Ids of concern types; each makes facts true and none false. See `describePacks`. */
  readonly concernTypes?: readonly ConcernType[] | null;
  /** Attests that every fact not named was considered and is a no. Kept in the answer's basis. */
  readonly othersConsidered?: boolean | null;
  /** Why the concern is particularly complex: a concern type's id or a sentence. */
  readonly complexReason?: string | null;
  /** Whom it is about, where that is one child, or what is known of all of them. */
  readonly child?: KnownOfPerson | null;
  /** Several children: each gets an answer of its own, the joint one is the earliest. */
  readonly children?: readonly (KnownOfPerson & {
    /** A reference of your own, never a name. */
    readonly ref: string;
    /** What is known for this child; it comes before what is said of all. */
    readonly concerns?: Concerns | null;
    /** Ids of concern types, for this child. */
    readonly concernTypes?: readonly ConcernType[] | null;
  })[] | null;
  /** The discussions that were held already. A partial call never meets the limit. */
  readonly held?: readonly HeldMeeting[] | null;
  /** An earlier answer, which is not lengthened without `lengthening`. */
  readonly previousResult?: {
    /** Its timescale. */
    readonly timescale?: Timescale | null;
    /** Its last day, or its last moment. Without it, `timescale` alone holds. */
    readonly dueBy?: Moment | null;
    /** Was it settled? Left out, it counts as settled. */
    readonly settled?: boolean | null;
    /** The facts of that answer: a yes that becomes a no needs `lengthening` too. */
    readonly concerns?: Concerns | null;
  } | null;
  /** Who (a role, no name) agreed a later date than the earlier answer's, and why. */
  readonly lengthening?: Lengthening | null;
  /** When any professional first recorded the concern. */
  readonly concernsIdentifiedAt?: Moment | null;
  /** When the referral was received. */
  readonly referralReceivedAt?: Moment | null;
  /** When the need for immediate action arose. */
  readonly immediateActionAt?: Moment | null;
  /** The present moment. It never moves `dueBy`; it adds what is overdue and what comes next. */
  readonly now?: Moment | null;
  /** When people plan to hold it. */
  readonly planned?: Planned | null;
  /** An office's own earlier end of a working day, such as "17:00". The same day always ends at midnight. */
  readonly closeOfDay?: string | null;
  /** Bank holidays that the list does not know yet. */
  readonly bankHolidays?: readonly AddedHoliday[] | null;
}

/** One day of a count. */
export interface CountedDay {
  /** The day. */
  readonly date: LondonDate;
  /** Its weekday, in words: "Monday". */
  readonly weekday: string;
  /** Is it counted? */
  readonly counts: boolean;
  /** Which day of the limit it is, where it counts. */
  readonly day?: number;
  /** Why it does not count. */
  readonly why?: string;
}

/** A rule and the end of its time. */
export interface Limit {
  /** The rule's id. */
  readonly id: string;
  /** Its timescale. */
  readonly timescale: Timescale;
  /** Its last day. */
  readonly dueBy: LondonDate;
  /** Its end to the minute, where it has one. */
  readonly dueInstant?: string;
  /** The last day by the list of bank holidays alone, where some were added by hand. */
  readonly withoutAddedHolidays?: LondonDate;
}

/** What `classifyConcern` answers. */
export interface ClassifyConcernAnswer {
  /** The answer in one plain sentence, with weekday and date. */
  readonly heading: string;
  /** While not settled: how to settle it, what to plan for, and what holds otherwise. */
  readonly advice: string | null;
  /** Null where the documents in use give no time. */
  readonly timescale: Timescale | null;
  /** The most urgent timescale that is met, even where another ends earlier. */
  readonly mostUrgentTimescale: Timescale | null;
  /** The last day, or null where no time at all is known. */
  readonly dueBy: LondonDate | null;
  /** Its end, 23:59:59 London time or the minute at which a limit of hours ends, with offset. */
  readonly dueInstant: string | null;
  /** Our suggestion, counting the day of the trigger; never later than `dueBy`, and never counting bank holidays added by hand. */
  readonly aimBy: LondonDate | null;
  /** The last day by the list of bank holidays alone, where some were added by hand. */
  readonly withoutAddedHolidays?: LondonDate;
  /** What would hold if every unknown fact were a no; null where nothing unknown matters. */
  readonly onKnownFactsOnly: {
    /** Its timescale. */
    readonly timescale: Timescale;
    /** Its last day; null where no time is known. */
    readonly dueBy: LondonDate | null;
    /** Its end to the minute, where it counts hours. */
    readonly dueInstant?: string;
    /** The last day by the list of bank holidays alone, where some were added by hand. */
    readonly withoutAddedHolidays?: LondonDate;
  } | null;
  /**
   * Where no start is known, the answer is today, and this is what would hold if the concern was first recorded today and
   * every unknown fact were a no; otherwise null.
   */
  readonly ifRecordedToday: {
    /** Its timescale. */
    readonly timescale: Timescale;
    /** Its last day; null where no time is known. */
    readonly dueBy: LondonDate | null;
    /** Its end to the minute, where it counts hours. */
    readonly dueInstant?: string;
    /** The last day by the list of bank holidays alone, where some were added by hand. */
    readonly withoutAddedHolidays?: LondonDate;
  } | null;
  /** The limits that have passed, as of `now`. */
  readonly overdue: readonly Limit[];
  /** The most urgent limit that has not. */
  readonly nextLimit: Limit | null;
  /** The later date that an earlier answer holds back, or null. */
  readonly wouldBe: LondonDate | null;
  /** Its last moment. */
  readonly wouldBeInstant: string | null;
  /** The whole meeting that follows the discussion, where a pack has two stages. */
  readonly then?: Limit;
  /** The discussions that were held, and whether each counts. While one counts, only a whole meeting that follows can be overdue. */
  readonly held: readonly {
    /** When, as it was told: the day alone where no time of day was given. */
    readonly at: string | null;
    /** Did every agency take part without which it does not count? */
    readonly full: boolean | "not-established";
    /** Those who had to take part and did not, by name. */
    readonly lacking: readonly string[];
    /** Does it meet the limit? */
    readonly counts: boolean;
    /** Was it held in time, where it counts? */
    readonly inTime: boolean | "not-established" | null;
  }[];
  /** The plan beside the answer, or null where none was given. */
  readonly planned: PlanBesideAnswer | null;
  /** Each child's own answer, where `children` was given. */
  readonly perChild: readonly {
    /** Your own reference. */
    readonly ref: string;
    /** The timescale that governs for this child; null for an adult, of whom no strategy meeting is held, and where the documents give no time. */
    readonly timescale: Timescale | null;
    /** The last day; null where no time is known. */
    readonly dueBy: LondonDate | null;
    /** The last day by the list of bank holidays alone, where some were added by hand. */
    readonly withoutAddedHolidays?: LondonDate;
    /** False while `ask` is not empty. */
    readonly settled: boolean;
    /** The rules it rests on. */
    readonly because: readonly Cited[];
    /** What would settle it. */
    readonly ask: readonly Ask[];
  }[];
  /** The earliest of the children's last days. */
  readonly jointDueBy: LondonDate | null;
  /** Each day from the start to the end. */
  readonly counted: readonly CountedDay[];
}

// ---------------------------------------------------------------- who must, should and may attend?

/** An agency's id in kebab-case: "police", "health", "childrens-social-care", "school", or any other. */
export type Agency = BuiltInAgency | (string & {});
/** How an agency took part. A written return is no attendance; the words beside "in-person" and "phone" mean one of these. */
export type Attendance = "in-person" | "phone" | "teleconference" | "dial-in" | "video" | "written-return-only" | "gp-form-only" | "absent";
/** In what form people come together. */
export type Format = "meeting" | "conference-call" | "telephone" | "serial-phone-calls";
/** A form, or another word for one. */
export type FormatGiven = Format | "in-person" | "video" | "teleconference" | "phone" | "phone-calls";
/** True, false, or that what is known does not tell. */
export type Established = boolean | "not-established";

/** What every document may ask of a child. */
export interface KnownOfAnyChild {
  /** Is the child looked after? */
  readonly lookedAfter?: Answer;
  /** Is the child not born yet? */
  readonly unborn?: Answer;
  /** In whole years. */
  readonly age?: number | "unknown" | null;
}

/** What is known of one child, beside every other fact of a child that the packs declare. */
export type Child = KnownOfAnyChild & Omit<NonNullable<BuiltInFacts["child"]>, keyof KnownOfAnyChild> & OwnFactsOfChild;

/** What `listAttendees` takes, beside the facts that the packs in use declare. */
export interface KnownForAttendees extends Scope {
  /** Which meeting it is. */
  readonly meetingType: MeetingType;
  /** What is known of the child. */
  readonly child?: Child | null;
  /** Several children: the list is the union. `ref` is a reference of your own, no name. */
  readonly children?: readonly (Child & {
    /** A reference of your own, never a name. */
    readonly ref?: string;
    /** What is known of the concern for this child. */
    readonly concerns?: Concerns | null;
    /** Ids of concern types, for this child. */
    readonly concernTypes?: readonly ConcernType[] | null;
  })[] | null;
  /** The people of the family, each decided alone; without it, parents and carers are spoken of together. */
  readonly family?: readonly FamilyMember[] | null;
  /** Whom the meeting is about, by age. */
  readonly subject?: {
    /** The age group; "unknown" where nobody knows. */
    readonly ageGroup?: "child" | "young-person" | "adult" | "unborn" | "unknown" | null;
  } | null;
  /** Attests that every fact not named was considered and is a no. Kept in the answer's basis. */
  readonly othersConsidered?: boolean | null;
  /** Who made the referral. */
  readonly referrer?: Agency | null;
  /** Services that the child or family receives. */
  readonly services?: readonly Agency[] | null;
  /** Other agencies, and what is known of their part. */
  readonly agencies?: readonly {
    /** The agency. */
    readonly name: Agency;
    /** Does it hold relevant information? */
    readonly hasRelevantInformation?: Answer;
    /** Is it directly involved with the child and family? */
    readonly directInvolvement?: Answer;
    /** Is it, or is it likely to be, part of the package of support? */
    readonly inPackage?: Answer;
  }[] | null;
  /** Who will speak for an agency. */
  readonly attendees?: readonly {
    /** The agency. */
    readonly agency: Agency;
    /** May they decide for it? */
    readonly canDecide?: Answer;
    /** Can they see the child's records during the discussion? */
    readonly hasRecordAccess?: Answer;
    /** Do they hold the case themselves? */
    readonly isCaseHolder?: Answer;
  }[] | null;
  /** Who took part, and how. Only with it is `quorate` answered. */
  readonly attendance?: { readonly [agency in Agency]?: Attendance } | null;
  /** Who chairs. */
  readonly chair?: {
    /** A role, no name. */
    readonly role?: string | null;
    /** Are they recorded as the nominated deputy? */
    readonly nominatedDeputy?: Answer;
    /** The agency they come from. */
    readonly agency?: Agency | null;
    /** Did the representatives agree on them? */
    readonly agreedByRepresentatives?: Answer;
    /** Have they chaired meetings of this kind before? */
    readonly experienced?: Answer;
    /** Do they know the child protection procedures? */
    readonly knowsProcedures?: Answer;
    /** Are they the practitioner who first found the needs? */
    readonly identifiedTheNeeds?: Answer;
  } | null;
  /** The agency that co-ordinates. */
  readonly coordinator?: Agency | null;
  /** In what form people come together. */
  readonly format?: FormatGiven | null;
}

/** What `listAttendees` takes. */
export type ListAttendeesFacts = Open<KnownForAttendees>;

/** Somebody in a list, and why. */
export interface Attendee {
  /** The agency's id. */
  readonly agency: Agency;
  /** Its name in a sentence. */
  readonly label: string;
  /** Why they stand in this list. */
  readonly why: string;
  /** How strongly the document puts it. */
  readonly force: Force;
  /** The rule's id. */
  readonly rule: string;
  /** False where the entry rests on something not known: it stands in the list until that is settled. */
  readonly settled: boolean;
  /** Present and true where they may be a risk and nobody has answered that with no: do not invite them yet. */
  readonly notYetInvited?: true;
  /** Present and true where a recorded risk keeps them from every part of the meeting. */
  readonly keptAway?: true;
  /** The part of the meeting for which they come, where it has two. */
  readonly part?: "part-one" | "part-two";
}

/** Roles, one of which will do. */
export interface Role {
  /** Their ids. */
  readonly roles: readonly string[];
  /** Their names in a sentence, in the same order. */
  readonly labels: readonly string[];
  /** Why these. */
  readonly why: string;
  /** How strongly the document puts it. */
  readonly force: Force;
  /** The rule's id. */
  readonly rule: string;
}

/** What `listAttendees` answers. */
export interface ListAttendeesAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** Who must be there. */
  readonly required: readonly Attendee[];
  /** Who is expected. */
  readonly expected: readonly Attendee[];
  /** Who may be there. */
  readonly optional: readonly Attendee[];
  /** Who is not to be there. */
  readonly excluded: readonly Attendee[];
  /** True where the document says its list is open. */
  readonly openList: boolean;
  /** Null where the documents do not say. */
  readonly chair: Role | null;
  /** Null where the documents do not say. */
  readonly administrator: Role | null;
  /** Null where the documents do not say. */
  readonly coordinator: Role | null;
  /** Is the co-ordinator given one of these? Null where none was given or the documents do not say. */
  readonly coordinatorValid: Established | null;
  /** Who is lead professional for now. Null where the documents do not say. */
  readonly leadProfessional: Role | null;
  /** Null where the documents do not say. */
  readonly format: {
    /** The forms that every document allows. */
    readonly allowed: readonly Format[];
    /** Is the form given one of them? */
    readonly compliant: Established;
    /** Why these. */
    readonly why: string;
    /** The rule's id. */
    readonly rule: string;
  } | null;
  /** Is the minimum met? Null where no `attendance` was given. */
  readonly quorate: boolean | "not_established" | null;
  /** Null where no `attendance` was given. */
  readonly allRequiredPresent: Established | null;
  /** Who must be there and is not. Empty without `attendance`. */
  readonly missing: readonly Agency[];
  /** Does the chair hold one of the roles? Null where the documents do not say. */
  readonly chairValid: Established | null;
  /** The agencies that make a record of their own, where the form of the discussion asks for it. */
  readonly recordRequiredFrom: readonly Agency[];
}

// ---------------------------------------------------------------- is this action SMART, and is the plan complete?

/** A criterion of a SMART action. */
export type Criterion = "specific" | "measurable" | "assignable" | "realistic" | "time-related";

/** An action, in the fields that make it SMART. */
export interface Action {
  /** What will be done. */
  readonly specific?: string | null;
  /** How much of it. */
  readonly quantity?: string | null;
  /** How progress will show. */
  readonly indicator?: string | null;
  /** A person's role, or a named person. */
  readonly owner?: string | null;
  /** What result can realistically be achieved. */
  readonly realisticResult?: string | null;
  /** Attested by people, never judged here. */
  readonly resourcesConfirmed?: Answer;
  /** A date; what is no date is a finding, not an error. */
  readonly due?: string | null;
  /** Does it relate to the child or family? */
  readonly relatesToFamily?: Answer;
  /** Has it been discussed with them? */
  readonly discussedWithFamily?: Answer;
  /** What has become of it. Synonyms are taken too, such as "completed" or "carried-forward"; the schema lists them. */
  readonly state?: ActionState | (string & {}) | null;
  /** Why it was not done, was carried over or given up. */
  readonly reasonNotDone?: string | null;
  /** The meeting or day from which it was carried over. */
  readonly carriedOverFrom?: Moment | null;
  /** Until when it was carried over. */
  readonly carriedOverUntil?: Moment | null;
}

/** What has become of an action. */
export type ActionState = "open" | "done" | "not-done" | "carried-over" | "withdrawn" | "unknown";

/** What `checkAction` takes. */
export interface CheckActionFacts extends Scope {
  /** The action. */
  readonly action: Action;
  /** When the meeting is or was. */
  readonly meetingDate?: Moment | null;
  /** When the action is to be reviewed. */
  readonly reviewDate?: Moment | null;
}

/** What `checkPlan` takes. */
export interface CheckPlanFacts extends Scope {
  /** The plan. */
  readonly plan: {
    /** Its actions. */
    readonly actions?: readonly Action[] | null;
    /** When it is to be reviewed. */
    readonly reviewDates?: readonly Moment[] | null;
    /** A recorded no, that no review is needed, stands for a date. */
    readonly reviewRequired?: Answer;
  };
  /** When the meeting is or was. */
  readonly meetingDate?: Moment | null;
}

/** What was found on one criterion. */
export interface Finding {
  /** The criterion. */
  readonly criterion: Criterion;
  /** Is it met? */
  readonly met: boolean;
  /** What was found, by code: "met", "owner-missing". */
  readonly code: string;
  /** What was found. */
  readonly text: string;
  /** What would mend it; null where it is met. */
  readonly mend: string | null;
  /** The rule's id. */
  readonly rule: string;
}

/** What `checkAction` answers. */
export interface CheckActionAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** Not established where the documents in use set no criteria. */
  readonly complete: Established;
  /** The criteria that are not met. */
  readonly missing: readonly Criterion[];
  /** One for each criterion, in the document's order. */
  readonly findings: readonly Finding[];
  /** Advice that does not make the action incomplete. */
  readonly warnings: readonly Caution[];
  /** Does realism still need somebody to attest it? */
  readonly needsAttestation: boolean;
  /** What has become of it, where that was said; "unknown" where two things recorded cannot both be. */
  readonly state?: ActionState;
}

/** What `checkPlan` answers. */
export interface CheckPlanAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** Not established where the documents in use set no criteria. */
  readonly complete: Established;
  /** What the plan as a whole lacks: "at-least-one-agreed-action", "review-date", "complete-actions". */
  readonly missing: readonly string[];
  /** Each action's check. `index` is its place in the plan, from 0. */
  readonly actions: readonly (CheckActionAnswer & {
    /** Its place in the plan, from 0. */
    readonly index: number;
  })[];
  /** The actions that are not complete: place in the plan, from 0, and what is missing. */
  readonly failingActions: readonly {
    /** Its place in the plan, from 0. */
    readonly index: number;
    /** The criteria that are not met. */
    readonly missing: readonly Criterion[];
  }[];
  /** What has become of its actions, where that was said of any. What nobody has said is never done. */
  readonly progress?: {
    /** All of them. */
    readonly actions: number;
    /** Still to be done. */
    readonly open: number;
    /** Done. */
    readonly done: number;
    /** Not done. */
    readonly notDone: number;
    /** Carried over to a new date. */
    readonly carriedOver: number;
    /** Given up. */
    readonly withdrawn: number;
    /** Of which nobody has said, or of which two things recorded cannot both be. */
    readonly notKnown: number;
    /** Not done, carried over or given up without a reason on record. */
    readonly withoutReason: number;
  };
}

// ---------------------------------------------------------------- on what basis may information be shared?

/** How consent was given. */
export type HowConsented = "spoken" | "written" | "another-way";

/** What one person said of consent. */
export interface PersonsConsent {
  /** Who: a reference or a relation, no name. */
  readonly who?: string | null;
  /** As what they consent. */
  readonly as?: "parental-responsibility" | "child" | (string & {}) | null;
  /** Was it given? */
  readonly given?: Answer;
  /** To what part, where it was not given for all. */
  readonly covers?: string | null;
  /** How it was given. */
  readonly how?: HowConsented | (string & {}) | null;
  /** When it was said. */
  readonly at?: Moment | null;
  /** Until when it holds. */
  readonly until?: Moment | null;
  /** Was it taken back? */
  readonly withdrawn?: Answer;
  /** When it was taken back. */
  readonly withdrawnAt?: Moment | null;
  /** Why the child was judged able to decide. */
  readonly whyCompetent?: string | null;
}

/** What `recordConsentBasis` takes. */
export interface RecordConsentBasisFacts extends Scope {
  /** What was shared. */
  readonly informationShared?: string | null;
  /** What is fact in it, and what is opinion, kept apart. */
  readonly facts?: string | null;
  /** What in it is opinion. */
  readonly opinion?: string | null;
  /** With whom: one text, or a list. */
  readonly sharedWith?: readonly string[] | string | null;
  /** What for. */
  readonly purpose?: string | null;
  /** Was consent to share sought? */
  readonly consentSought?: Answer;
  /** Three consents, none of which implies another. */
  readonly consentGiven?: Answer;
  /** To what part, where it was not given for all. */
  readonly consentCovers?: string | null;
  /** How it was given. */
  readonly consentHow?: HowConsented | (string & {}) | null;
  /** Until when it holds. */
  readonly consentUntil?: Moment | null;
  /** Was it taken back? */
  readonly consentWithdrawn?: Answer;
  /** When it was taken back. */
  readonly consentWithdrawnAt?: Moment | null;
  /** What each person said: every holder of parental responsibility, and the child. */
  readonly consents?: readonly PersonsConsent[] | null;
  /** What the child thinks and feels about the share. */
  readonly childsView?: string | null;
  /** A reference of the child, no name. */
  readonly subjectRef?: string | null;
  /** How long the record is kept, and by which schedule. */
  readonly retention?: string | null;
  /** Was the meeting agreed to? */
  readonly consentToMeeting?: Answer;
  /** Was taking part agreed to? */
  readonly consentToEngage?: Answer;
  /** Why consent was not sought. */
  readonly reasoningNotSought?: string | null;
  /** Was the family told? */
  readonly familyInformed?: Answer;
  /** Why not. */
  readonly reasonNotInformed?: string | null;
  /** Was the invited agencies' agreement to that sought? */
  readonly agreementSought?: Answer;
  /** What came of it. */
  readonly agreementOutcome?: "agreed" | "not-agreed" | "partly-agreed" | null;
  /** Who agreed, by role or agency. */
  readonly agreedBy?: string | null;
  /** The basis under Article 6 that the controller relies on, by its id. */
  readonly lawfulBasis?: string | null;
  /** Does it hold special-category data, such as health? */
  readonly specialCategory?: Answer;
  /** The condition under Article 9 for that, by its id. */
  readonly art9Condition?: string | null;
  /** Does it hold data on criminal offences? */
  readonly criminalOffenceData?: Answer;
  /** The condition for that, by its place in the law, such as "Schedule 1, paragraph 18". */
  readonly criminalCondition?: string | null;
  /** Why sharing is necessary. */
  readonly necessary?: string | null;
  /** Why it is proportionate. */
  readonly proportionate?: string | null;
  /** Why what is shared is relevant. */
  readonly relevant?: string | null;
  /** Is the child deemed to be at high risk of harm? */
  readonly highRisk?: Answer;
  /** Whether there is concern about fabricated or induced illness. */
  readonly fiiConcern?: Answer;
  /** Whether a parent or carer may be a risk to the child. */
  readonly parentsPoseRisk?: Answer;
  /** Is the share meant to find out whether a child needs safeguarding, or to safeguard one? */
  readonly childAtRisk?: Answer;
  /** Is the child's wellbeing getting worse? */
  readonly wellbeingDeteriorating?: Answer;
  /** What the meeting is about. */
  readonly issue?: string | null;
  /** What kind of body holds the information. */
  readonly controller?: string | null;
  /** The day of the sharing, where it is not the day of the decision. */
  readonly date?: Moment | null;
  /** A role, no name. */
  readonly decidedBy?: string | null;
  /** When it was decided. */
  readonly decidedAt?: Moment | null;
  /** The id of the record that this one corrects. */
  readonly corrects?: string | null;
  /** Filled in by this package where absent. */
  readonly id?: string | null;
  /** When the record was made. Filled in by this package where absent. */
  readonly createdAt?: Moment | null;
  /** Random text that keeps the hash from being guessed: 16 bytes in hexadecimal. Filled in by this package where absent. */
  readonly salt?: string | null;
}

/** A lawful basis or condition to consider. */
export interface LawfulBasis {
  /** Its name: "public-task". */
  readonly id: string;
  /** Its name in a sentence. */
  readonly label: string;
  /** Where it stands in the law. */
  readonly article: string;
  /** What it is for. */
  readonly kind: "article6" | "special-category" | "criminal-offence";
  /** Its operative words. */
  readonly words: string;
  /** When it fits. */
  readonly why: string;
  /** The rule's id. */
  readonly rule: string;
  /** The rule of a document in use that recommends it. */
  readonly recommended?: string;
}

/** What `recordConsentBasis` answers. */
export interface RecordConsentBasisAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** The record itself, as it was hashed, with what makes it complete. */
  readonly record: {
    /** Does it hold all that the documents ask for? */
    readonly complete: boolean;
    /** Paths of the fields that it lacks. */
    readonly missing: readonly string[];
    /** What good practice adds; its absence does not make the record incomplete. */
    readonly recommended: readonly string[];
    /** The questions behind both. */
    readonly toRecord: readonly Ask[];
    /** Its id, a UUID where this package made it. */
    readonly id: string | null;
    /** When it was made. */
    readonly createdAt: string | null;
    /** The id of the record that it corrects. */
    readonly corrects: string | null;
    /** The record in canonical form (RFC 8785). */
    readonly canonical: string;
    /** SHA-256 of `canonical`, hexadecimal. */
    readonly hash: string;
  };
  /** What became of consent; what was taken back, has ended or was refused never counts as given. */
  readonly consent: "withdrawn" | "refused" | "ended" | "partly" | "given" | "not-sought" | "not-known";
  /** Never true for a safeguarding share. */
  readonly sharingBlocked: boolean;
  /** Is consent needed to share? */
  readonly consentRequired: Established;
  /** What the documents say of consent to the meeting itself. */
  readonly consentToMeet: "not-necessary" | "unlikely-to-help" | null;
  /** Is the purpose to safeguard a child? */
  readonly purposeIsSafeguarding: boolean | "unknown";
  /** Tell the family, or record why not; not yet where a risk is recorded, or somebody says that it is not known. */
  readonly informFamily: "inform" | "not-yet" | "exception-recorded" | "exception-to-record";
  /** The condition of going ahead without the family knowing; null where no document sets one. */
  readonly preconditionMet: Established | null;
  /** To consider; the controller chooses. */
  readonly lawfulBases: readonly LawfulBasis[];
  /** Not open here, each with the reason. */
  readonly basesExcluded: readonly (LawfulBasis & {
    /** Why it is not open here. */
    readonly reason: string;
  })[];
  /** Conditions to consider for special-category and criminal-offence data. */
  readonly conditions: readonly LawfulBasis[];
}

// ---------------------------------------------------------------- which meeting does this call for?

/** Where circumstances lead, the more protective first; or a kind of meeting that a pack declares which was loaded. */
export type Route =
  | "strategy" | "adult-safeguarding" | "child-protection-procedures" | "safeguarding-referral" | "s47" | "cp-conference"
  | "mash" | "escalation" | "agency-escalation" | "professionals" | "mdt-countywide" | "mdt-locality" | "tac-initial"
  | "tac-review" | "early-help-or-safeguarding-referral" | "normal-case-management" | "engagement-plan" | "single-agency"
  | "appropriate-help" | "not-determined" | (string & {});

/** What `chooseMeeting` takes, beside the facts that the packs in use declare. */
export interface KnownForChoice extends Scope {
  /** The meeting that somebody has in mind; without it, every meeting is looked at. */
  readonly meetingType?: MeetingType | null;
  /** Several children: each is decided alone, and the most protective route governs. */
  readonly children?: readonly (KnownOfPerson & {
    /** A reference of your own, never a name. */
    readonly ref?: string;
    /** What is known of the concern for this child. */
    readonly concerns?: Concerns | null;
    /** Ids of concern types, for this child. */
    readonly concernTypes?: readonly ConcernType[] | null;
  })[] | null;
  /** Ids of concern types; each makes facts true and none false. */
  readonly concernTypes?: readonly ConcernType[] | null;
  /** Attests that every fact not named was considered and is a no. Kept in the answer's basis. */
  readonly othersConsidered?: boolean | null;
}

/** What `chooseMeeting` takes. */
export type ChooseMeetingFacts = Open<KnownForChoice>;

/** Something that comes before a meeting. */
export interface Precondition {
  /** The fact's path. */
  readonly path: string;
  /** The question behind it. */
  readonly question: string;
  /** Is it so? */
  readonly met: boolean | "unknown";
  /** The rule's id. */
  readonly rule: string;
}

/** What `chooseMeeting` answers. */
export interface ChooseMeetingAnswer {
  /** Each child's own, where several were named. */
  readonly perChild?: readonly {
    /** Your own reference. */
    readonly ref: string;
    /** The most protective route that is called for. */
    readonly route: Route | null;
    /** The answer in one sentence. */
    readonly heading: string;
    /** Is it settled? */
    readonly settled: boolean;
  }[];
  /** The answer in one sentence. */
  readonly heading: string;
  /** The most protective route that is called for; null where none is. */
  readonly route: Route | null;
  /** Every route that is called for, the most protective first. */
  readonly routes: readonly {
    /** Where it leads. */
    readonly route: Route;
    /** Its name in a sentence. */
    readonly label: string;
    /** Why. */
    readonly why: string;
    /** The rule's id. */
    readonly rule: string;
    /** Present and true where it stands here only because something is not known. */
    readonly provisional?: true;
  }[];
  /** Meetings that are not the route. */
  readonly notRoutes: readonly {
    /** The meeting. */
    readonly meeting: MeetingType;
    /** Why. */
    readonly why: string;
    /** The rule's id. */
    readonly rule: string;
    /** Where to go instead, where the document says. */
    readonly instead: Route | null;
    /** Present and true where it stands here only because something is not known. */
    readonly provisional?: true;
  }[];
  /** What the documents say of each meeting looked at. */
  readonly meetings: readonly {
    /** The meeting. */
    readonly meeting: MeetingType;
    /** May it be held? "not-indicated" says that nothing given speaks for it, never that a threshold is not met. */
    readonly verdict: "called-for" | "may-be-held" | "not-yet" | "not-indicated" | "ruled-out" | "not-established";
    /** Is the child one of those whom it is for? Null where no document says whom it is for. */
    readonly inScope: "in-scope" | "not-named" | "not-established" | null;
    /** Ids of the rules by which it is for this child. */
    readonly cohortMet: readonly string[];
    /** Ids of the rules that speak for it. */
    readonly criteriaMet: readonly string[];
    /** What came before it. */
    readonly preconditionsMet: readonly Precondition[];
    /** What has yet to come before it. */
    readonly preconditionsMissing: readonly Precondition[];
  }[];
}

// ---------------------------------------------------------------- what falls due, for whom, by when?

/** When people plan to do it. Sooner is always free; later needs a reason and the role of whoever decided. */
export interface Planned {
  /** When it is planned. */
  readonly at: Moment;
  /** Why it is later, where it is. */
  readonly reason?: ReasonForLater | null;
  /** A role, no name. */
  readonly decidedBy?: string | null;
}

/** A plan beside the answer. It never replaces it. */
export interface PlanBesideAnswer {
  /** With offset. */
  readonly at: string;
  /** Is that later than the answer says? */
  readonly later: boolean;
  /** Is it sooner, or is a later time explained? */
  readonly explained: boolean;
  /** What is still to be recorded for a later time. */
  readonly missing: readonly ("reason" | "decidedBy")[];
  /** The reason, where one was given. */
  readonly reason: ReasonForLater | null;
  /** A role, no name. */
  readonly decidedBy: string | null;
}

/** The time that a document gives. */
export type TimeLimit =
  | `within ${number} ${"hour" | "hours" | "day" | "days" | "working day" | "working days" | "week" | "weeks" | "month" | "months"}`
  | `within ${number} ${"day" | "days"} to the hour`
  | "by then"
  | "as soon as practicable";

/** Why something is done later than an answer says. */
export type ReasonForLater =
  | "child-not-available" | "essential-agency-not-available" | "information-awaited" | "sooner-would-be-unsafe"
  | "interpreter-or-access-need" | "recorded-elsewhere";

/** What `listDeadlines` takes, beside the facts that the packs in use declare. */
export interface KnownForDeadlines extends Scope {
  /** Only the duties of this meeting. */
  readonly meetingType?: MeetingType | null;
  /** Only this duty, by its name. */
  readonly duty?: string | null;
  /** The people of the family, each decided alone; without it, parents and carers are spoken of together. */
  readonly family?: readonly FamilyMember[] | null;
  /** Attests that every fact not named was considered and is a no. Kept in the answer's basis. */
  readonly othersConsidered?: boolean | null;
  /** The present moment: it tells what is overdue and moves nothing. */
  readonly now?: Moment | null;
  /** What was asked of each agency, and when it came back: a duty that each owes by itself stands once for each. */
  readonly requests?: readonly {
    /** The agency. */
    readonly agency: string;
    /** When it was asked; without it, when all were. */
    readonly requestedAt?: Moment | null;
    /** How high the immediate risk is in this request; without it, what was said of all. */
    readonly immediateRisk?: Answer | "highest" | "not-highest" | "medium" | "low";
    /** When its return came. */
    readonly returnedAt?: Moment | null;
  }[] | null;
  /** What was done, by the duty's name. */
  readonly done?: Readonly<Record<string, {
    /** When it was done. */
    readonly at?: Moment | null;
    /** Through which channel: "secure-email", "email", "post", "telephone", "in-person", or one that a pack names. */
    readonly channel?: string | null;
  }>> | null;
  /** What is planned, by the duty's name. `decidedBy` is a role, no name. */
  readonly planned?: Readonly<Record<string, Planned>> | null;
  /** The deadlines of an earlier answer. */
  readonly previous?: readonly {
    /** The duty's name. */
    readonly duty: string;
    /** Its last day or moment. */
    readonly due: Moment;
  }[] | null;
  /** Who (a role, no name) agreed later times than those of `previous`, and why. Until then the earlier ones hold. */
  readonly lengthening?: Lengthening | null;
  /** Bank holidays that the list does not know yet. */
  readonly bankHolidays?: readonly AddedHoliday[] | null;
  /** When it was decided to hold the meeting. */
  readonly decisionAt?: Moment | null;
  /** When the meeting starts. */
  readonly meetingStart?: Moment | null;
  /** When it ended. */
  readonly meetingEndedAt?: Moment | null;
}

/** What `listDeadlines` takes. */
export type ListDeadlinesFacts = Open<KnownForDeadlines>;

/** A role or an agency. */
export interface Who {
  /** Its id in kebab-case. */
  readonly id: string;
  /** Its name in a sentence. */
  readonly label: string;
  /** The rule's id. */
  readonly rule: string;
  /** Present and true where it stands here only because something is not known. */
  readonly provisional?: true;
}

/** A duty and its time. */
export interface Deadline {
  /** The duty's name. */
  readonly duty: string;
  /** The agency that owes it, where `requests` told each by itself. */
  readonly agency?: string;
  /** What is owed. */
  readonly what: string;
  /** How strongly the document puts it. */
  readonly force: Force;
  /** The time that the document gives; null where it gives none. */
  readonly limit: TimeLimit | null;
  /** The shortest and the longest time, where the document gives both. */
  readonly window: {
    /** The shortest. */
    readonly earliest: TimeLimit;
    /** The longest. */
    readonly latest: TimeLimit;
  } | null;
  /** How often it returns: "every week", "every quarter", "every 6 months". */
  readonly every: string | null;
  /** Present and true where the document prefers the start of the week. */
  readonly startOfWeek?: true;
  /** The path of the moment from which it counts. */
  readonly from: string | null;
  /** The last moment, with offset; null where no number is given or the start is not known. */
  readonly due: string | null;
  /** Its day. */
  readonly dueBy: LondonDate | null;
  /** The later moment that an earlier answer holds back. */
  readonly wouldBe?: string;
  /** Present and true where the earlier answer's moment holds, until a role and a reason are given. */
  readonly heldBack?: true;
  /** Its day by the list of bank holidays alone, where some were added by hand. */
  readonly withoutAddedHolidays?: LondonDate;
  /** Our suggestion: the last working day that is not later, added holidays or not. Null where the time is counted in hours. */
  readonly aimBy: LondonDate | null;
  /** The path of the moment that brought it forward. */
  readonly cappedBy?: string;
  /** Present and true where the date was cut to the end of a shorter month. */
  readonly cutToMonthEnd?: true;
  /** The fact that would tell when it falls due. */
  readonly startMissing?: Ask;
  /** Who owes it. */
  readonly by: readonly Who[];
  /** To whom it is owed. */
  readonly to: readonly Who[];
  /** Who is not to get it. */
  readonly notTo: readonly Who[];
  /** The channels it may go through. */
  readonly channel: readonly string[];
  /** What is sent or written. */
  readonly documents: readonly {
    /** Its name. */
    readonly document: string;
    /** Ids of those to whom it goes. */
    readonly to: readonly string[];
    /** True where the document is named and was not supplied: its fields are not made up here. */
    readonly external: boolean;
  }[];
  /** Null where nothing was said to be done, or no time is known. */
  readonly onTime: Established | null;
  /** In whole minutes, where the time is counted in hours. */
  readonly lateByMinutes?: number;
  /** In whole days, where it is counted in days. */
  readonly lateByDays?: number;
  /** Null where no channel was given or asked for. */
  readonly channelAllowed: Established | null;
  /** Has its time passed, as of `now`, with nothing said to be done? */
  readonly overdue: boolean;
  /** The plan, beside the answer. It never replaces it. */
  readonly planned?: PlanBesideAnswer;
  /** Present and true where it stands here only because something is not known. */
  readonly provisional?: true;
  /** How sure the source is, where the rule is of the national layer. */
  readonly confidence?: "high" | "medium";
  /** Ids of the rules. */
  readonly rules: readonly string[];
}

/** What `listDeadlines` answers. */
export interface ListDeadlinesAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** The duties, the earliest first. */
  readonly deadlines: readonly Deadline[];
  /** Deadlines of the earlier answer that are another day now. */
  readonly moved: readonly {
    /** The duty's name. */
    readonly duty: string;
    /** The earlier answer's day. */
    readonly from: LondonDate;
    /** Its last moment. */
    readonly fromInstant: string;
    /** The day now; null where nothing is due any more. */
    readonly to: LondonDate | null;
    /** The last moment now. */
    readonly toInstant: string | null;
    /** Is it later now? */
    readonly later: boolean;
    /** Does the earlier moment still hold, because nobody has said who agreed to a later one and why? */
    readonly holds: boolean;
    /** Why it moved. */
    readonly why: string;
  }[];
}

// ---------------------------------------------------------------- what must be ready?

/** A part of the work: before the meeting, at it, after it, or all the time. */
export type Phase = "before" | "during" | "after" | "always";

/** What `makeChecklist` takes, beside the facts that the packs in use declare. */
export interface KnownForChecklist extends Scope {
  /** Which meeting it is; without it, every meeting. */
  readonly meetingType?: MeetingType | null;
  /** Only this list, such as "agenda". The answer's `lists` names those there are. */
  readonly list?: string | null;
  /** Only this part of the work, and what is always asked. */
  readonly phase?: Phase | null;
  /** Only what is asked of this role, and of everybody. */
  readonly role?: string | null;
  /** What is ticked, by the item's name. */
  readonly done?: Readonly<Record<string, Answer>> | null;
  /** How many children are to be discussed. */
  readonly childrenDiscussed?: number | null;
  /** Attests that every fact not named was considered and is a no. Kept in the answer's basis. */
  readonly othersConsidered?: boolean | null;
}

/** What `makeChecklist` takes. */
export type MakeChecklistFacts = Open<KnownForChecklist>;

/** An item of a checklist. */
export interface ChecklistItem {
  /** The item's name. */
  readonly item: string;
  /** The rule's id. */
  readonly id: string;
  /** What it asks. */
  readonly text: string;
  /** How strongly the document puts it. */
  readonly force: Force;
  /** The place in the document. */
  readonly place: string;
  /** The part of the work it belongs to. */
  readonly phase: Phase;
  /** Ids of the roles whose task it is; empty where it is everybody's. */
  readonly by: readonly string[];
  /** Their names in a sentence, in the same order. */
  readonly byLabels: readonly string[];
  /** Is it met? */
  readonly met: boolean | "unknown";
  /** What it is written on or found in. */
  readonly document?: string;
  /** Present and true where that document is named and was not supplied. */
  readonly external?: true;
  /** Present and true where it is borne in mind and never ticked off. */
  readonly principle?: true;
  /** Present and true where it stands here only because something is not known. */
  readonly provisional?: true;
  /** Present and true where doing it would warn somebody of whom a risk is recorded: it waits for somebody with authority. */
  readonly heldBack?: true;
}

/** What `makeChecklist` answers. */
export interface MakeChecklistAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** The items, in the document's order. */
  readonly items: readonly ChecklistItem[];
  /** Names of the items that are asked for and not met. */
  readonly missing: readonly string[];
  /** Is everything met that is asked for? */
  readonly complete: Established;
  /** How long it is likely to take, in minutes. Null where no document says, or `childrenDiscussed` was not given. */
  readonly length: {
    /** The fewest minutes. */
    readonly fromMinutes: number;
    /** The most. */
    readonly toMinutes: number;
  } | null;
  /** Who gets the written list, where a document says. */
  readonly distribution: readonly {
    /** Who. */
    readonly id: string;
    /** Their name in a sentence. */
    readonly label: string;
    /** Present and true where they are kept from getting it here. */
    readonly withheld?: true;
    /** The rule's id. */
    readonly rule: string;
  }[];
  /** The lists there are for this meeting. */
  readonly lists: readonly string[];
}

// ---------------------------------------------------------------- we disagree: what is the next step?

/** What `resolveDisagreement` takes, beside the facts that the packs in use declare. */
export interface KnownForDisagreement extends Scope {
  /** Only this ladder, by name. The answer's `ladders` names those there are. */
  readonly ladder?: string | null;
  /** The last step that was taken; 0 for none. */
  readonly stage?: number | null;
  /** When that step was taken, or when people disagreed where none was. */
  readonly stageAt?: Moment | null;
  /** Bank holidays that the list does not know yet. */
  readonly bankHolidays?: readonly AddedHoliday[] | null;
  /** The present moment. */
  readonly now?: Moment | null;
  /** Attests that every fact not named was considered and is a no. Kept in the answer's basis. */
  readonly othersConsidered?: boolean | null;
}

/** What `resolveDisagreement` takes. */
export type ResolveDisagreementFacts = Open<KnownForDisagreement>;

/** A step of a ladder. */
export interface Step {
  /** Which step it is, from 1. */
  readonly step: number;
  /** What is done, by name. */
  readonly action: string;
  /** What is done. */
  readonly text: string;
  /** How strongly the document puts it. */
  readonly force: Force;
  /** Ids of those who are spoken to or told. */
  readonly to: readonly string[];
  /** Their names in a sentence, in the same order. */
  readonly toLabels: readonly string[];
  /** Where it stands on the way. */
  readonly state: "done" | "not-recorded" | "next" | "later";
  /** Present and true where it stands here only because something is not known. */
  readonly provisional?: true;
  /** Is everything on record that must be before it? */
  readonly ready: boolean | "unknown";
  /** What must still be on record before it. */
  readonly needs: readonly Ask[];
  /** What it is written on or found in. */
  readonly document?: string;
  /** How long there is for it, where the pack says. */
  readonly within?: string;
  /** Its last moment, where it is the next step and that is known. */
  readonly due?: string;
  /** Its last day by the list of bank holidays alone, where some were added by hand. */
  readonly withoutAddedHolidays?: LondonDate;
  /** Has its time passed? */
  readonly overdue?: boolean;
  /** Present and true where that document is named and was not supplied. */
  readonly external?: true;
  /** The rule's id. */
  readonly rule: string;
}

/** What `resolveDisagreement` answers. */
export interface ResolveDisagreementAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** What is to be done next; empty where no ladder applies. */
  readonly next: readonly Step[];
  /** Every ladder that applies, step by step. */
  readonly ladders: readonly {
    /** Its name. */
    readonly ladder: string;
    /** The document's title. */
    readonly document: string;
    /** Its steps. */
    readonly steps: readonly Step[];
  }[];
  /** Never true: a dispute suspends no protective step and no time limit. */
  readonly protectiveActionSuspended: boolean;
}

// ---------------------------------------------------------------- how did our meetings do this quarter?

/** What `reportQuarter` takes. */
export interface ReportQuarterFacts extends Scope {
  /** The first day of the quarter. */
  readonly from?: LondonDate | null;
  /** Its last day. */
  readonly until?: LondonDate | null;
  /** Bank holidays that the list does not know yet. */
  readonly bankHolidays?: readonly AddedHoliday[] | null;
  /** What was recorded of each meeting. */
  readonly meetings?: readonly {
    /** A reference of your own, no name. */
    readonly ref?: string | null;
    /** The team that held it, by a name of your own. */
    readonly team?: string | null;
    /** Was there an earlier meeting about the same concern? */
    readonly repeat?: Answer;
    /** When it was held: its start. */
    readonly startedAt?: Moment | null;
    /** When it ended. */
    readonly endedAt?: Moment | null;
    /** What was known of the concern, as `classifyConcern` takes it, whose limit the meeting is held to. A provisional limit decides nothing. */
    readonly concern?: Omit<ClassifyConcernFacts, keyof Scope> | null;
    /** Was its time limit settled? A meeting with a no here is left out. */
    readonly settled?: Answer;
    /** What each agency did. */
    readonly agencies?: readonly {
      /** The agency. */
      readonly agency: Agency;
      /** Was it asked to attend or send information? */
      readonly requested?: Answer;
      /** Did it attend? */
      readonly attended?: Answer;
      /** Did it return the completed form? */
      readonly formReturned?: Answer;
    }[] | null;
    /** When each duty was done, by the duty's name. */
    readonly done?: Readonly<Record<string, Moment>> | null;
  }[];
  /**
   * For whom the figures are. "partnership", as where it is left out: every figure, and none for publication. "public": small
   * numbers are held back, and whatever would let them be worked out.
   */
  readonly audience?: "partnership" | "public" | null;
}

/** A number, or that it is held back. */
export interface Figure {
  /** Null where it is not shown. */
  readonly number: number | null;
  /** Is it held back? */
  readonly suppressed: boolean;
}

/** What `reportQuarter` answers. */
export interface ReportQuarterAnswer {
  /** The answer in one sentence. */
  readonly heading: string;
  /** Meetings that are counted. */
  readonly meetings: Figure;
  /** How many were left out because their answer was provisional. Null for the public. */
  readonly provisionalLeftOut: number | null;
  /** How many were left out because they lie outside the quarter, or have no end. Null for the public. */
  readonly outsideLeftOut: number | null;
  /** What is doubtful in the records: look at it before anybody relies on the figures. Empty for the public. */
  readonly check: readonly {
    /** The code, in kebab-case. */
    readonly code: string;
    /** Where: "meetings[3].done.decisions". */
    readonly path: string;
    /** The other place, where it is about two. */
    readonly other?: string;
    /** What is the matter, and how it was counted. */
    readonly text: string;
  }[];
  /** The measures, in the document's order. */
  readonly measures: readonly {
    /** The rule's id. */
    readonly id: string;
    /** What is counted. */
    readonly measure: "requests" | "attendance" | "forms" | "duty-in-time" | "meeting-in-time" | "repeat-meetings";
    /** What it says. */
    readonly text: string;
    /** One for each agency; or one for all, and one for each team. */
    readonly rows: readonly {
      /** Null where the measure is not of agencies. */
      readonly agency: Agency | null;
      /** In kebab-case; null where the row is not of a team. */
      readonly team: string | null;
      /** Of how many. */
      readonly of: Figure;
      /** How many. */
      readonly count: Figure;
      /** In whole per cent; null where the count is not shown. */
      readonly perCent: number | null;
      /** For how many it was not recorded. */
      readonly notRecorded: Figure;
    }[];
  }[];
  /** The same as CSV (RFC 4180), safe to open in a spreadsheet. */
  readonly csv: string;
}

// ---------------------------------------------------------------- a decision in words

/** The facts that each question takes. */
export interface FactsOf {
  /** Of `classifyConcern`. */
  readonly "classify-concern": ClassifyConcernFacts;
  /** Of `listAttendees`. */
  readonly "list-attendees": ListAttendeesFacts;
  /** Of `checkAction`. */
  readonly "check-action": CheckActionFacts;
  /** Of `checkPlan`. */
  readonly "check-plan": CheckPlanFacts;
  /** Of `recordConsentBasis`. */
  readonly "record-consent-basis": RecordConsentBasisFacts;
  /** Of `chooseMeeting`. */
  readonly "choose-meeting": ChooseMeetingFacts;
  /** Of `listDeadlines`. */
  readonly "list-deadlines": ListDeadlinesFacts;
  /** Of `makeChecklist`. */
  readonly "make-checklist": MakeChecklistFacts;
  /** Of `resolveDisagreement`. */
  readonly "resolve-disagreement": ResolveDisagreementFacts;
  /** Of `reportQuarter`. */
  readonly "report-quarter": ReportQuarterFacts;
}

/** The decision on each question. */
export interface DecisionOf {
  /** Of `classifyConcern`. */
  readonly "classify-concern": Decision<ClassifyConcernAnswer>;
  /** Of `listAttendees`. */
  readonly "list-attendees": Decision<ListAttendeesAnswer>;
  /** Of `checkAction`. */
  readonly "check-action": Decision<CheckActionAnswer>;
  /** Of `checkPlan`. */
  readonly "check-plan": Decision<CheckPlanAnswer>;
  /** Of `recordConsentBasis`. */
  readonly "record-consent-basis": Decision<RecordConsentBasisAnswer>;
  /** Of `chooseMeeting`. */
  readonly "choose-meeting": Decision<ChooseMeetingAnswer>;
  /** Of `listDeadlines`. */
  readonly "list-deadlines": Decision<ListDeadlinesAnswer>;
  /** Of `makeChecklist`. */
  readonly "make-checklist": Decision<MakeChecklistAnswer>;
  /** Of `resolveDisagreement`. */
  readonly "resolve-disagreement": Decision<ResolveDisagreementAnswer>;
  /** Of `reportQuarter`. */
  readonly "report-quarter": Decision<ReportQuarterAnswer>;
}

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
 * Puts your own sentences in the place of the library's, by name: another wording, or another language. What was set before
 * is put back first; `{}` puts back all. A name that no sentence has, or a place in braces that is not filled, is refused.
 * @throws {SafeguardingError} "unknown-field" for a name that no sentence has, "bad-word" for a place that is not filled, and else "bad-input", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example setMessages({ "how_soon.HOLD": "Cynhaliwch y cyfarfod strategaeth {by}." });
 */
export function setMessages(messages: Readonly<Record<string, string>>): void;
/**
 * Every sentence that an answer may say, by name, with its places in braces.
 * @throws {SafeguardingError} "internal" where the rules cannot be started.
 * @example Object.keys(listMessages()).length;
 */
export function listMessages(): Readonly<Record<string, string>>;
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

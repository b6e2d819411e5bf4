// The custom elements. Importing this module defines them; what they show and take stands in docs/elements.md.

import type {
  CheckActionAnswer, CheckActionFacts, ClassifyConcernAnswer, ClassifyConcernFacts, Decision, ErrorCode, ListAttendeesAnswer, ListAttendeesFacts,
  ListDeadlinesAnswer, ListDeadlinesFacts, MakeChecklistAnswer, MakeChecklistFacts, RecordConsentBasisAnswer, RecordConsentBasisFacts,
} from "./index.js";

/** Every sentence of the elements as it stands, by its name: "elements.protect.question". What stands in braces is filled in. */
export function listMessages(): Readonly<Record<string, string>>;

/**
 * Says the elements in a portal's own words, by the names that `listMessages` gives. Names that are not the elements' go to the
 * library's `setMessages`, so that one list holds both. Call it before an element is first shown.
 */
export function setMessages(messages: Readonly<Record<string, string>>): void;

/** What an event carries: the decision itself, frozen, and the version of this shape. */
export type Told<A> = Decision<A> & {
  /** The version of this shape. */
  readonly api: 1;
};

/** What `sg-change` of `<sg-protect-now>` carries. */
export interface ToldProtection {
  /** The version of this shape. */
  readonly api: 1;
  /** Does the child need protecting now? */
  readonly answer: "yes" | "no" | "unknown";
}

/** What `sg-error` carries. */
export interface ToldError {
  /** The version of this shape. */
  readonly api: 1;
  /** What was wrong. */
  readonly code: ErrorCode;
  /** Where: "concerns.seriousRisk"; empty for the whole. */
  readonly path: string;
  /** What was expected. It never repeats what was typed. */
  readonly message: string;
}

/** An element with a place in a form. */
export interface PartElement extends HTMLElement {
  /** The host's names of classes, by ours: `{ "govuk-tag": "nhsuk-tag" }`; set, also `nhs` or `bootstrap`. Set it before the element is first shown. */
  get classes(): Readonly<Record<string, string>>;
  set classes(classes: Readonly<Record<string, string>> | string | null | undefined);
  /** The name under which the form sends it. */
  get name(): string;
  set name(name: string | null | undefined);
  /** Its form; it is set by its id, or as a form that has one. */
  get form(): HTMLFormElement | null;
  set form(form: HTMLFormElement | string | null | undefined);
  /** Must it be answered before the form is sent? */
  get required(): boolean;
  set required(isRequired: boolean | null | undefined);
  /** Can it be answered, and is it sent? */
  get disabled(): boolean;
  set disabled(isDisabled: boolean | null | undefined);
  /** Why there is no answer, as `sg-error` tells it; null where there is one. */
  readonly error: ToldError | null;
  /** Its labels. */
  readonly labels: NodeList;
  /** What is missing, where an answer is required. */
  readonly validity: ValidityState;
  /** The sentence that says so; empty where nothing is missing. */
  readonly validationMessage: string;
  /** Is it checked before the form is sent? */
  readonly willValidate: boolean;
  /** Is nothing missing? Tells `invalid` where something is. */
  checkValidity(): boolean;
  /** The same, and shows it. */
  reportValidity(): boolean;
}

/** An element that puts a question to the library. */
export interface QuestionElement<F, A> extends PartElement {
  /** The partnership whose documents answer. */
  get area(): string;
  set area(area: string | null | undefined);
  /** The documents by id, the most local first, with spaces between; never with `area`. */
  get packs(): string;
  set packs(packs: string | readonly string[] | null | undefined);
  /** The day whose rules answer. */
  get asOf(): string;
  set asOf(date: string | null | undefined);
  /** What you know, as an object or as JSON. Read, it also holds what was answered in the element. */
  get facts(): F;
  set facts(facts: Partial<F> | string | null | undefined);
  /** The answer as it stands; null where there is none. */
  readonly decision: Decision<A> | null;
}

/** `<sg-protect-now>` */
export interface ProtectNowElement extends PartElement {
  /** What was answered; null where nothing was. */
  value: "yes" | "no" | "unknown" | null;
}

/** `<sg-timescale>` */
export interface TimescaleElement extends QuestionElement<ClassifyConcernFacts, ClassifyConcernAnswer> {
  /** The decision, as JSON. */
  readonly value: string | null;
}

/** How far somebody is. */
export type AttendanceState = "not-asked" | "asked-no-reply" | "coming" | "came" | "sent-a-report" | "did-not-come";

/** `<sg-attendance>` */
export interface AttendanceElement extends QuestionElement<ListAttendeesFacts, ListAttendeesAnswer> {
  /** Which meeting it is. */
  get meetingType(): string;
  set meetingType(meetingType: string | null | undefined);
  /** The states by agency, as JSON. */
  get value(): string | null;
  set value(states: string | Readonly<Record<string, AttendanceState>> | null);
}

/** `<sg-action-check>` */
export interface ActionCheckElement extends QuestionElement<CheckActionFacts, CheckActionAnswer> {
  /** Your fields: a prefix, or each by its part. */
  get htmlFor(): string;
  set htmlFor(fields: string | null | undefined);
  /** It has none: your own fields hold the action. */
  readonly value: null;
}

/** `<sg-basis>` */
export interface BasisElement extends QuestionElement<RecordConsentBasisFacts, RecordConsentBasisAnswer> {
  /** The record, as JSON. */
  readonly value: string | null;
}

/** `<sg-deadlines>` */
export interface DeadlinesElement extends QuestionElement<ListDeadlinesFacts, ListDeadlinesAnswer> {
  /** Which meeting it is. */
  get meetingType(): string;
  set meetingType(meetingType: string | null | undefined);
  /** It has none. */
  readonly value: null;
}

/** `<sg-checklist>` */
export interface ChecklistElement extends QuestionElement<MakeChecklistFacts, MakeChecklistAnswer> {
  /** Which meeting it is. */
  get meetingType(): string;
  set meetingType(meetingType: string | null | undefined);
  /** The names of the items that are ticked, as JSON. */
  get value(): string | null;
  set value(items: string | readonly string[] | null);
}

/** `<sg-source>` */
export interface SourceElement extends PartElement {
  /** The partnership whose documents hold the rule. */
  get area(): string;
  set area(area: string | null | undefined);
  /** The rule's id. */
  get rule(): string;
  set rule(rule: string | null | undefined);
  /** It has none. */
  readonly value: null;
}

declare global {
  interface HTMLElementTagNameMap {
    /** Does the child need protecting now? With the 999 line. */
    "sg-protect-now": ProtectNowElement;
    /** How soon must the strategy meeting be held? */
    "sg-timescale": TimescaleElement;
    /** Who must, should and may attend, and how far is each of them? */
    "sg-attendance": AttendanceElement;
    /** Is this action SMART? */
    "sg-action-check": ActionCheckElement;
    /** On what basis may information be shared? */
    "sg-basis": BasisElement;
    /** What falls due, for whom, by when? */
    "sg-deadlines": DeadlinesElement;
    /** What must be ready? */
    "sg-checklist": ChecklistElement;
    /** Where a rule stands, and its words. */
    "sg-source": SourceElement;
  }

  interface HTMLElementEventMap {
    /** Somebody has answered in `sg-protect-now`, `sg-attendance`, `sg-basis` or `sg-checklist`. */
    "sg-change": CustomEvent<Told<ListAttendeesAnswer> | Told<RecordConsentBasisAnswer> | Told<MakeChecklistAnswer> | ToldProtection>;
    /** There is a new answer of `sg-timescale` or `sg-deadlines`. */
    "sg-result": CustomEvent<Told<ClassifyConcernAnswer> | Told<ListDeadlinesAnswer>>;
    /** There is new advice of `sg-action-check`. */
    "sg-advice": CustomEvent<Told<CheckActionAnswer>>;
    /** Somebody asks `sg-deadlines` for its dates. Call it off to give them yourself. */
    "sg-export": CustomEvent<Told<ListDeadlinesAnswer>>;
    /** The facts were refused, or the rules could not be started. */
    "sg-error": CustomEvent<ToldError>;
  }
}

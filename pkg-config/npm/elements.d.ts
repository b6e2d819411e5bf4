// The custom elements. Importing this module defines them; what they show and take stands in docs/elements.md.

import type {
  CheckActionAnswer, CheckActionFacts, ClassifyConcernAnswer, ClassifyConcernFacts, Decision, ErrorCode, ListAttendeesAnswer, ListAttendeesFacts,
  ListDeadlinesAnswer, ListDeadlinesFacts, MakeChecklistAnswer, MakeChecklistFacts, RecordConsentBasisAnswer, RecordConsentBasisFacts,
} from "./index.js";

/** What an event carries: the decision itself, frozen, and the version of this shape. */
export type Told<A> = Decision<A> & { readonly api: 1 };

/** What `sg-error` carries. */
export interface ToldError {
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
  /** The host's names of classes, by ours: `{ "govuk-tag": "nhsuk-tag" }`. Set it before the element is first shown. */
  classes: Readonly<Record<string, string>>;
  readonly name: string;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

/** An element that puts a question to the library. */
export interface QuestionElement<F, A> extends PartElement {
  /** What you know. Read, it also holds what was answered in the element. */
  get facts(): F;
  set facts(facts: Partial<F> | null | undefined);
  /** The answer as it stands; null where there is none. */
  readonly decision: Decision<A> | null;
}

/** `<sg-protect-now>` */
export interface ProtectNowElement extends PartElement {
  value: "yes" | "no" | "unknown" | null;
}

/** `<sg-timescale>` */
export interface TimescaleElement extends QuestionElement<ClassifyConcernFacts, ClassifyConcernAnswer> {
  readonly value: string | null;
}

/** How far somebody is. */
export type AttendanceState = "not-asked" | "asked-no-reply" | "coming" | "came" | "sent-a-report" | "did-not-come";

/** `<sg-attendance>` */
export interface AttendanceElement extends QuestionElement<ListAttendeesFacts, ListAttendeesAnswer> {
  /** The states by agency, as JSON. */
  get value(): string | null;
  set value(states: string | Readonly<Record<string, AttendanceState>> | null);
}

/** `<sg-action-check>` */
export interface ActionCheckElement extends QuestionElement<CheckActionFacts, CheckActionAnswer> {
  readonly value: null;
}

/** `<sg-basis>` */
export interface BasisElement extends QuestionElement<RecordConsentBasisFacts, RecordConsentBasisAnswer> {
  /** The record, as JSON. */
  readonly value: string | null;
}

/** `<sg-deadlines>` */
export interface DeadlinesElement extends QuestionElement<ListDeadlinesFacts, ListDeadlinesAnswer> {
  readonly value: null;
}

/** `<sg-checklist>` */
export interface ChecklistElement extends QuestionElement<MakeChecklistFacts, MakeChecklistAnswer> {
  /** The names of the items that are ticked, as JSON. */
  get value(): string | null;
  set value(items: string | readonly string[] | null);
}

/** `<sg-source>` */
export interface SourceElement extends PartElement {
  readonly value: null;
}

declare global {
  interface HTMLElementTagNameMap {
    "sg-protect-now": ProtectNowElement;
    "sg-timescale": TimescaleElement;
    "sg-attendance": AttendanceElement;
    "sg-action-check": ActionCheckElement;
    "sg-basis": BasisElement;
    "sg-deadlines": DeadlinesElement;
    "sg-checklist": ChecklistElement;
    "sg-source": SourceElement;
  }

  interface HTMLElementEventMap {
    "sg-change": CustomEvent<Told<ListAttendeesAnswer> | Told<RecordConsentBasisAnswer> | Told<MakeChecklistAnswer> | { readonly api: 1; readonly answer: "yes" | "no" | "unknown" }>;
    "sg-result": CustomEvent<Told<ClassifyConcernAnswer> | Told<ListDeadlinesAnswer>>;
    "sg-advice": CustomEvent<Told<CheckActionAnswer>>;
    "sg-export": CustomEvent<Told<ListDeadlinesAnswer>>;
    "sg-error": CustomEvent<ToldError>;
  }
}

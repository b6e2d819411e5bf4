// The elements as React's JSX knows them. Importing this module defines them.

import "./elements.js";
import type { HTMLAttributes, Key, Ref } from "react";
import type {
  ActionCheckElement, AttendanceElement, AttendanceState, BasisElement, ChecklistElement, DeadlinesElement, ProtectNowElement, QuestionElement,
  SourceElement, TimescaleElement, Told, ToldError, ToldProtection,
} from "./elements.js";

/** What each of them takes, beside what every element of a page does. */
type Of<E, P> = P &
  Omit<HTMLAttributes<E>, keyof P> & {
    key?: Key | null;
    ref?: Ref<E>;
    /** Your names of classes, by ours, as an object or as JSON. */
    classes?: Readonly<Record<string, string>> | string;
    /** The level of the answer's heading. */
    "heading-level"?: number;
    /** There is no answer, and why. */
    "onsg-error"?: (event: CustomEvent<ToldError>) => void;
  };

/** What a field takes. */
interface Field {
  name?: string;
  /** The id of its form. */
  form?: string;
  required?: boolean;
  disabled?: boolean;
  /** The name of the facts, where it is to be another than that of the answer with "-facts". */
  "facts-name"?: string;
  /** For scripts that collect a form's inputs by themselves. */
  "hidden-inputs"?: boolean;
}

/** What asks the library takes. */
interface Scope<F> {
  area?: string;
  packs?: string | readonly string[];
  asOf?: string;
  /** What you know, as an object, or as JSON for a page that is made on a server. */
  facts?: Partial<F> | string | null;
}

type FactsOf<E> = E extends QuestionElement<infer F, any> ? F : never;
type AnswerOf<E> = E extends QuestionElement<any, infer A> ? A : never;
type Listener<D> = (event: CustomEvent<D>) => void;

interface ProtectNow extends Field {
  value?: "yes" | "no" | "unknown" | null;
  "onsg-change"?: Listener<ToldProtection>;
}

interface Timescale extends Field, Scope<FactsOf<TimescaleElement>> {
  /** One line, and a button for the rest. */
  compact?: boolean;
  "onsg-result"?: Listener<Told<AnswerOf<TimescaleElement>>>;
}

interface Attendance extends Field, Scope<FactsOf<AttendanceElement>> {
  meetingType?: string;
  value?: string | Readonly<Record<string, AttendanceState>> | null;
  "onsg-change"?: Listener<Told<AnswerOf<AttendanceElement>>>;
}

interface ActionCheck extends Scope<FactsOf<ActionCheckElement>> {
  htmlFor?: string;
  "onsg-advice"?: Listener<Told<AnswerOf<ActionCheckElement>>>;
}

interface Basis extends Field, Scope<FactsOf<BasisElement>> {
  "onsg-change"?: Listener<Told<AnswerOf<BasisElement>>>;
}

interface Deadlines extends Scope<FactsOf<DeadlinesElement>> {
  meetingType?: string;
  "onsg-result"?: Listener<Told<AnswerOf<DeadlinesElement>>>;
  "onsg-export"?: Listener<Told<AnswerOf<DeadlinesElement>>>;
}

interface Checklist extends Field, Scope<FactsOf<ChecklistElement>> {
  meetingType?: string;
  list?: string;
  phase?: string;
  role?: string;
  value?: string | readonly string[] | null;
  "onsg-change"?: Listener<Told<AnswerOf<ChecklistElement>>>;
}

interface Source {
  area?: string;
  packs?: string | readonly string[];
  rule?: string;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** Does the child need protecting now? With the 999 line. */
      "sg-protect-now": Of<ProtectNowElement, ProtectNow>;
      /** How soon must the strategy meeting be held? */
      "sg-timescale": Of<TimescaleElement, Timescale>;
      /** Who must, should and may attend, and how far is each of them? */
      "sg-attendance": Of<AttendanceElement, Attendance>;
      /** Is this action SMART? */
      "sg-action-check": Of<ActionCheckElement, ActionCheck>;
      /** On what basis may information be shared? */
      "sg-basis": Of<BasisElement, Basis>;
      /** What falls due, for whom, by when? */
      "sg-deadlines": Of<DeadlinesElement, Deadlines>;
      /** What must be ready? */
      "sg-checklist": Of<ChecklistElement, Checklist>;
      /** Where a rule stands, and its words. */
      "sg-source": Of<SourceElement, Source>;
    }
  }
}

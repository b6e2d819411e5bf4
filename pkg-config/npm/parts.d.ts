// The parts of which the elements are made, for a page that builds its own. They wear the classes of the GOV.UK Design System.

import type { Caution, Cited, CountedDay, Decision, Finding, Force, ListAttendeesAnswer } from "./index.js";

/** What may stand in an element: a text, an element, a list of both; what is false, null or empty is left out. */
export type Content = Node | string | number | false | null | undefined | readonly Content[];

// ------------------------------------------------------------------------------------------------------- dates in words

/** "2027-01-04" as "Monday 4 January 2027". */
export function spokenDate(date: string): string;
/** "2027-01-04" as "Monday 4 January". */
export function spokenDay(date: string): string;
/** "14:30" as "2:30pm". */
export function spokenTime(time: string): string;
/** "2027-01-04T14:30", or the date alone, in words. */
export function spokenMoment(moment: string): string;
/** The month of a date as "Jan". */
export function shortMonthOf(date: string): string;
/** How many days lie between two dates. */
export function daysBetween(from: string, to: string): number;
/** The day after a date. */
export function dayAfter(date: string): string;
/** The day before a date. */
export function dayBefore(date: string): string;
/** A moment as a person in London would write it: "2026-07-01T09:05:30Z" as "2026-07-01T10:05". A date stays one. */
export function asInLondon(moment: string): string;
/** The present moment by the device's clock: `instant` to give as `now`, `london` to compare and to show. */
export function presentMoment(): { readonly instant: string; readonly london: string };
/** "within 3 working days" in words, or how often something returns. */
export function spokenLimit(limit: string): string;
/** "within 3 working days" as "3 working days". */
export function lengthOf(limit: string): string;
/** "3-working-days" as "within 3 working days". */
export function spokenTimescale(timescale: string): string;
/** With its first letter large. */
export function capital(text: string): string;
/** With its first letter small, as inside a sentence. */
export function small(text: string): string;

/** Tells when an answer may have become another one: at London midnight, and at each moment that it speaks of. */
export class Clock {
  /** `ring` is called once whenever the answer that was set last may be another one by now. */
  constructor(ring: () => void);
  /** Looks by itself from now on. */
  start(): void;
  /** Looks no more. */
  stop(): void;
  /** An answer was given just now. */
  set(answer: unknown): void;
  /** Rings where it is time, and tells whether it did. */
  look(): boolean;
}

// --------------------------------------------------------------------------------------------------- facts and their paths

/** What stands at a path, such as "concerns.seriousRisk". */
export function at(facts: unknown, path: string): unknown;
/** Puts a value at a path; undefined takes it away. */
export function put(facts: object, path: string, value: unknown): void;
/** Facts with more beside them, as a new object. */
export function withMore<F>(facts: F, more: object): F;

// ------------------------------------------------------------------------------------------------------ elements of a page

/** An element. Properties are attributes; a function is a listener, by a name such as "onclick". */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, properties?: Readonly<Record<string, unknown>> | null, ...children: Content[]): HTMLElementTagNameMap[K];
/** The children that are there, in one list. */
export function contents(children: readonly Content[]): (Node | string)[];
/** What `build` makes, with its headings so many levels lower. */
export function under<T>(levels: number, build: () => T): T;
/** A heading. */
export function heading(level: number, ...children: Content[]): HTMLHeadingElement;
/** A paragraph. */
export function paragraph(...children: Content[]): HTMLParagraphElement;
/** A tag beside a sentence. */
export function tag(text: string, colour?: string): HTMLElement;
/** A button; the secondary one unless it is said otherwise. */
export function button(text: Content, onclick: (event: Event) => void, properties?: Readonly<Record<string, unknown>>): HTMLButtonElement;
/** A button that looks like a link; `about` says to those who do not see the page what it is for. */
export function linkButton(words: Content, about: string, onclick: (event: Event) => void): HTMLButtonElement;
/** A list. */
export function bullets(items: readonly Content[]): HTMLUListElement;
/** A part that opens on demand. */
export function details(summary: Content, ...children: Content[]): HTMLDetailsElement;
/** The same for what is entered where it stands, and is no part of what is handed on. */
export function inPlace(summary: Content, ...children: Content[]): HTMLDetailsElement;
/** A heading and what stands under it, or nothing where nothing does. */
export function section(title: Content, ...children: Content[]): HTMLElement | null;
/** A table that a narrow screen shows row by row. */
export function table(caption: Content, columns: readonly string[], rows: readonly (readonly Content[])[]): HTMLTableElement;
/** Names and values, line by line. */
export function summaryList(rows: readonly (readonly Content[])[]): HTMLDListElement;

// ------------------------------------------------------------------------------------------------------------- fields

/** What every kind of question is made with. */
export interface FieldSettings {
  /** Where its value stands in the facts. */
  readonly path?: string;
  /** The question. */
  readonly question?: Content;
  /** What helps to answer it. */
  readonly hint?: Content;
  /** Is it asked now? */
  readonly onlyIf?: () => boolean;
  /** What is said where it is not answered; without it, it need not be. */
  readonly required?: string;
  /** What the kind of question takes beside. */
  readonly [setting: string]: unknown;
}

/** A question of a form: it knows its path in the facts, its value, and what is wrong with it. */
export class Field {
  constructor(settings: FieldSettings);
  /** Its own in the page, for a label to name. */
  readonly id: string;
  /** The question, as summaries name it. */
  readonly label: Content;
  /** What to put into the page. */
  readonly element: HTMLElement;
  /** What is entered in, and takes the focus. */
  readonly control: HTMLInputElement;
  /** Its path in the facts. */
  readonly path?: string;
  /** Is it asked now? */
  readonly isAsked: boolean;
  /** Puts a field of one's own together: `described` bears the hint and what is wrong, `control` takes the focus. */
  protected lay(element: HTMLElement, described: HTMLElement, control: HTMLElement, hint?: HTMLElement | null): void;
  /** The value; undefined where nothing was entered. */
  read(): unknown;
  /** Enters a value. */
  set(value: unknown): void;
  /** The value as the facts hold it. */
  fact(): unknown;
  /** The value in words. */
  said(): string | null;
  /** What is wrong with what was entered, if anything. */
  problem(): string | null;
  /** Shows what is wrong, and joins it to the field. */
  showProblem(text: string): void;
  /** Shows it no more. */
  clearProblem(): void;
  /** Takes the focus. */
  focus(): void;
}

/** One of several `options`, none of them chosen beforehand. */
export function choice(settings: FieldSettings): Field;
/** Yes, No or Not sure. */
export function yesNoNotSure(settings: FieldSettings): Field;
/** Any of several `options`. */
export function ticks(settings: FieldSettings): Field;
/** A whole number, up to `most`. */
export function count(settings: FieldSettings): Field;
/** A line of text, or several with `rows`; with `many` a list, separated by commas. */
export function text(settings: FieldSettings): Field;
/** A date, with a time of day where that is known. `name` stands in what is said of it. */
export function moment(settings: FieldSettings): Field;
/** The same for what is mostly of today or yesterday: either is one press. */
export function recentMoment(settings: FieldSettings): Field & {
  /** Brings "today" and "yesterday" up to the day, and tells whether they were of another. */
  upToDate(): boolean;
};
/** A control under its label. */
export function labelled(text: Content, control: HTMLElement): HTMLElement;
/** An id that no other field of the page has. */
export function freshId(): string;

// ------------------------------------------------------------------------------------------------------------- answers

/** Why, what applies as well, and what was set aside. */
export function reasons(decision: Decision<unknown>, settings?: { readonly withDates?: boolean }): Content;
/** Which documents, which versions, worked out when. */
export function basis(decision: Decision<unknown>): HTMLElement | null;
/** All that is to be borne in mind. */
export function cautions(decision: Decision<unknown>): HTMLElement | null;
/** What to do at once, before anything else is read. */
export function atOnce(decision: Pick<Decision<unknown>, "cautions">): HTMLElement[];
/** Is a caution to be read before anything else? */
export function isFirst(caution: Caution): boolean;
/** A rule: what it asks, how strongly, in which words, and where. */
export function ruleItem(rule: Cited, withDates?: boolean): HTMLLIElement;
/** A rule in one line. */
export function ruleLine(rule: Cited): HTMLLIElement;
/** Where a rule of a decision stands, for a line that names only its id. */
export function placeOf(decision: Decision<unknown>, id: string): string;
/** From now on each rule leads to its place in a rule book: `addressOf` gives the address of a rule's id. */
export function rulesStandAt(addressOf: (id: string) => string | null): void;
/** must, should or may, as a tag. */
export function forceTag(force: Force): HTMLElement;
/** must or should, as a tag; nothing for what only may be done. */
export function dutyTag(force: Force | null): HTMLElement | false;
/** What its word means in the document. */
export function forceNote(rule: Cited): string;
/** The count of a time limit, day by day. */
export function counted(days: readonly CountedDay[], picture?: Content): HTMLDetailsElement | null;
/** When a decision was first shown, in London. */
export function momentOf(decision: object): string;
/** A pack's title, with the mark of one that is not the library's. */
export function packTitle(pack: { readonly title: string; readonly ownPack?: boolean }): string;
/** Who must, should and may be there, and who is not to be. */
export function everybody(decision: Decision<ListAttendeesAnswer>): Content;
/** Who is kept away. */
export function notToBeThere(decision: Decision<ListAttendeesAnswer>): Content;
/** Who runs the meeting, where a document says. */
export function whoRunsIt(decision: Decision<ListAttendeesAnswer>): HTMLElement | null;
/** In what form it may be held, where a document says. */
export function inWhatForm(decision: Decision<ListAttendeesAnswer>): HTMLElement | null;
/** The forms in which a meeting may be held, for a question. */
export const FORMATS: readonly { readonly value: string; readonly label: string }[];
/** One part of an action, as it was found. */
export function findingItem(finding: Finding): HTMLLIElement;
/** Something to bear in mind of an action. */
export function warningItem(warning: Caution): HTMLLIElement;

// ------------------------------------------------------------------------------------------------------------- words

/** Words by their names: texts, lists of them, and what makes a text of a number, a name or a date. Others may be put in their place. */
export type Words = Record<string, any>;
/** Dates and times of day. */
export const DATES: Words;
/** What several of the parts say. */
export const COMMON: Words;
/** The line about immediate danger. */
export const DANGER: Words;
/** The question whether a child needs protecting. */
export const PROTECT: Words;
/** What an answer rests on. */
export const RULES: Words;
/** How strongly a rule asks. */
export const FORCE: Words;
/** How soon. */
export const TIMESCALE: Words;
/** Who comes to a meeting. */
export const PEOPLE: Words;
/** Who was asked, and who came. */
export const ATTENDANCE: Words;
/** What falls due. */
export const DEADLINES: Words;
/** What must be ready. */
export const CHECKLIST: Words;
/** A record of sharing. */
export const RECORD: Words;
/** The questions that an answer leaves open. */
export const ASKED: Words;

// The workshop, for authors of packs: it checks a pack, lets it prove itself, seals it, and tells what two packs change.

import type { ErrorCode, Force, LondonDate, MeetingType, PackBasis, PackId, Question } from "./index.js";

export { SafeguardingError } from "./index.js";

/** What every rule of a pack bears, beside the fields of its own question. */
export interface PackRule {
  /** Unique within its table. */
  readonly id: string;
  /** Facts that must all be a yes, by their names. */
  readonly when?: readonly string[];
  /** Facts, any of which keeps the rule from being used. */
  readonly unless?: readonly string[];
  /** The first day on which it holds. */
  readonly since?: LondonDate;
  /** The last day on which it holds. */
  readonly until?: LondonDate;
  /** Rules of packs beneath that it replaces, by id. */
  readonly instead_of?: readonly string[];
  /** Why it may be weaker than what it replaces. */
  readonly weaker_because?: string;
  /** How strongly the document puts it. */
  readonly force: Force;
  /** What it asks, in your own plain English. */
  readonly says: string;
  /** The place in the document. */
  readonly at: string;
  /** The document's operative words, at most twelve. */
  readonly words: string;
  /** How you read it, where the document leaves that open. */
  readonly reading?: string;
  /** The fields of its own question, such as `hold`, `required` or `within`. */
  readonly [field: string]: unknown;
}

/** Closed lists of words, apart by white space. A word in none of them is not known, and weighs least. */
export interface PackWording {
  /** Verbs that do something: `visit`, `refer`. */
  readonly does?: string;
  /** What can be seen, counted or handed over. */
  readonly things?: string;
  /** People, places and agencies. Two words are joined: `early_help`. */
  readonly scene?: string;
  /** Verbs that by themselves do nothing: `ensure`. Two words are joined: `check_in`. */
  readonly empty?: string;
  /** Words that name an idea or praise: `outcomes`, `robust`. */
  readonly vague?: string;
  /** Ends of words that name an idea: `ness`. */
  readonly vague_endings?: string;
  /** Words by which a verb says nothing any more: `appropriate`. */
  readonly hedges?: string;
  /** Words that say what must not be. */
  readonly forbids?: string;
  /** Words that count or time. */
  readonly counts?: string;
  /** Who can be asked whether it is done. */
  readonly roles?: string;
  /** Ends of words that name a role: `ist`. */
  readonly role_endings?: string;
  /** Roles only with a word before them: `worker`. */
  readonly general_roles?: string;
  /** Groups and agencies: nobody in particular. */
  readonly groups?: string;
  /** Words that leave open who it is: `someone`. */
  readonly anybody?: string;
  /** Words that say that it is not settled: `tbc`. */
  readonly unsettled?: string;
}

/** A pack in object form: the rules of one document, as a TOML file of a pack reads, names in snake_case. */
export interface Pack {
  /** Which document this is. */
  readonly document: {
    /** In kebab-case. */
    readonly id: string;
    /** The pack's version. */
    readonly version: string;
    /** The document's title. */
    readonly title: string;
    /** The area whose rules these are; with `area_label`, its name. */
    readonly area?: string;
    /** The area's name. */
    readonly area_label?: string;
    /** What kind of document it is. */
    readonly force: "statute" | "statutory-guidance" | "local-protocol" | "practice-guide";
    /** The edition of national guidance that it cites. */
    readonly cites: string;
    /** Whether its source still holds, and when that was last checked. */
    readonly status: {
      /** What has replaced the document, or the edition that it cites. */
      readonly superseded_by?: string;
      /** The day of that check. */
      readonly checked_on: LondonDate;
    };
    /** The first day on which it is in force. */
    readonly since?: LondonDate;
    /** The last such day. */
    readonly until?: LondonDate;
    /** Is it of the national layer, which answers only where it is asked for? */
    readonly national?: boolean;
    /** Does it belong to every record of sharing? */
    readonly always_for_records?: boolean;
    /** Ids of the packs beneath it. */
    readonly stands_on?: readonly string[];
    /** The document's number. */
    readonly source?: string;
  };
  /** The facts that its rules ask for, by name. */
  readonly fact?: Readonly<Record<string, {
    /** The question, as a practitioner is asked it. */
    readonly asks: string;
    /** Its path in the facts, where that is not its name in camelCase. */
    readonly path?: string;
    /** What else it bears, such as `is`, `more_than` or `any_of`: see `schema/pack.json`. */
    readonly [field: string]: unknown;
  }>>;
  /** The kinds of concern a person may choose from, by id. */
  readonly concern_type?: Readonly<Record<string, {
    /** Its name. */
    readonly label: string;
    /** What else it bears: the facts that it `makes` true, and those for which it `asks`. */
    readonly [field: string]: unknown;
  }>>;
  /** Kinds of meeting beside those of the built-in documents, by id. */
  readonly meeting_type?: Readonly<Record<string, {
    /** Its name in a sentence: "the core group". */
    readonly label: string;
    /** The built-in kind beside which it stands: where several are called for, it protects as much as that. */
    readonly beside: string;
  }>>;
  /** Agencies, by id, with their names in a sentence. */
  readonly agency?: Readonly<Record<string, {
    /** Its name in a sentence. */
    readonly label: string;
    /** The agency whose part this one can take. */
    readonly part_of?: string;
  }>>;
  /** Roles, by id, with their names in a sentence and other ids for them. */
  readonly role?: Readonly<Record<string, {
    /** Its name in a sentence. */
    readonly label: string;
    /** Other ids that mean the same role. */
    readonly also?: readonly string[];
    /** Is it held by people at work alone, so that nobody of the family can be meant? Unless this is said, what goes to it is kept from whoever of the family is recorded as a risk. */
    readonly staff?: boolean;
  }>>;
  /** The editions of other guidance that the document rests on. */
  readonly edition?: readonly PackRule[];
  /** How soon must the strategy meeting be held? */
  readonly classify_concern?: readonly PackRule[];
  /** Who must, should and may attend? */
  readonly list_attendees?: readonly PackRule[];
  /** Words that say nothing in any field of an action. */
  readonly filler?: string;
  /** The words by which an action is judged, in lists; a pack without it takes any word that is no filler for something. */
  readonly wording?: PackWording;
  /** Is this action SMART? */
  readonly check_action?: readonly PackRule[];
  /** What must a record of sharing hold? */
  readonly record_consent_basis?: readonly PackRule[];
  /** Who may hold the information: public bodies and others, by id. */
  readonly controller?: Readonly<Record<string, {
    /** Is it a public authority? */
    readonly public?: boolean;
    /** Other names of such a body, or the words by which one is known. */
    readonly also?: readonly string[];
  }>>;
  /** Lawful bases and conditions to consider. */
  readonly lawful_basis?: readonly PackRule[];
  /** Which meeting does this call for? */
  readonly choose_meeting?: readonly PackRule[];
  /** What falls due? */
  readonly list_deadlines?: readonly PackRule[];
  /** What must be ready? */
  readonly make_checklist?: readonly PackRule[];
  /** What is the next step where people disagree? */
  readonly resolve_disagreement?: readonly PackRule[];
  /** What is counted each quarter? */
  readonly report_quarter?: readonly PackRule[];
  /** What to bear in mind beside an answer. */
  readonly caution?: readonly {
    /** In kebab-case. */
    readonly code: string;
    /** The question whose answers bear it. */
    readonly question: Question;
    /** The sentence. */
    readonly text: string;
    /** When it is said, such as `when` or `governs`: see `schema/pack.json`. */
    readonly [field: string]: unknown;
  }[];
  /** Each rule has one example that it fires in, and one in which it nearly does. */
  readonly example?: readonly {
    /** What it shows. */
    readonly name: string;
    /** The question it asks. */
    readonly asks: Question;
    /** What is known, in the pack's spelling or JavaScript's. */
    readonly facts?: Readonly<Record<string, unknown>>;
    /** Rules that the answer rests on, by id. */
    readonly fires?: readonly string[];
    /** Rules that come near and do not, by id. */
    readonly misses?: readonly string[];
    /** What the answer holds, as far as it is given. */
    readonly answer?: Readonly<Record<string, unknown>>;
  }[];
}

/** A pack, the id of one, or the ids of several that answer together. */
export type Side = Pack | PackId | readonly PackId[];

/** What changes between two packs, or two stacks of them. */
export interface Comparison {
  /** The answer in one sentence: "No change.", or in how many ways answers change. */
  readonly heading: string;
  /** The rules that differ. */
  readonly rules: readonly {
    /** The table of the pack, such as "classify_concern". */
    readonly table: string;
    /** The rule's id. */
    readonly id: string;
    /** "reworded": what it says reads otherwise, and no answer changes by it. */
    readonly how: "added" | "removed" | "changed" | "reworded";
  }[];
  /** The answers that change, each way once with one worked case. */
  readonly regions: readonly {
    /** The question. */
    readonly question: Question;
    /** Null where the question is about no meeting. */
    readonly meeting: MeetingType | null;
    /** In how many of the combinations of facts. */
    readonly cases: number;
    /** Of how many. */
    readonly of: number;
    /** One of them, in words. */
    readonly example: string;
    /** The answer before. */
    readonly before: string;
    /** The answer after. */
    readonly after: string;
  }[];
}

/**
 * Checks a pack, lets it prove itself by its own examples, and seals it: `loadPack` takes what this gives, here and in every
 * other entry. Do it when you build, and keep the bytes as a file.
 * @throws {SafeguardingError} "bad-pack" or "bad-example" where the pack does not hold, and else "bad-input", "unknown-field", "bad-word", "bad-date", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example sealPack(pack).length;
 */
export function sealPack(pack: Pack): Uint8Array;
/**
 * Loads a sealed pack into the workshop, so that others may stand on it and be compared with it.
 * @throws {SafeguardingError} "bad-pack" where it is damaged, of another version, or cannot stand beside the packs that are there, and else "bad-input", "too-large" or "internal".
 * @example loadPack(sealed).hash;
 */
export function loadPack(sealed: ArrayBuffer | ArrayBufferView): PackBasis;
/**
 * What changes between two packs, or between two stacks of them?
 * @throws {SafeguardingError} "bad-pack" where a pack does not hold, and else "bad-input", "bad-word", "scope", "too-long", "too-large", "not-plain", "unreadable" or "internal".
 * @example comparePacks({ before: "multi-agency-meetings", after: ["county-durham", "multi-agency-meetings"] }).heading;
 */
export function comparePacks(sides: {
  /** The pack or packs as they are. */
  readonly before: Side;
  /** The pack or packs as they would be. */
  readonly after: Side;
}): Comparison;

/**
 * The text of a pack that is begun, as `npx safeguarding-rules pack new` writes it: the document, and a first rule with its examples
 * where the document gives a time. What is left out stands in it as an example.
 * @throws {SafeguardingError} "bad-input" where something is no text, and else "unknown-field", "too-long", "too-large", "not-plain" or "unreadable".
 * @example beginToml({ name: "Larkmoor", checked: "2026-11-21" });
 */
export function beginToml(answers: {
  /** The day on which you last saw that the document is the current one. */
  readonly checked: LondonDate;
  /** What the partnership is called. */
  readonly name?: string;
  /** What the document is called. */
  readonly title?: string;
  /** The national guidance on which it rests, with its year. */
  readonly cites?: string;
  /** How soon a strategy meeting must be held, such as "within 24 hours"; empty where the document gives no time, or a longer one than the guide. */
  readonly hold?: string;
  /** Does the document say must, should or may? */
  readonly force?: string;
  /** Where it says so. */
  readonly at?: string;
  /** In which words, at most twelve of them. */
  readonly words?: string;
  /** Where `schema/pack.json` lies, seen from the file of the pack. */
  readonly schema?: string;
}): string;

/** What is to be mended in a pack as its author wrote it, and where. */
export interface PackDoubt {
  /** The kind of mistake. */
  readonly code: ErrorCode;
  /** The path in the object form; empty where the whole is meant. */
  readonly path: string;
  /** What was expected there. */
  readonly message: string;
  /** The line, counted from 1; null where none can be named. */
  readonly line: number | null;
  /** The path, the line with a mark under what is meant, and what would help: lines for a terminal. */
  readonly shown: string;
}

/**
 * What is doubtful in a pack as its author writes it, each at its line?
 * @throws {SafeguardingError} "bad-input" where it is no text, and else "too-large" or "internal".
 * @example checkToml("[document]\nid = 7\n").doubts.map(({ line }) => line);
 */
export function checkToml(toml: string): {
  /** All that is doubtful; empty where `sealPack` takes the pack. */
  readonly doubts: readonly PackDoubt[];
  /** The pack in object form; null where something is doubtful. */
  readonly pack: Pack | null;
  /** How many rules it has; 0 where it cannot be read. */
  readonly rules: number;
  /** How many examples it has; 0 where it cannot be read. */
  readonly examples: number;
};
/**
 * What of a pack's document has somebody to look at again, on a day?
 * @throws {SafeguardingError} "bad-date" where the day is none, "bad-input" where something is no text, and else "too-large" or "internal".
 * @example lintToml("[document]\nid = 7\n", "2027-03-02").length;
 */
export function lintToml(toml: string, day: LondonDate): readonly PackDoubt[];
/**
 * What changes between two packs, in words for a terminal or beside a change that is proposed? Each is the id of a pack, or one as
 * its author writes it.
 * @throws {SafeguardingError} "bad-input" where one is no text, and else "too-large" or "internal".
 * @example diffToml("county-durham", "county-durham").told;   // "No change."
 */
export function diffToml(before: string, after: string): {
  /** What changes; null where one of them is doubtful. */
  readonly told: string | null;
  /** Which of them is doubtful, and why; null where none is. */
  readonly refused: {
    /** Is it the later one? */
    readonly isAfter: boolean;
    /** Why. */
    readonly doubt: PackDoubt;
  } | null;
};

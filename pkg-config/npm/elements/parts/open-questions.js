// The questions that an answer leaves open, to be answered where they stand. One that was answered stays, to be changed.

import { heading, make } from "./dom.js";
import { choice, moment, text, ticks } from "./fields.js";
import { ASKED, COMMON } from "../words.js";
import { at, put } from "./paths.js";
import { capital } from "./letters.js";

const ANSWERS = [
  { value: true, get label() { return COMMON.yes; } },
  { value: false, get label() { return COMMON.no; } },
  { value: "unknown", get label() { return COMMON.notKnown; } },
];

export class OpenQuestions {
  #host;
  #whenAnswered;
  #atOnce;
  #rows = new Map();
  #list = make("div");
  #left = make("p", { class: "govuk-body", hidden: true });

  /** `atOnce` is how many that were not answered yet are shown together. */
  constructor(host, { title, atOnce = Infinity, whenAnswered }) {
    this.#host = host;
    this.#whenAnswered = whenAnswered;
    this.#atOnce = atOnce;
    [this.element] = host.make(() => make("section", { class: "asked", hidden: true }, heading(2, title), this.#list, this.#left));
  }

  /** Shows `asked`, each `{ path, question, kind, words }`, in place: what has the focus keeps it. */
  show(asked) {
    const isAsked = new Set(asked.map(({ path }) => path));
    for (const [path, row] of this.#rows) {
      if (isAsked.has(path) || row.field.read() !== undefined || row.element.contains(document.activeElement)) continue;
      row.element.remove();
      this.#rows.delete(path);
    }
    const waiting = asked.filter(({ path }) => !this.#rows.has(path));
    const open = [...this.#rows.values()].filter(({ field }) => field.read() === undefined).length;
    const now = waiting.slice(0, Math.max(0, this.#atOnce - open));
    for (const question of now) this.#add(question);
    const left = waiting.length - now.length;
    this.#left.hidden = left === 0;
    this.#left.textContent = left > 0 ? ASKED.follow(left) : "";
    this.element.hidden = this.#rows.size === 0 && left === 0;
  }

  #add(asked) {
    const { path, question } = asked;
    const field = fieldOf(asked);
    const [element] = this.#host.make(() => make("div", { class: "question", "data-path": path }, field ? field.element : make("p", { class: "govuk-body" }, question)));
    this.#rows.set(path, { asked, element, field: field ?? NO_FIELD });
    this.#list.append(element);
    if (field) this.#listen(element, field, path);
  }

  #listen(element, field, path) {
    element.addEventListener("change", () => {
      field.clearProblem();
      this.#whenAnswered(path, field.problem() === null ? field.read() : undefined);
    });
    // What is wrong is said when somebody has left it, not while they are still typing.
    element.addEventListener("focusout", ({ relatedTarget }) => {
      const problem = element.contains(relatedTarget) ? null : field.problem();
      if (problem) field.showProblem(problem);
    });
  }

  /** What was answered, as facts. */
  facts() {
    const facts = {};
    for (const [path, { field }] of this.#rows) {
      const value = field.problem() === null ? field.read() : undefined;
      if (value !== undefined) put(facts, path, value);
    }
    return facts;
  }

  /** The questions that were answered, each with its value, to be kept as JSON. */
  kept() {
    return [...this.#rows.values()].map(({ asked, field }) => ({ ...asked, value: field.read() })).filter(({ value }) => value !== undefined);
  }

  restore(kept) {
    for (const { value, ...asked } of kept) {
      if (!this.#rows.has(asked.path)) this.#add(asked);
      this.#rows.get(asked.path).field.set(value);
    }
  }

  /** What the host says of what was answered here is newer. */
  given(facts, before) {
    for (const [path, { field }] of this.#rows) {
      const [now, then] = [at(facts, path), at(before, path)];
      if (now !== undefined && JSON.stringify(now) !== JSON.stringify(then)) field.set(now);
    }
  }

  clear() {
    this.#rows.clear();
    this.#list.replaceChildren();
  }
}

/** Of a question that can only be answered elsewhere. */
const NO_FIELD = { read: () => undefined, set: () => {}, problem: () => null };

function fieldOf({ question, kind, words, options }) {
  const asWords = (words) => words.map(({ id, label }) => ({ value: id, label: capital(label) }));
  if (options) return choice({ question, options });
  switch (kind) {
    case "answer":
      return choice({ question, options: ANSWERS, inline: true });
    case "word":
      return words?.length > 0 ? choice({ question, options: asWords(words) }) : text({ question });
    case "date":
    case "moment":
      return moment({ question, name: ASKED.date, mayBeAhead: true });
    case "count":
      return count(question);
    case "list":
      return words?.length > 0 ? ticks({ question, options: asWords(words) }) : text({ question, many: true, hint: COMMON.separateByCommas });
    case "text":
      return text({ question, rows: 2 });
    default:
      return undefined;
  }
}

function count(question) {
  const field = text({ question });
  const typed = field.read.bind(field);
  field.control.inputMode = "numeric";
  field.problem = () => (typed() === undefined || /^\d{1,6}$/.test(typed()) ? null : ASKED.wholeNumber);
  field.read = () => (typed() === undefined || field.problem() ? undefined : Number(typed()));
  field.set = (value) => (field.control.value = value ?? "");
  return field;
}

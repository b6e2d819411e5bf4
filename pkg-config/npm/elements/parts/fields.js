// The kinds of question a form is made of. Each knows its path in the facts, its value, and what is wrong with it.

import { heading, make } from "./dom.js";
import { asInLondon, dayBefore, presentMoment, spokenDate, spokenMoment, weekdayOf } from "./dates.js";
import { capital } from "./letters.js";
import { COMMON, FIELDS } from "../words.js";

export const YES_NO_NOT_SURE = [
  { value: true, get label() { return COMMON.yes; } },
  { value: false, get label() { return COMMON.no; } },
  { value: "unknown", get label() { return COMMON.notSure; } },
];

// What is typed is for this page alone: not for the browser's memory of forms, nor for a spelling service.
const PRIVATE = { autocomplete: "off", spellcheck: "false" };

// Two copies of this module may stand in one page: each has ids of its own.
const COPY = Math.random().toString(36).slice(2, 8);
let made = 0;

export function freshId() {
  return `field-${COPY}-${++made}`;
}

/** What every kind of question has in common. */
export class Field {
  /** `path` is the place of its value in the facts; `label` names it in summaries; `onlyIf` says when it is asked. */
  constructor({ path, label, onlyIf, required }) {
    this.id = freshId();
    Object.assign(this, { path, label, onlyIf, required });
  }

  /** Puts the parts together: `described` bears the hint and the error, `control` takes the focus. */
  lay(element, described, control, hint) {
    Object.assign(this, { element, described, control });
    if (hint) this.describeBy(hint.id, true);
  }

  get isAsked() {
    return !this.onlyIf || this.onlyIf();
  }

  /** What is wrong with what was entered, if anything. */
  problem() {
    return this.required && this.read() === undefined ? this.required : null;
  }

  showProblem(text) {
    this.clearProblem();
    const error = make("p", { id: `${this.id}-error`, class: "govuk-error-message" }, make("span", { class: "govuk-visually-hidden" }, COMMON.error), text);
    this.element.classList.add("govuk-form-group--error");
    this.beforeControl().before(error);
    this.describeBy(error.id, true);
  }

  clearProblem() {
    this.element.classList.remove("govuk-form-group--error");
    this.element.querySelector(".govuk-error-message")?.remove();
    this.describeBy(`${this.id}-error`, false);
  }

  // A reference to an error that is not shown would still be read out.
  describeBy(id, add) {
    const others = (this.described.getAttribute("aria-describedby") ?? "").split(" ").filter((other) => other && other !== id);
    const ids = add ? [...others, id] : others;
    if (ids.length === 0) this.described.removeAttribute("aria-describedby");
    else this.described.setAttribute("aria-describedby", ids.join(" "));
  }

  beforeControl() {
    return this.control;
  }

  focus() {
    this.control.focus();
  }

  /** The value as the facts hold it. */
  fact() {
    return this.read();
  }

  /** The value in words. */
  said() {
    const value = this.read();
    return value === undefined ? null : String(value);
  }
}

// ------------------------------------------------------------------------------------- one of several, or some of them

class Options extends Field {
  constructor({ question, hint, options, type, inline, asTitle, ...common }) {
    super({ label: question, ...common });
    this.options = options;
    const kind = type === "radio" ? "radios" : "checkboxes";
    this.inputs = options.map((option, index) =>
      make("input", { type, class: `govuk-${kind}__input`, id: `${this.id}-${index}`, name: this.id, "aria-describedby": option.hint && `${this.id}-${index}-hint` }),
    );
    const rows = options.map((option, index) =>
      make(
        "div",
        { class: `govuk-${kind}__item` },
        this.inputs[index],
        make("label", { class: `govuk-label govuk-${kind}__label`, for: `${this.id}-${index}` }, option.label),
        option.hint && make("div", { class: `govuk-hint govuk-${kind}__hint`, id: `${this.id}-${index}-hint` }, option.hint),
      ),
    );
    this.box = make("div", { class: `govuk-${kind} govuk-${kind}--small${inline ? " row-of-radios" : ""}` }, rows);
    const hintBox = hintOf(this.id, hint);
    const fieldset = fieldsetOf(asTitle ? heading(1, question) : question, hintBox, this.box);
    this.lay(make("div", { class: "govuk-form-group" }, fieldset), fieldset, this.inputs[0], hintBox);
  }

  beforeControl() {
    return this.box;
  }

  chosen() {
    return this.options.filter((_, index) => this.inputs[index].checked);
  }

  said() {
    return this.chosen().map((option) => option.label).join(", ") || null;
  }
}

class Choice extends Options {
  read() {
    return this.chosen()[0]?.value;
  }

  set(value) {
    this.inputs.forEach((input, index) => (input.checked = this.options[index].value === value));
  }
}

class Ticks extends Options {
  read() {
    const values = this.chosen().map((option) => option.value);
    return values.length > 0 ? values : undefined;
  }

  set(values) {
    const chosen = [values].flat();
    this.inputs.forEach((input, index) => (input.checked = chosen.includes(this.options[index].value)));
  }
}

/** One of several answers, none of them chosen beforehand. With `asTitle` its question is the title of the page. */
export function choice(settings) {
  return new Choice({ ...settings, type: "radio" });
}

/** Yes, No or Not sure. */
export function yesNoNotSure(settings) {
  return choice({ options: YES_NO_NOT_SURE, inline: true, ...settings });
}

/** Any of several. */
export function ticks(settings) {
  return new Ticks({ ...settings, type: "checkbox" });
}

/** One statement to tick: true, or nothing at all. */
export function statement({ label, ...settings }) {
  const field = ticks({ ...settings, options: [{ value: true, label }] });
  field.read = () => (field.inputs[0].checked ? true : undefined);
  field.set = (value) => (field.inputs[0].checked = value === true);
  field.said = () => (field.inputs[0].checked ? COMMON.yes : null);
  field.label = label;
  return field;
}

// -------------------------------------------------------------------------------------------------------------- text

class Text extends Field {
  constructor({ question, hint, rows, many, suggestions, ...common }) {
    super({ label: question, ...common });
    this.many = many;
    const list = suggestions?.length > 0 && make("datalist", { id: `${this.id}-list` }, suggestions.map((value) => make("option", { value })));
    const control = rows
      ? make("textarea", { class: "govuk-textarea", id: this.id, rows, ...PRIVATE })
      : make("input", { class: "govuk-input", id: this.id, type: "text", list: list && list.id, ...PRIVATE });
    const hintBox = hintOf(this.id, hint);
    const label = make("label", { class: "govuk-label govuk-label--s", for: this.id }, question);
    this.lay(make("div", { class: "govuk-form-group" }, label, hintBox, control, list), control, control, hintBox);
  }

  read() {
    const typed = this.control.value.trim();
    if (typed === "") return undefined;
    return this.many ? typed.split(/[,\n]/).map((one) => one.trim()).filter(Boolean) : typed;
  }

  set(value) {
    this.control.value = Array.isArray(value) ? value.join(", ") : String(value ?? "");
  }

  said() {
    const value = this.read();
    return Array.isArray(value) ? value.join(", ") : (value?.toString() ?? null);
  }
}

class Count extends Text {
  constructor({ most, ...settings }) {
    super(settings);
    this.most = most;
    this.control.setAttribute("inputmode", "numeric");
    this.control.classList.add("count");
  }

  read() {
    const typed = super.read();
    return /^\d+$/.test(typed) ? Number(typed) : typed;
  }

  problem() {
    const value = this.read();
    if (value === undefined) return super.problem();
    return typeof value === "number" && value <= this.most ? null : FIELDS.wholeNumber(this.label, this.most);
  }
}

/** A whole number, up to `most`. */
export function count(settings) {
  return new Count({ most: 120, ...settings });
}

/** A line of text, or several with `rows`; with `many` a list, separated by commas. */
export function text(settings) {
  return new Text(settings);
}

// -------------------------------------------------------------------------------------------------------------- times

const EARLIEST_YEAR = "2000";

class When extends Field {
  constructor({ question, hint, name, withTime = true, mayBeAhead = false, asList = false, ...common }) {
    super({ label: question, ...common });
    Object.assign(this, { name, mayBeAhead, asList });
    this.date = make("input", { class: "govuk-input", id: `${this.id}-date`, type: "date", max: "9999-12-31", autocomplete: "off", oninput: () => this.sayBack() });
    this.time = withTime ? make("input", { class: "govuk-input", id: `${this.id}-time`, type: "time", autocomplete: "off" }) : null;
    this.saidBack = make("div", { class: "govuk-body said-back", "aria-live": "polite" });
    const hintBox = hintOf(this.id, hint);
    this.box = make("div", { class: "date-and-time" }, labelled(COMMON.date, this.date), this.time && labelled(COMMON.time, this.time));
    const fieldset = fieldsetOf(question, hintBox, this.box, this.saidBack);
    this.lay(make("div", { class: "govuk-form-group" }, fieldset), fieldset, this.date, hintBox);
  }

  beforeControl() {
    return this.box;
  }

  read() {
    if (this.date.value === "") return undefined;
    return this.time?.value ? `${this.date.value}T${this.time.value}` : this.date.value;
  }

  set(value) {
    const [date, time] = asInLondon(String([value].flat()[0] ?? "")).split("T");
    this.date.value = date;
    if (this.time) this.time.value = time ?? "";
    // A date whose time cannot be is no date alone.
    if (time && this.time?.value === "") this.date.value = "";
    this.sayBack();
  }

  fact() {
    const value = this.read();
    return this.asList && value !== undefined ? [value] : value;
  }

  said() {
    const value = this.read();
    return value === undefined ? null : spokenMoment(value);
  }

  sayBack() {
    this.saidBack.textContent = this.date.value >= EARLIEST_YEAR ? spokenDate(this.date.value) : "";
  }

  problem() {
    const name = capital(this.name);
    if (this.date.validity.badInput) return FIELDS.incompleteDate(name);
    if (this.time?.validity.badInput) return FIELDS.incompleteTime(this.name);
    if (this.time?.value && !this.date.value) return FIELDS.timeWithoutDate(this.name);
    const value = this.read();
    if (value === undefined) return super.problem();
    if (value < EARLIEST_YEAR) return FIELDS.incompleteYear(name);
    const now = presentMoment().london;
    if (!this.mayBeAhead && value > now.slice(0, value.length)) return FIELDS.notYet(name);
    return null;
  }
}

/** A date, with a time of day where that is known. `name` stands in its errors: "date the referral was received". */
export function moment(settings) {
  return new When(settings);
}

/** A time that is mostly of today or yesterday: either is one press, with its weekday. */
class Recent extends When {
  constructor({ dateShown = false, ...settings }) {
    super(settings);
    // Where the date is shown from the start it can be typed at once: what is typed chooses its own word.
    this.dateShown = dateShown;
    if (dateShown) this.date.addEventListener("input", () => this.mark());
    const choice = (name) => {
      const input = make("input", { type: "radio", class: "govuk-radios__input", id: `${this.id}-${name}`, name: `${this.id}-day`, onchange: () => this.choose(name) });
      const label = make("label", { class: "govuk-label govuk-radios__label", for: input.id });
      return { input, label, element: make("div", { class: "govuk-radios__item" }, input, label) };
    };
    this.choices = { today: choice("today"), yesterday: choice("yesterday"), another: choice("another") };
    this.days = make("div", { class: "govuk-radios govuk-radios--small row-of-radios" }, Object.values(this.choices).map(({ element }) => element));
    this.otherDay = this.date.parentElement;
    this.box.before(this.days);
    this.control = this.choices.today.input;
    this.showChoice();
  }

  beforeControl() {
    return this.days;
  }

  // The page may stand open past midnight: what a word means is read off the clock each time.
  dates() {
    const today = presentMoment().london.slice(0, 10);
    return { today, yesterday: dayBefore(today) };
  }

  choose(name) {
    this.date.value = this.dates()[name] ?? "";
    this.showChoice();
    this.sayBack();
  }

  set(value) {
    super.set(value);
    this.mark();
    this.showChoice();
  }

  mark() {
    const chosen = Object.entries(this.dates()).find(([, date]) => date === this.date.value)?.[0] ?? (this.date.value ? "another" : undefined);
    for (const [name, { input }] of Object.entries(this.choices)) input.checked = name === chosen;
  }

  /** Another date that is not given is no answer, and nothing is counted from it in silence. */
  problem() {
    const isOpen = this.choices.another.input.checked && this.date.value === "" && !this.date.validity.badInput;
    return isOpen ? (this.required ?? FIELDS.enterDate(this.name)) : super.problem();
  }

  /** Brings the words up to the day, and tells whether they were of another: the date that was chosen stays. */
  upToDate() {
    if (this.day === this.dates().today) return false;
    if (this.date.value) this.mark();
    this.showChoice();
    return true;
  }

  showChoice() {
    const { today, yesterday } = this.dates();
    this.day = today;
    this.choices.today.label.textContent = FIELDS.today(weekdayOf(today));
    this.choices.yesterday.label.textContent = FIELDS.yesterday(weekdayOf(yesterday));
    this.choices.another.label.textContent = FIELDS.anotherDate;
    this.otherDay.hidden = !this.dateShown && !this.choices.another.input.checked;
  }
}

/** A date that is mostly today or yesterday, with a time of day where that is known. */
export function recentMoment(settings) {
  return new Recent(settings);
}

/** A control under its label. */
export function labelled(text, control) {
  return make("div", null, make("label", { class: "govuk-label", for: control.id }, text), control);
}

function hintOf(id, hint) {
  return hint ? make("div", { class: "govuk-hint", id: `${id}-hint` }, hint) : null;
}

function fieldsetOf(question, ...inside) {
  const size = question instanceof Element ? "l" : "s";
  const legend = question && make("legend", { class: `govuk-fieldset__legend govuk-fieldset__legend--${size}` }, question);
  return make("fieldset", { class: "govuk-fieldset" }, legend, ...inside);
}

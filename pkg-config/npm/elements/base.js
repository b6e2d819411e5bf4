// What all elements share: facts in, a frozen decision out, and a place in the host's form.

import { SafeguardingError } from "safeguarding-rules";
import { danger } from "./parts/protect.js";
import { heading, make, paragraph, under } from "./parts/dom.js";
import { REFUSED } from "./words.js";
import { fit } from "./parts/look.js";
import { withMore } from "./parts/paths.js";

const API = 1;
const HEADING_LEVEL = 2;
const SCOPE = { area: "area", "as-of": "asOf" };

// Where pages are made on a server there are no elements: importing them there does no harm.
const Base = globalThis.HTMLElement ?? class {};

/** An element without a question of its own to the library. */
export class Part extends Base {
  static formAssociated = true;
  static settings = [];

  static get observedAttributes() {
    return ["required", "classes", "heading-level", ...this.settings];
  }

  #internals = this.attachInternals();
  #due = false;
  #connected = false;
  #disabled = false;
  #classes;

  connectedCallback() {
    this.#connected = true;
    this.addEventListener("invalid", takeFocusOnce);
    for (const kind of ["input", "change"]) this.addEventListener(kind, keepInside);
    this.#takeOver("classes", "facts", "value");
    this.changed();
  }

  disconnectedCallback() {
    this.#connected = false;
  }

  attributeChangedCallback() {
    this.changed();
  }

  // A property that was set before this code was there hides the one of the class.
  #takeOver(...names) {
    for (const name of names.filter((name) => Object.hasOwn(this, name))) {
      const given = this[name];
      delete this[name];
      this[name] = given;
    }
  }

  /** Something was set: brings the element up to date once all that is set together has been set. */
  changed() {
    this.#due = true;
    queueMicrotask(() => this.upToDate());
  }

  /** Brings the element up to date now, if something was set. */
  upToDate() {
    if (!this.#due || !this.#connected) return;
    // While the page is still read, the fallback may not all be there.
    if (document.readyState === "loading") return void document.addEventListener("DOMContentLoaded", () => this.upToDate(), { once: true });
    this.#due = false;
    this.work();
  }

  /** Brings the element up to date with what somebody has just answered in it. */
  answered() {
    this.#due = true;
    this.upToDate();
  }

  // -------------------------------------------------------------------------------------------------------- its look

  /** The host's names of classes, by ours: `{ "govuk-tag": "nhsuk-tag" }`. */
  get classes() {
    return this.#classes ?? parsed(this.getAttribute("classes")) ?? {};
  }

  set classes(classes) {
    this.#classes = classes ?? undefined;
    this.changed();
  }

  /** What `build` makes, fitted into the host's page. */
  make(build) {
    return this.underHost(() => fit(make("div", null, build()), this.classes).childNodes);
  }

  /** Headings that `build` makes stand under the host's. */
  underHost(build) {
    return under(Number(this.getAttribute("heading-level") ?? HEADING_LEVEL) - 1, build);
  }

  /** Puts an element's parts in the place of its fallback. */
  fill(...parts) {
    this.replaceChildren(...parts);
    this.#switchControls();
  }

  // ------------------------------------------------------------------------------------------------- its place in a form

  get name() {
    return this.getAttribute("name") ?? "";
  }

  get form() {
    return this.#internals.form;
  }

  get labels() {
    return this.#internals.labels;
  }

  get validity() {
    return this.#internals.validity;
  }

  get validationMessage() {
    return this.#internals.validationMessage;
  }

  get willValidate() {
    return this.#internals.willValidate;
  }

  checkValidity() {
    return this.#internals.checkValidity();
  }

  reportValidity() {
    return this.#internals.reportValidity();
  }

  /** What the form sends, and what the browser keeps to put back. */
  hold(value, kept, facts) {
    this.#internals.setFormValue(this.#entries(value, facts), kept);
  }

  // The facts go along, because a server can only check an answer that it can work out again.
  #entries(value, facts) {
    if (value === null || facts === undefined || this.name === "") return value;
    const entries = new FormData();
    entries.append(this.name, value);
    entries.append(`${this.name}-facts`, facts);
    return entries;
  }

  /** Says what is missing, where an answer is required. */
  require(message) {
    const isMissing = this.hasAttribute("required") && message !== null;
    const first = this.querySelector(CONTROLS) ?? this;
    this.#internals.setValidity(isMissing ? { valueMissing: true } : {}, isMissing ? message : "", first);
  }

  /** Sets one of the element's states, to be found with `:state(…)`. */
  state(name, isOn) {
    try {
      if (isOn) this.#internals.states.add(name);
      else this.#internals.states.delete(name);
    } catch {
      // Older browsers know no states, or only those that begin with two dashes.
    }
  }

  focus(options) {
    const first = this.querySelector(CONTROLS);
    if (first) first.focus(options);
    else super.focus(options);
  }

  formDisabledCallback(isDisabled) {
    this.#disabled = isDisabled;
    this.#switchControls();
  }

  #switchControls() {
    for (const control of this.querySelectorAll(CONTROLS)) control.disabled = this.#disabled;
    this.switched(this.#disabled);
  }

  /** Says that controls were made, which are as disabled as the element. */
  controlsMade() {
    this.#switchControls();
  }

  /** Runs after the controls were switched on or off. */
  switched() {}

  formResetCallback() {
    this.reset();
    this.answered();
  }

  /** Tells the host. False where it has called off what would follow. */
  tell(name, detail, { cancelable = false } = {}) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail: frozen({ ...detail, api: API }) }));
  }
}

/** An element that puts a question to the library. */
export class Question extends Part {
  static settings = ["area", "packs", "as-of"];
  /** The event of a new answer, if it has one, and whether the first answer is one. */
  static event = "sg-change";
  static tellsFirst = false;

  #facts;
  #decision = null;
  #told;
  #toldError;
  #parts;
  #isFilled = false;

  // A page that was left open is brought up to the present moment when somebody comes back to it.
  #whenSeen = () => document.visibilityState === "visible" && this.changed();

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#whenSeen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#whenSeen);
  }

  /** What the host knows. What is answered in the element comes on top, until the host says otherwise. */
  get facts() {
    this.upToDate();
    return frozen(JSON.parse(JSON.stringify(this.#allFacts())));
  }

  set facts(facts) {
    const before = this.#facts;
    this.#facts = facts;
    this.#makeParts();
    try {
      this.given(facts, before);
    } catch {
      // The library refuses what cannot be read, and says where.
    }
    this.changed();
  }

  /** The answer as it stands, frozen; null where there is none. */
  get decision() {
    this.upToDate();
    return this.#decision;
  }

  get value() {
    this.upToDate();
    return this.#decision === null ? null : this.valueOf(this.#decision);
  }

  set value(value) {
    const state = typeof value === "string" ? parsed(value) : value;
    this.take(state ?? undefined);
    this.changed();
  }

  /** The parts are made before the first answer, which may rest on what the browser has put back into them. */
  #makeParts() {
    this.#parts ??= this.parts();
  }

  #allFacts() {
    this.#makeParts();
    const scope = {};
    for (const [attribute, field] of Object.entries(SCOPE)) if (this.hasAttribute(attribute)) scope[field] = this.getAttribute(attribute);
    if (this.hasAttribute("packs")) scope.packs = this.getAttribute("packs").split(/\s+/).filter(Boolean);
    try {
      const facts = withMore(withMore(this.#facts, scope), this.answers());
      const unsaid = Object.entries(this.defaults()).filter(([name]) => !Object.hasOwn(Object(facts), name));
      return withMore(facts, Object.fromEntries(unsaid));
    } catch {
      // The library refuses what cannot be read, and says where.
      return this.#facts;
    }
  }

  work() {
    const facts = this.#allFacts();
    let decision;
    try {
      decision = frozen(this.decide(facts));
    } catch (error) {
      if (!(error instanceof SafeguardingError)) throw error;
      return this.#refused(error);
    }
    this.#decision = decision;
    this.#toldError = undefined;
    this.state("error", false);
    if (!this.#isFilled) this.fill(...this.#parts);
    this.#isFilled = true;
    this.underHost(() => this.show(decision, facts));
    this.controlsMade();
    this.hold(this.valueOf(decision), JSON.stringify(this.kept()), JSON.stringify(facts));
    this.require(this.missing(decision, facts));
    this.#tellOnce(decision);
  }

  // A host may set the same facts again with every event: what is not new is not told.
  #tellOnce(decision) {
    const news = this.valueOf(decision) + JSON.stringify(decision);
    const isFirst = this.#told === undefined;
    if (news === this.#told) return;
    this.#told = news;
    const { event, tellsFirst } = this.constructor;
    if (event && (!isFirst || tellsFirst)) this.tell(event, decision);
  }

  #refused({ code, path, message }) {
    this.#decision = null;
    this.#told = "";
    this.hold(null, JSON.stringify(this.kept()));
    this.state("error", true);
    const said = () => [heading(1, REFUSED.title), paragraph(code === "internal" ? REFUSED.notStarted : message)];
    if (this.#isFilled) this.showRefusal(this.make(said));
    else if (this.childElementCount === 0) this.replaceChildren(...this.make(() => [danger(), said()]));
    // The host's own fields in the fallback may have been answered: nothing of ours stands in their way.
    this.require(this.#isFilled ? this.missing(null) : null);
    const error = JSON.stringify({ code, path, message });
    if (error === this.#toldError) return;
    this.#toldError = error;
    this.tell("sg-error", { code, path, message });
  }

  formStateRestoreCallback(kept) {
    const state = typeof kept === "string" ? parsed(kept) : undefined;
    if (state === undefined) return;
    this.#makeParts();
    this.restore(state);
    this.changed();
  }

  formResetCallback() {
    this.#makeParts();
    super.formResetCallback();
  }

  // ---------------------------------------------------------------------------------------- what each element says itself

  /** The form's value. */
  valueOf(decision) {
    return JSON.stringify({ ...decision, api: API });
  }

  /** What is still missing of a required answer; null where nothing is. */
  missing() {
    return null;
  }

  /** What was answered in the element, as facts. */
  answers() {
    return {};
  }

  /** What holds where the host does not say. */
  defaults() {
    return {};
  }

  /** What the browser keeps. */
  kept() {
    return {};
  }

  restore() {}

  /** Takes a value that the host sets. */
  take() {}

  reset() {}

  /** The host has set its facts. */
  given() {}
}

const CONTROLS = "input, select, textarea, button";

// What changes inside is told once, by the element.
function keepInside(event) {
  if (event.target !== event.currentTarget) event.stopPropagation();
}

// A browser puts the focus at once on what it reports as missing, which must be able to take it: the first control gets it.
function takeFocusOnce({ currentTarget: element }) {
  const hand = () => element.focus();
  element.setAttribute("tabindex", "-1");
  element.addEventListener("focus", hand);
  setTimeout(() => {
    element.removeAttribute("tabindex");
    element.removeEventListener("focus", hand);
  });
}

/** JSON that holds an object, or nothing. */
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function frozen(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

// What all elements share: facts in, a frozen decision out, and a place in the host's form.

import { SafeguardingError } from "safeguarding-rules";
import { DANGER, REFUSED } from "./words.js";
import { mapOf } from "./classes.js";
import { Compact } from "./parts/compact.js";
import { factsNameOf, hiddenInputs, renew } from "./parts/posting.js";
import { Clock } from "./parts/clock.js";
import { danger } from "./parts/protect.js";
import { heading, make, paragraph, under } from "./parts/dom.js";
import { fit } from "./parts/look.js";
import { parsed } from "./parts/parsed.js";
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
    return [...POSTED_AS, "required", "classes", "heading-level", ...this.settings];
  }

  #internals = this.attachInternals();
  #due = false;
  #connected = false;
  #disabled = false;
  #classes;
  #held = {};
  #hiddenInputs = [];
  #fallback;
  #error = null;

  // A clone is cleared before it is put into the page, where its radios would take the choice from those that they copy.
  constructor() {
    super();
    this.#clearCopies();
  }

  connectedCallback() {
    this.#connected = true;
    this.addEventListener("invalid", takeFocusOnce);
    for (const kind of ["input", "change"]) this.addEventListener(kind, keepInside);
    this.#takeOver();
    this.changed();
  }

  disconnectedCallback() {
    this.#connected = false;
  }

  attributeChangedCallback(name) {
    if (POSTED_AS.includes(name)) this.#post();
    this.changed();
  }

  // A property that was set before this code was there hides the one of the class.
  #takeOver() {
    for (const [name, given] of Object.entries(this)) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      delete this[name];
      Reflect.set(this, name, given);
    }
  }

  // Whoever copies an element copies what it shows: that is no fallback, and nothing in it answers.
  #clearCopies() {
    for (const child of [...this.children]) if (child.hasAttribute(MADE) && !made.has(child)) this.removeChild(child);
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
    this.#clearCopies();
    try {
      this.work();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Brings the element up to date with what somebody has just answered in it, which is told as any field tells it. */
  answered() {
    const before = this.#held;
    this.again();
    const { value = null, facts } = this.#held;
    if (value === null || (value === before.value && facts === before.facts)) return;
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Brings the element up to date now. */
  again() {
    this.#due = true;
    this.upToDate();
  }

  // -------------------------------------------------------------------------------------------------------- its look

  /** The host's names of classes, by ours: `{ "govuk-tag": "nhsuk-tag" }`, or the name of a map that is ready. */
  get classes() {
    return mapOf(this.#classes ?? this.getAttribute("classes")) ?? {};
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
    this.#fallback ??= [...this.childNodes];
    this.replaceChildren(...parts.map(asMade));
    this.#switchControls();
  }

  // --------------------------------------------------------------------------------------------------- what goes wrong

  /** Why there is no answer, as `sg-error` tells it; null where there is one. */
  get error() {
    this.upToDate();
    return this.#error;
  }

  /** Notes why there is no answer, and tells it: to who listens, and in the console. Null where there is one. */
  refuse(error) {
    const before = JSON.stringify(this.#error);
    this.#error = error && frozen({ code: error.code, path: error.path, message: error.message, api: API });
    this.state("error", error !== null);
    if (error === null || JSON.stringify(this.#error) === before) return;
    console.warn(`<${this.localName}>: ${[error.code, error.path, error.message].filter(Boolean).join(": ")}`);
    this.tell("sg-error", this.#error);
  }

  /** Something inside could not go on: there is no half answer, but what stood there before, or the 999 line. */
  fail(error) {
    const fault = error instanceof SafeguardingError ? error : new SafeguardingError("internal", "", REFUSED.fault);
    this.hold(null, "");
    this.require(null);
    if (this.#fallback?.some((node) => node instanceof Element)) this.replaceChildren(...this.#fallback);
    else if (this.#fallback || this.childElementCount === 0) this.textContent = DANGER.before + DANGER.strong + DANGER.after;
    this.refuse(fault);
  }

  // Who begins to listen when it has gone wrong already is told as well, and alone.
  addEventListener(name, listener, options) {
    super.addEventListener(name, listener, options);
    if (name === "sg-error" && this.#error !== null) queueMicrotask(() => this.#tellAlone(listener));
  }

  #tellAlone(listener) {
    const alone = (event) => {
      event.stopImmediatePropagation();
      if (typeof listener === "function") listener.call(this, event);
      else listener?.handleEvent(event);
    };
    if (this.#error === null) return;
    super.addEventListener("sg-error", alone, { capture: true, once: true });
    this.dispatchEvent(new CustomEvent("sg-error", { detail: this.#error }));
  }

  // ------------------------------------------------------------------------------------------------- its place in a form

  get name() {
    return this.getAttribute("name") ?? "";
  }

  set name(name) {
    reflect(this, "name", name);
  }

  get form() {
    return this.#internals.form;
  }

  /** By its id, as the attribute names it; or the form itself, which has one. */
  set form(form) {
    reflect(this, "form", form?.id ?? form);
  }

  get required() {
    return this.hasAttribute("required");
  }

  set required(isRequired) {
    this.toggleAttribute("required", Boolean(isRequired));
  }

  get disabled() {
    return this.hasAttribute("disabled");
  }

  set disabled(isDisabled) {
    this.toggleAttribute("disabled", Boolean(isDisabled));
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
    this.#held = { value, kept, facts };
    this.#post();
  }

  #post() {
    const { value = null, kept } = this.#held;
    const entries = this.entries();
    for (const input of this.#hiddenInputs) input.parentNode?.removeChild(input);
    this.#hiddenInputs = this.hasAttribute("hidden-inputs") ? hiddenInputs(entries, this) : [];
    if (this.#hiddenInputs.length > 0) {
      this.append(...this.#hiddenInputs.map(asMade));
      this.#internals.setFormValue(null, kept);
    } else if (entries.length > 1) {
      const data = new FormData();
      for (const [name, text] of entries) data.append(name, text);
      this.#internals.setFormValue(data, kept);
    } else this.#internals.setFormValue(value, kept);
  }

  /** What the form sends under which names. The facts go along, because a server can only check an answer that it can work out again. */
  entries() {
    const { value = null, facts } = this.#held;
    if (value === null || this.name === "") return [];
    const answer = [this.name, value];
    return facts === undefined ? [answer] : [answer, [this.getAttribute("facts-name") || factsNameOf(this.name), facts]];
  }

  /** Says what is missing, where an answer is required. */
  require(message) {
    const isMissing = this.required && message !== null;
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
    for (const control of [...this.querySelectorAll(CONTROLS), ...this.#hiddenInputs]) control.disabled = this.#disabled;
  }

  /** Says that controls were made, which are as disabled as the element. */
  controlsMade() {
    this.#switchControls();
  }

  formResetCallback() {
    this.reset();
    this.again();
  }

  /** Tells the host. False where it has called off what would follow. */
  tell(name, detail, { cancelable = false } = {}) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail: frozen({ ...detail, api: API }) }));
  }
}

/** An element that puts a question to the library. */
export class Question extends Part {
  static settings = ["area", "packs", "as-of"];

  static get observedAttributes() {
    return ["facts", "compact", ...super.observedAttributes];
  }

  /** How many of its parts a compact form always shows. */
  static shownFirst = 1;

  /** The event of a new answer, if it has one, and whether the first answer is one. */
  static event = "sg-change";
  static tellsFirst = false;

  #facts;
  #decision = null;
  #told;
  #parts;
  #compact;
  #isFilled = false;

  // A page that was left open is brought up to the present moment when somebody comes back to it.
  #whenSeen = () => document.visibilityState === "visible" && this.changed();

  // And one that is never left: no answer that has grown old is posted. What a script sends by itself tells of no submitting,
  // but its entries are gathered, which is told with the old ones.
  #clock = new Clock(() => this.again());
  #root;
  #beforePosted = ({ target, formData }) => {
    if (target !== this.form) return;
    const before = this.entries();
    this.#asOfNow();
    if (formData && !this.matches(":disabled")) renew(formData, before, this.entries());
  };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#whenSeen);
    // A form in a shadow tree tells nobody outside it.
    this.#root = this.getRootNode();
    for (const event of POSTS) this.#root.addEventListener(event, this.#beforePosted, { capture: true });
    this.#clock.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#whenSeen);
    for (const event of POSTS) this.#root.removeEventListener(event, this.#beforePosted, { capture: true });
    this.#clock.stop();
  }

  #asOfNow() {
    this.upToDate();
    this.#clock.look();
  }

  /** What the host knows. What is answered in the element comes on top, until the host says otherwise. */
  get facts() {
    this.#asOfNow();
    return frozen(JSON.parse(JSON.stringify(this.#allFacts())));
  }

  set facts(given) {
    const before = this.#facts;
    const facts = typeof given === "string" ? (parsed(given) ?? given) : given;
    this.#facts = facts;
    this.#makeParts();
    try {
      this.given(facts, before);
    } catch {
      // The library refuses what cannot be read, and says where.
    }
    this.changed();
  }

  attributeChangedCallback(name, before, now) {
    // As JSON, for pages that a server prints. What is no JSON is refused as any text is. A property that is still to be taken up is the newer.
    if (name !== "facts") super.attributeChangedCallback(name);
    else if (!Object.hasOwn(this, name)) this.facts = now ?? undefined;
  }

  /** The answer as it stands, frozen; null where there is none. */
  get decision() {
    this.#asOfNow();
    return this.#decision;
  }

  get value() {
    this.#asOfNow();
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
    this.#clock.set(decision);
    this.refuse(null);
    this.#fillOnce();
    this.underHost(() => this.draw(decision, facts));
    this.controlsMade();
    this.hold(this.valueOf(decision), JSON.stringify(this.kept()), JSON.stringify(facts));
    this.require(this.missing(decision, facts));
    this.#tellOnce(decision);
  }

  #fillOnce() {
    const isCompact = this.hasAttribute("compact");
    if (this.#isFilled && isCompact === Boolean(this.#compact)) return;
    const first = this.#parts.slice(0, this.constructor.shownFirst);
    const rest = this.#parts.slice(this.constructor.shownFirst);
    this.#compact = isCompact ? new Compact(this, rest) : undefined;
    this.fill(...first, ...(this.#compact?.elements ?? rest));
    this.#isFilled = true;
  }

  focus(options) {
    if (this.#compact?.holds(this.querySelector(CONTROLS))) this.#compact.open();
    super.focus(options);
  }

  fail(error) {
    this.#decision = null;
    this.#told = "";
    this.#isFilled = false;
    super.fail(error);
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

  #refused(error) {
    this.#decision = null;
    this.#told = "";
    this.hold(null, JSON.stringify(this.kept()));
    const said = () => [heading(1, REFUSED.title), paragraph(error.code === "internal" ? REFUSED.notStarted : error.message)];
    if (this.#isFilled) this.drawRefusal(this.make(said));
    else if (this.childElementCount === 0) this.fill(...this.make(() => [danger(), said()]));
    // The host's own fields in the fallback may have been answered: nothing of ours stands in their way.
    this.require(this.#isFilled ? this.missing(null) : null);
    this.refuse(error);
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

/** What is answered or pressed; the button of a compact form only shows more. */
const CONTROLS = "input:not([type=hidden]), select, textarea, button:not([aria-expanded])";

/** What an element has put into itself. A clone bears the mark, and is none of it. */
const MADE = "data-made";
const made = new WeakSet();

function asMade(part) {
  made.add(part);
  part.setAttribute(MADE, "");
  return part;
}

/** What decides under which names, and into which form, a value is posted. */
const POSTED_AS = ["name", "form", "facts-name", "hidden-inputs"];

function reflect(element, attribute, value) {
  if (value === undefined || value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

/** Told before a form's entries are gathered, and with them once they are. */
const POSTS = ["submit", "formdata"];

const PROPERTIES = { for: "htmlFor" };

/** Each setting is a property too, as those of an input are: `meeting-type` is `meetingType`. Several documents may be a list. */
export function withProperties(element) {
  for (const setting of element.settings) {
    const name = PROPERTIES[setting] ?? setting.replace(/-./g, ([, letter]) => letter.toUpperCase());
    if (name in element.prototype) continue;
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(setting) ?? "";
      },
      set(value) {
        reflect(this, setting, Array.isArray(value) ? value.join(" ") : value);
      },
    });
  }
  return element;
}

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

function frozen(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

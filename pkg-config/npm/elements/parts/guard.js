// Keeps a part of an element whole and in its place, whatever else is at work in the page. What is taken out, moved or hidden
// is put back, by moving the very nodes: focus and choices stay. Words and attributes that leave it to be seen are no matter:
// a browser translates, and scripts mark the fields of a form.

const LEAST_IN_PIXELS = 8;
const HIDING = ["hidden", "inert", "aria-hidden"];

/** A script that takes away at once whatever is put back is answered this often, and then after a rest: no page stands still over it. */
const REPAIRS_AT_ONCE = 5;
const REST_IN_MS = 5_000;

export class Guard {
  #host;
  #part;
  #changing;
  #toBeSeen;
  #observer = new MutationObserver(() => this.#look());
  #made;
  #focused;
  #repairs = 0;
  #isResting = false;

  /** `changing` is the one place inside whose contents are not guarded. */
  constructor(host, part, changing) {
    [this.#host, this.#part, this.#changing] = [host, part, changing];
    this.#toBeSeen = [part, ...part.querySelectorAll("p, strong, legend, label")].filter((element) => !changing.contains(element));
    part.addEventListener("focusin", ({ target }) => (this.#focused = target));
    part.addEventListener("focusout", ({ target }) => queueMicrotask(() => this.#left(target)));
  }

  keep() {
    this.#made ??= this.#asMade();
    this.#observer.observe(this.#host, { childList: true });
    this.#observer.observe(this.#part, { childList: true, subtree: true, attributes: true, characterData: true });
    this.#repair();
  }

  // What is taken out of the page loses the focus too, and is to have it back.
  #left(control) {
    if (this.#observer.takeRecords().some(({ removedNodes }) => removedNodes.length > 0)) this.#look();
    else if (document.activeElement !== control) this.#focused = undefined;
  }

  /** Each element with its attributes and its contents. */
  #asMade() {
    const inside = [...this.#part.querySelectorAll("*")].filter((element) => !this.#changing.contains(element));
    return [this.#part, ...inside, this.#changing].map((element) => ({
      element,
      attributes: [...element.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== "disabled"),
      contents: element === this.#changing ? undefined : [...element.childNodes],
    }));
  }

  #look() {
    if (this.#isResting || this.#isWhole()) return;
    if (this.#repairs === REPAIRS_AT_ONCE) return this.#rest();
    this.#repairs++;
    this.#repair();
    setTimeout(() => (this.#repairs = 0));
  }

  #rest() {
    this.#isResting = true;
    setTimeout(() => {
      this.#isResting = false;
      this.#look();
    }, REST_IN_MS);
  }

  #isWhole() {
    return this.#isInPlace() && !this.#isTakenAway() && this.#isShown();
  }

  #repair() {
    if (!this.#host.isConnected) return;
    const mend = [() => this.#putInPlace(), () => this.#giveBack(), () => this.#restore(), () => this.#withoutClasses()];
    for (const step of mend) {
      if (this.#isWhole()) break;
      step();
    }
    const { activeElement, body } = document;
    if (this.#focused?.isConnected && (activeElement === body || activeElement === null)) this.#focused.focus({ preventScroll: true });
    // What was mended here is no change of anybody's.
    this.#observer.takeRecords();
  }

  #isInPlace() {
    return this.#host.firstElementChild === this.#part && this.#made.every(({ element, contents }) => !contents || isOrdered(element, elementsIn(contents)));
  }

  #putInPlace() {
    for (const { element, contents } of this.#made) if (contents && !isOrdered(element, elementsIn(contents))) element.replaceChildren(...contents);
    if (this.#host.firstElementChild !== this.#part) this.#host.prepend(this.#part);
  }

  #isTakenAway() {
    return this.#made.some(({ element, attributes }) => HIDING.some((name) => element.hasAttribute(name) && !attributes.some(([made]) => made === name)));
  }

  #giveBack() {
    for (const { element, attributes } of this.#made) for (const name of HIDING) if (!attributes.some(([made]) => made === name)) element.removeAttribute(name);
  }

  /** All of it is to be seen, where the host itself is. */
  #isShown() {
    return !isVisible(this.#host) || this.#toBeSeen.every(isVisible);
  }

  #restore() {
    for (const { element, attributes, contents } of this.#made) {
      for (const { name } of [...element.attributes]) if (name !== "disabled" && !attributes.some(([made]) => made === name)) element.removeAttribute(name);
      for (const [name, value] of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      if (contents) element.replaceChildren(...contents);
    }
  }

  // A class of the host's that hides it is none to be mapped to.
  #withoutClasses() {
    for (const made of this.#made) {
      made.element.removeAttribute("class");
      made.attributes = made.attributes.filter(([name]) => name !== "class");
    }
  }
}

function elementsIn(nodes) {
  return nodes.filter((node) => node.nodeType === Node.ELEMENT_NODE);
}

/** Do these stand inside, in their order? There may be others between and around them. */
function isOrdered(parent, children) {
  const follows = (child, before) => !before || (before.compareDocumentPosition(child) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  return children.every((child, index) => parent.contains(child) && follows(child, children[index - 1]));
}

function isVisible(element) {
  const { width, height } = element.getBoundingClientRect();
  return width >= LEAST_IN_PIXELS && height >= LEAST_IN_PIXELS && getComputedStyle(element).visibility === "visible" && (element.checkVisibility?.({ opacityProperty: true }) ?? true);
}

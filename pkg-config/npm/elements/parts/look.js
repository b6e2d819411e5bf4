// How a part of an element is fitted into a host's page: its classes, its controls, and what is kept when it is drawn anew.

const IS_OF_A_DESIGN_SYSTEM = /^(govuk|sg)-/;

/** Fits new elements into a host's page. */
export function fit(root, classes) {
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (element.localName === "p") bringLetters(element);
    if (element.hasAttribute("class")) element.setAttribute("class", mapped(element.getAttribute("class"), classes));
    // Controls of ours are no fields of the host's form: the element itself is.
    if (element.matches("input, select, textarea, button, fieldset")) element.setAttribute("form", "");
  }
  return root;
}

/** A design system's letters come with its classes. */
function bringLetters({ classList }) {
  if (![...classList].some((name) => name.startsWith("govuk-"))) classList.add(classList.contains("quiet") ? "govuk-body-s" : "govuk-body");
}

/** Our own names bear a prefix, so that no rule of the host's style meets them; any name can be mapped to the host's. */
function mapped(names, classes) {
  const own = (name) => (IS_OF_A_DESIGN_SYSTEM.test(name) ? name : `sg-${name}`);
  const named = (name) => (Object.hasOwn(classes, name) ? String(classes[name]) : name);
  return names.split(" ").map(own).map(named).filter(Boolean).join(" ");
}

/** Draws a part anew. What was open stays open, and what had the focus keeps it. */
export function redraw(region, ...contents) {
  const fresh = region.cloneNode(false);
  fresh.append(...contents);
  const opened = [...region.querySelectorAll("details")].filter(({ open }) => open).map(nameOf);
  for (const details of fresh.querySelectorAll("details")) details.open = opened.includes(nameOf(details));
  if (fresh.isEqualNode(region)) return;
  const focused = region.contains(document.activeElement) && document.activeElement;
  region.replaceChildren(...fresh.childNodes);
  if (focused) [...region.querySelectorAll(focused.localName)].find((element) => nameOf(element) === nameOf(focused))?.focus({ preventScroll: true });
}

function nameOf(element) {
  return element.getAttribute("aria-label") ?? (element.localName === "details" ? element.firstElementChild : element).textContent;
}

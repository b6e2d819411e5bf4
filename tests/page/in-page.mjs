// These run in the page, each by itself, and give what is wrong there.

export function shownThoughHidden() {
  return [...document.querySelectorAll("[hidden]")].filter((element) => element.getClientRects().length > 0).map((element) => element.outerHTML);
}

export function headingFaults() {
  const shown = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.getClientRects().length > 0);
  // The summary of problems stands before the h1, as its pattern has it.
  const levels = shown.filter((heading) => !heading.closest(".govuk-error-summary")).map((heading) => Number(heading.localName[1]));
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return levels.filter((level) => level === 1).length === 1 ? skips : ["not exactly one h1", ...skips];
}

export function repeatedIds() {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** A description that is not there, or tells of an error where none is shown. */
export function brokenDescriptions() {
  const parts = [...document.querySelectorAll("[aria-describedby]")].flatMap((element) =>
    element.getAttribute("aria-describedby").split(" ").map((id) => ({ element, part: document.getElementById(id) })),
  );
  const isBroken = ({ element, part }) => !part || (part.textContent.includes("Error") && !element.closest(".govuk-form-group--error"));
  return parts.filter(isBroken).map(({ element }) => element.outerHTML);
}

/** Targets that are too small and do not stand apart: a circle of the least size around each middle touches another one. */
export function smallTargets(least) {
  const isInText = (element) => element.localName === "a" && getComputedStyle(element).display === "inline" && element.parentElement.textContent.trim() !== element.textContent.trim();
  // What is ticked is the mark with its label.
  const boxOf = (element) => (element.labels?.[0]?.matches(".govuk-radios__label, .govuk-checkboxes__label") ? element.labels[0] : element).getBoundingClientRect();
  const targets = [...document.querySelectorAll("a, button, summary, input, select, textarea")].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.id !== "skip" && !isInText(element));
  const boxes = targets.map((element) => ({ element, box: boxOf(element) }));
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const isSmall = ({ box }) => box.width < least || box.height < least;
  const isNear = (one, other) => Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]) < least;
  return boxes.filter((one) => isSmall(one) && boxes.some((other) => other !== one && isNear(one, other))).map(({ element }) => element.outerHTML);
}

/** What can have the focus, in the order of the Tab key, and does not show it, is covered, or changes the page by it. */
export function focusFaults() {
  const places = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
  const look = (element) => {
    const label = element.labels?.[0];
    const styles = [getComputedStyle(element), ...(label ? [getComputedStyle(label, "::before")] : []), ...[...element.querySelectorAll("span")].map((part) => getComputedStyle(part))];
    const outline = ({ outlineStyle, outlineWidth, outlineColor }) => outlineStyle !== "none" && [outlineStyle, outlineWidth, outlineColor];
    return styles.map((style) => [outline(style), style.boxShadow, style.backgroundColor, style.borderWidth, style.width].join()).join();
  };
  const faults = [];
  const { title } = document;
  const address = location.href;
  for (const element of places) {
    document.activeElement.blur();
    const before = look(element);
    element.focus();
    if (look(element) === before) faults.push(`not seen: ${element.outerHTML}`);
    element.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + Math.min(width / 2, 20), Math.min(Math.max(top + height / 2, 0), innerHeight - 1));
    const isItself = above && (element.contains(above) || above.contains(element) || above.closest("label") === element.labels?.[0]);
    if (!isItself) faults.push(`covered: ${element.outerHTML}`);
  }
  document.activeElement.blur();
  if (document.title !== title || location.href !== address) faults.push("the focus alone has led to another view");
  return faults;
}

/** What the Tab key reaches although it stands wholly above what was reached before it, or out of the page's order. */
export function tabOrderFaults() {
  const places = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.id !== "skip");
  const moved = places.filter((element) => element.tabIndex > 0);
  const reached = places.filter((element) => element.tabIndex === 0);
  const box = (element) => element.getBoundingClientRect();
  const isAbove = (element, index) => index > 0 && box(element).bottom <= box(reached[index - 1]).top;
  const isBefore = (element, index) => index > 0 && box(element).right <= box(reached[index - 1]).left && box(element).top < box(reached[index - 1]).bottom && box(element).bottom <= box(reached[index - 1]).bottom;
  return [...moved, ...reached.filter((element, index) => isAbove(element, index) || isBefore(element, index))].map((element) => element.outerHTML);
}

/** Text that its own box cuts off. */
export function clippedText() {
  const holdsText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  // What is one pixel wide is there for readers that hear the page.
  const isForListeners = (element) => element.closest(".govuk-visually-hidden, .govuk-skip-link, thead")?.clientWidth <= 1;
  const shown = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility() && holdsText(element) && !isForListeners(element) && !element.closest("svg, textarea, select"));
  const clips = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if ((overflowX !== "visible" && box.scrollWidth > box.clientWidth + 1) || (overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1)) return true;
    }
    return false;
  };
  return shown.filter(clips).map((element) => element.outerHTML);
}

/** Words that do not stand out four and a half to one in the colours that hold now. */
export function faintText(least) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parts = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = (colour) => {
    const [red, green, blue] = [...parts(colour)].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element) => {
    for (let box = element; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box);
      if (parts(backgroundColor)[3] > 0) return backgroundColor;
    }
    return "canvas";
  };
  const holdsText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const shown = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility() && holdsText(element) && !element.matches("option, script, style"));
  const known = new Map();
  const contrast = (ink, ground) => {
    const key = `${ink} on ${ground}`;
    if (!known.has(key)) {
      const [darker, lighter] = [luminance(ink), luminance(ground)].sort((one, other) => one - other);
      known.set(key, (lighter + 0.05) / (darker + 0.05));
    }
    return known.get(key);
  };
  return shown.filter((element) => contrast(getComputedStyle(element)[element.closest("svg") ? "fill" : "color"], groundOf(element)) < least).map((element) => element.outerHTML);
}

/** What would move. */
export function motion() {
  const moving = (style) => [style.transitionDuration, style.animationDuration].join().split(",").some((duration) => parseFloat(duration) > 0) || style.scrollBehavior === "smooth";
  return [...document.querySelectorAll("*")].filter((element) => moving(getComputedStyle(element)) || element.getAnimations().length > 0).map((element) => element.outerHTML);
}

/** A picture that a reader meets, or that stands without its conclusion or its data. */
export function pictureFaults() {
  const pictures = [...document.querySelectorAll("main svg")];
  // A rule book's picture has its data in the chapters below it.
  const isWithoutData = (figure) => {
    const around = figure.closest("section, details, article");
    return !around.querySelector("table, ul, ol") && (figure.closest("article") || !around.parentElement.querySelector(":scope > section > ul.rules"));
  };
  const isFaulty = (picture) => {
    const figure = picture.closest("figure");
    return picture.getAttribute("aria-hidden") !== "true" || !figure?.querySelector("figcaption")?.textContent.trim() || isWithoutData(figure);
  };
  return pictures.filter(isFaulty).map((picture) => picture.outerHTML.slice(0, 200));
}

/** The wider spacing that a reader may set (WCAG 2.2, 1.4.12). */
export function spaceText() {
  const spacing = new CSSStyleSheet();
  spacing.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [spacing];
}

export function unspaceText() {
  document.adoptedStyleSheets = [];
}

/** The lines and grounds of pictures that do not stand out from the page's ground */
export function faintShapes(least) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const drawn = { stroke: ".picture__bar, .picture__ring, .picture__stripe, .picture__last, .picture__box, .picture__arrow, .picture__run, .picture__track, .picture__axis", fill: ".picture__sign, .picture__fill" };
  const shapes = Object.entries(drawn).flatMap(([property, selector]) => [...document.querySelectorAll(selector)].map((shape) => ({ shape, colour: getComputedStyle(shape)[property] })));
  if (shapes.length === 0) return ["there is no picture"];
  const contrast = (colour) => {
    const [darker, lighter] = [luminance(colour), ground].sort((one, other) => one - other);
    return (lighter + 0.05) / (darker + 0.05);
  };
  return shapes.filter(({ colour }) => contrast(colour) < least).map(({ shape, colour }) => `${shape.getAttribute("class")}: ${colour}`);
}

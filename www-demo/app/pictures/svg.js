// What every picture is made with: shapes without any style of their own, and the figure with its conclusion in words.

import { make } from "safeguarding-rules/parts";

const NAMESPACE = "http://www.w3.org/2000/svg";
/** How wide a letter is, on average, beside its height. */
const LETTER = 0.56;

let patterns = 0;

/** A shape. Its look is given by its class alone. */
export function shape(name, attributes, ...children) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children.flat(Infinity).filter(Boolean));
  return element;
}

/** Words at a place, `size` high. */
export function words(text, x, y, { size = 14, anchor = "start", bold = false } = {}) {
  return shape(
    "text",
    {
      x,
      y,
      class: bold ? "picture__text picture__text--bold" : "picture__text",
      "font-size": size,
      "text-anchor": anchor,
    },
    text,
  );
}

/** Some words as lines of at most `width`. */
export function wrapped(text, width, size = 14) {
  const most = Math.floor(width / (size * LETTER));
  return text.split(" ").reduce((lines, word) => {
    const last = lines.at(-1);
    if (last && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}

/** How wide some words are, roughly. */
export function widthOf(text, size = 14) {
  return text.length * size * LETTER;
}

/** A striped ground, and what names it in a fill. */
export function stripes() {
  const id = `stripes-${++patterns}`;
  const pattern = shape(
    "pattern",
    { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    shape("rect", { width: 7, height: 7, class: "picture__ground" }),
    shape("line", { x1: 1, y1: 0, x2: 1, y2: 7, class: "picture__stripe" }),
  );
  return { pattern, fill: `url(#${id})` };
}

/**
 * A figure: `draw(layout)` gives `{ height, shapes }` for a wide and for a narrow screen, and `caption` says in a
 * sentence what is to be seen. What the picture holds stands beside it as words: nobody has to read the picture itself.
 */
export function figure(caption, draw) {
  const layouts = [
    { name: "wide", width: 690 },
    { name: "narrow", width: 288 },
  ];
  return make(
    "figure",
    { class: "picture" },
    layouts.map((layout) => canvas(layout, draw(layout))),
    make("figcaption", { class: "govuk-body" }, caption),
  );
}

/** A figure that is small enough to be the same everywhere. */
export function smallFigure(caption, width, draw) {
  return make(
    "figure",
    { class: "picture" },
    canvas({ name: "small", width }, draw({ name: "small", width })),
    make("figcaption", { class: "govuk-body" }, caption),
  );
}

function canvas({ name, width }, { height, shapes }) {
  return shape(
    "svg",
    {
      class: `picture__canvas picture__canvas--${name}`,
      viewBox: `0 0 ${width} ${height}`,
      "aria-hidden": "true",
      focusable: "false",
    },
    shapes,
  );
}

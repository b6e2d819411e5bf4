// The flow of a pack's rules, for those who answer for policy: what a rule needs, the rule, and what it leads to.

import { make, table } from "../parts/dom.js";
import { figure, shape, words, wrapped } from "./svg.js";

const [LINE, PAD, GAP] = [17, 9, 12];
const ALWAYS = "Always";

/** `rules` in the document's order, each `{ id, sentence, force, conditions, outcome }`; no conditions means always. */
export function ruleFlow(rules) {
  const rows = rules.map((rule) => ({ ...rule, when: rule.conditions.length > 0 ? rule.conditions.join(" And: ") : ALWAYS }));
  const always = rows.filter(({ when }) => when === ALWAYS).length;
  const caption = `${rules.length} ${rules.length === 1 ? "rule" : "rules"}${always > 0 ? `, ${always} of them without any condition` : ""}. Thick line: must. Thin line: should. Dashes: may.`;
  return make(
    "div",
    null,
    figure(caption, (layout) => draw(layout, rows)),
    table("The rules and what they lead to", ["Rule", "When", "Then", "Force"], rows.map(({ id, sentence, when, outcome, force }) => [`${id}: ${sentence}`, when, outcome, force])),
  );
}

function draw({ name, width }, rows) {
  let y = 1;
  const row = name === "wide" ? across : downwards;
  const shapes = rows.map((rule) => {
    const { height, shapes } = row(rule, y, width);
    y += height + GAP;
    return shapes;
  });
  return { height: y, shapes };
}

function across({ when, id, force, outcome }, y, width) {
  const [first, middle, last] = [300, 110, width - 300 - 110 - 2 * 24 - 4];
  const places = [[2, first], [2 + first + 24, middle], [2 + first + middle + 48, last]];
  const texts = [wrapped(when, first - 2 * PAD, 13), [id, force], wrapped(outcome, last - 2 * PAD, 13)];
  const height = Math.max(...texts.map((lines) => lines.length)) * LINE + 2 * PAD;
  return {
    height,
    shapes: [
      places.map(([x, room], index) => box(texts[index], x, y, room, height, index === 1 ? force : null)),
      arrow(2 + first + 3, y + height / 2, true),
      arrow(2 + first + middle + 27, y + height / 2, true),
    ],
  };
}

function downwards({ when, id, force, outcome }, y, width) {
  const texts = [wrapped(when, width - 2 * PAD - 4, 13), [`${id}, ${force}`], wrapped(outcome, width - 2 * PAD - 4, 13)];
  let top = y;
  const shapes = texts.map((lines, index) => {
    const height = lines.length * LINE + 2 * PAD;
    const drawn = [box(lines, 2, top, width - 4, height, index === 1 ? force : null), index < 2 && arrow(width / 2, top + height + 2, false)];
    top += height + 20;
    return drawn;
  });
  return { height: top - 20 - y + GAP, shapes };
}

/** A rule's own box shows its force by its line. */
function box(lines, x, y, width, height, force) {
  const look = force ? `picture__box picture__box--${force}` : "picture__box picture__box--plain";
  const begin = y + height / 2 - (lines.length * LINE) / 2 + 13;
  return [shape("rect", { x, y, width, height, class: look }), lines.map((line, index) => words(line, x + PAD, begin + index * LINE, { size: 13, bold: Boolean(force) && index === 0 }))];
}

function arrow(x, y, isAcross) {
  return shape("path", { d: isAcross ? `M${x} ${y}h17m-5 -5l5 5l-5 5` : `M${x} ${y}v15m-5 -5l5 5l5 -5`, class: "picture__arrow" });
}

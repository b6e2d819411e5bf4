// The flow of a pack's rules, for those who answer for policy: what a rule needs, the rule, and what it leads to.

import { COMMON, FORCE, details, paragraph } from "safeguarding-rules/parts";
import { figure, shape, words, wrapped } from "./svg.js";
import { RULE_FLOW } from "../words.js";

const [LINE, PAD, GAP] = [17, 9, 12];
const ALWAYS = COMMON.always;
const LEAD_TO_A_TIME = ["classify-concern", "list-deadlines"];

/**
 * `rules` in the document's order, each `{ id, sentence, force, conditions, outcome }`: no conditions means always, and
 * without an outcome of its own a rule leads to what it asks. The list of the rules themselves stands beside the
 * picture.
 */
export function ruleFlow(rules) {
  const rows = rules.map(({ id, sentence, force, conditions, outcome = sentence }) => ({
    id,
    force,
    outcome,
    when: conditions.length > 0 ? RULE_FLOW.and(conditions) : ALWAYS,
  }));
  const always = rows.filter(({ when }) => when === ALWAYS).length;
  return figure(RULE_FLOW.caption(rules.length, always), (layout) => draw(layout, rows));
}

/** The rules of a rule book's entries that lead to a time. */
export function flowOf(entries) {
  const timed = entries.filter(({ question }) => LEAD_TO_A_TIME.includes(question));
  const conditions = ({ when, unless }) => [
    ...when.map(({ question }) => question),
    ...unless.map(({ question }) => RULE_FLOW.notWhere(question)),
  ];
  return (
    timed.length > 0 &&
    details(
      RULE_FLOW.title,
      paragraph(RULE_FLOW.inWords),
      ruleFlow(timed.map((entry) => ({ ...entry.rule, conditions: conditions(entry) }))),
    )
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
  const [first, middle, last] = [250, 104, width - 250 - 104 - 2 * 24 - 4];
  const places = [[2, first], [2 + first + 24, middle], [2 + first + middle + 48, last]];
  const texts = [wrapped(when, first - 2 * PAD, 13), [id, FORCE[force]], wrapped(outcome, last - 2 * PAD, 13)];
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
  const texts = [
    wrapped(when, width - 2 * PAD - 4, 13),
    [`${id}, ${FORCE[force]}`],
    wrapped(outcome, width - 2 * PAD - 4, 13),
  ];
  let top = y;
  const shapes = texts.map((lines, index) => {
    const height = lines.length * LINE + 2 * PAD;
    const drawn = [
      box(lines, 2, top, width - 4, height, index === 1 ? force : null),
      index < 2 && arrow(width / 2, top + height + 2, false),
    ];
    top += height + 20;
    return drawn;
  });
  return { height: top - 20 - y + GAP, shapes };
}

/** A rule's own box shows its force by its line. */
function box(lines, x, y, width, height, force) {
  const look = force ? `picture__box picture__box--${force}` : "picture__box picture__box--plain";
  const begin = y + height / 2 - (lines.length * LINE) / 2 + 13;
  return [
    shape("rect", { x, y, width, height, class: look }),
    lines.map((line, index) =>
      words(line, x + PAD, begin + index * LINE, { size: 13, bold: Boolean(force) && index === 0 }),
    ),
  ];
}

function arrow(x, y, isAcross) {
  return shape("path", {
    d: isAcross ? `M${x} ${y}h17m-5 -5l5 5l-5 5` : `M${x} ${y}v15m-5 -5l5 5l5 -5`,
    class: "picture__arrow",
  });
}

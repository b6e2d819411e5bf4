// The journey strip: from the referral to the conference, and where this case stands on it.

import { make, small } from "safeguarding-rules/parts";
import { figure, shape, words, wrapped } from "./svg.js";
import { JOURNEY } from "../words.js";

const [GAP, TOP] = [14, 24];
const HERE = JOURNEY.here;

/**
 * `steps` are the stations by name, `here` the place of the one reached. The list beside the picture holds the same.
 */
export function journeyStrip(steps, here) {
  const list = steps.map((step, index) =>
    make(
      "li",
      { "aria-current": index === here ? "step" : null },
      step,
      index === here && make("strong", null, ` (${small(HERE)})`),
    ),
  );
  return make(
    "div",
    null,
    figure(JOURNEY.caption(HERE, small(steps[here]), here + 1, steps.length), (layout) => draw(layout, steps, here)),
    make("ol", { class: "govuk-visually-hidden" }, list),
  );
}

function draw({ name, width }, steps, here) {
  return name === "wide" ? inARow(width, steps, here) : inAColumn(width, steps, here);
}

function inARow(width, steps, here) {
  const each = (width - 2 - GAP * (steps.length - 1)) / steps.length;
  const shapes = steps.map((step, index) => {
    const x = 1 + index * (each + GAP);
    return [
      box(x, TOP, each, 52, index === here),
      lines(step, x + each / 2, TOP + 31, each - 12, index === here),
      index === here && words(HERE, x + each / 2, 15, { size: 13, anchor: "middle", bold: true }),
      index > 0 && arrow(x - GAP + 2, TOP + 26, GAP - 4, 0),
    ];
  });
  return { height: TOP + 56, shapes };
}

function inAColumn(width, steps, here) {
  let y = 1;
  const shapes = steps.map((step, index) => {
    const isHere = index === here;
    const [top, each] = [y, isHere ? 54 : 40];
    y += each + GAP;
    return [
      box(2, top, width - 4, each, isHere),
      words(step, width / 2, top + 25, { anchor: "middle", bold: isHere }),
      isHere && words(HERE, width / 2, top + 43, { size: 13, anchor: "middle", bold: true }),
      index > 0 && arrow(width / 2, top - GAP + 2, 0, GAP - 4),
    ];
  });
  return { height: y - GAP + 2, shapes };
}

function box(x, y, width, height, isHere) {
  return shape("rect", { x, y, width, height, class: isHere ? "picture__box picture__box--here" : "picture__box" });
}

function lines(text, x, y, room, bold) {
  const all = wrapped(text, room, 14);
  return all.map((line, index) => words(line, x, y - (all.length - 1) * 8 + index * 17, { anchor: "middle", bold }));
}

function arrow(x, y, right, down) {
  return shape("path", {
    d: `M${x} ${y}l${right} ${down}m-4 -4l4 4l${right ? "-4 4" : "4 -4"}`,
    class: "picture__arrow",
  });
}

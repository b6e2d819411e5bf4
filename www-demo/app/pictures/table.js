// The table of a meeting, seen from above: so many chairs, the one in which the meeting is led, and one's own.

import { PEOPLE } from "safeguarding-rules/parts";
import { shape, smallFigure, words } from "./svg.js";
import { TABLE_PICTURE } from "../words.js";

const [WIDTH, HEIGHT] = [288, 190];
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 };
const TABLE = { rx: 88, ry: 40 };
const CHAIRS = { rx: 116, ry: 64 };
const CHAIR = 11;
const MOST_CHAIRS = 12;

/** The others by their names, and who is in the chair, where that is known: it is drawn opposite one's own. */
export function tableOfTheMeeting(others, inTheChair) {
  const chairs = Math.min(Math.max(others.length + 1, 2), MOST_CHAIRS);
  const at = (index) => {
    const turn = Math.PI / 2 + (2 * Math.PI * index) / chairs;
    return { cx: MIDDLE.x + CHAIRS.rx * Math.cos(turn), cy: MIDDLE.y + CHAIRS.ry * Math.sin(turn) };
  };
  const opposite = Math.floor(chairs / 2);
  const chair = (_, index) =>
    shape("circle", {
      ...at(index),
      r: CHAIR,
      class: index === 0 ? "picture__sign" : "picture__box picture__box--plain",
    });
  const under = (index, text, bold) =>
    words(text, at(index).cx, at(index).cy + (index === 0 ? CHAIR + 16 : -CHAIR - 5), {
      size: 14,
      anchor: "middle",
      bold,
    });
  const draw = () => ({
    height: HEIGHT,
    shapes: [
      shape("ellipse", { cx: MIDDLE.x, cy: MIDDLE.y, ...TABLE, class: "picture__box" }),
      Array.from({ length: chairs }, chair),
      under(0, TABLE_PICTURE.you, true),
      inTheChair && under(opposite, PEOPLE.chair),
    ],
  });
  const { caption, others: around, noOthers, inTheChair: chairedBy } = TABLE_PICTURE;
  const said = [caption, others.length > 0 ? around(others) : noOthers, inTheChair && chairedBy(inTheChair)];
  return smallFigure(said.filter(Boolean).join(" "), WIDTH, draw);
}

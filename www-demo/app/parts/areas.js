// The areas and packs that the library holds, and the question which of them answers.

import { choice, packTitle } from "safeguarding-rules/parts";
import { packsOf } from "./described.js";
import { keepArea } from "./kept-on-device.js";
import { AREAS } from "../words.js";

const isGuide = ({ id }) => id === "generic";

/**
 * The question whose rules apply. None is chosen beforehand: every area is somebody else's default.
 * @returns {{ read(): import("safeguarding-rules").Area | undefined } & import("safeguarding-rules/parts").Field}
 */
export function areaField(settings = {}) {
  const { areas, packs } = packsOf();
  const [guide, local] = [areas.filter(isGuide), areas.filter((area) => !isGuide(area))];
  const named = local
    .toSorted((one, other) => one.label.localeCompare(other.label))
    .map(({ id, label, packs: own }) => ({
      value: id,
      label,
      hint: markOf(packs.filter((pack) => own.includes(pack.id))),
    }));
  const others = guide.map(({ id }) => ({ value: id, label: AREAS.notListed, hint: AREAS.guideAlone }));
  const field = choice({
    path: "area",
    question: AREAS.question,
    hint: AREAS.hint,
    options: [...named, ...others],
    required: AREAS.required,
    ...settings,
  });
  field.element.addEventListener("change", () => keepArea(field.read()));
  return /** @type {any} */ (field);
}

/** An area that rests on somebody's own pack says so where it is chosen; others say nothing. */
function markOf(packs) {
  return packs.filter(({ ownPack }) => ownPack).map(packTitle).join("; ") || undefined;
}

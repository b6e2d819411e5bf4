// The areas and packs that the library holds, and the question which of them answers.

import { describePacks } from "safeguarding-rules";
import { make } from "../../pkg-config/npm/elements/parts/dom.js";
import { choice } from "../../pkg-config/npm/elements/parts/fields.js";
import { packTitle } from "../../pkg-config/npm/elements/parts/rules.js";
import { AREAS } from "../words.js";

const isGuide = ({ id }) => id === "generic";

/** The question whose rules apply. None is chosen beforehand: every area is somebody else's default. */
export function areaField() {
  const { areas, packs } = describePacks();
  const [guide, local] = [areas.filter(isGuide), areas.filter((area) => !isGuide(area))];
  const ownPacks = (area) => packs.filter(({ id }) => area.packs.includes(id) && (isGuide(area) || !guide[0].packs.includes(id)));
  const hint = (area) => ownPacks(area).map((pack) => make("span", { class: "pack-label" }, `${packTitle(pack)}. ${pack.label}`));
  return choice({
    path: "area",
    question: AREAS.question,
    hint: AREAS.hint,
    options: [...local, ...guide].map((area) => ({ value: area.id, label: area.label, hint: hint(area) })),
    required: AREAS.required,
  });
}

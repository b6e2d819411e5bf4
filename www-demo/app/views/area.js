// Whose procedure somebody follows, to be changed.

import { make } from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { form } from "../parts/form.js";
import { goTo } from "../parts/router.js";
import { AREAS } from "../words.js";

export function area() {
  const field = areaField({ asTitle: true });
  const buttons = make("button", { type: "submit", class: "govuk-button" }, AREAS.save);
  const asked = form({ fields: () => [field], parts: [field.element], buttons, answer: () => goTo("start") });
  const screen = () => {
    asked.recall();
    return { element: asked.element, focus: field.control };
  };
  return { name: "area", title: AREAS.section, group: "guide", screen };
}

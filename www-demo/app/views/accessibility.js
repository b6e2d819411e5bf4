// Accessibility: what the page is built to meet, how that is checked, and what is known not to be right.

import { bullets, heading, make, paragraph, section } from "safeguarding-rules/parts";
import { linkTo } from "../parts/router.js";
import { ACCESSIBILITY } from "../words.js";

export function accessibility() {
  return { name: "accessibility", title: ACCESSIBILITY.title, screen: () => ({ element: screen() }) };
}

function screen() {
  const {
    title,
    standard,
    canDo,
    canDoItems,
    textSize,
    howFar,
    builtFor,
    notInFull,
    gaps,
    gapItems,
    tell,
    tellWhom,
    theirStatement,
  } = ACCESSIBILITY;
  return make(
    "div",
    null,
    heading(1, title),
    section(canDo, bullets(canDoItems), paragraph(linkTo("settings", textSize))),
    section(howFar, paragraph(builtFor(standard)), paragraph(notInFull)),
    section(gaps, bullets(gapItems)),
    section(tell, paragraph(tellWhom), paragraph(theirStatement)),
  );
}

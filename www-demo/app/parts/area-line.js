// The area, asked once and kept on this device: it stands under the header, with the way to change it.

import { contents } from "safeguarding-rules/parts";
import { know, known } from "./case.js";
import { packsOf } from "./described.js";
import { inTime, keptArea, onArea } from "./kept-on-device.js";
import { linkTo } from "./router.js";
import { AREAS } from "../words.js";

/** Takes up the area that the case has, or the one that is kept, where the library still has it. */
export async function takeKeptArea() {
  onArea(showArea);
  const area = known("area") ?? (await inTime(keptArea()));
  if (!labelOf(area)) return;
  know("area", area);
  showArea(area);
}

function showArea(area) {
  const place = document.getElementById("area");
  place.replaceChildren(...contents([AREAS.yours(labelOf(area)), linkTo("area", AREAS.changeArea)]));
  place.parentElement.hidden = false;
}

function labelOf(area) {
  return packsOf().areas.find(({ id }) => id === area)?.label;
}

// Whom to call: the numbers that were set, the one for this hour first, each to be pressed on a telephone.

import { make, presentMoment } from "safeguarding-rules/parts";
import { officeIsClosed } from "./office.js";
import { settings } from "./settings.js";
import { GUIDE } from "../words.js";

/** Each as `{ who, number }`; the number is empty where none was set. */
export function numbersNow() {
  const { dutyNumber, outOfHoursNumber } = settings();
  const duty = { who: GUIDE.dutyTeam, number: dutyNumber };
  const night = { who: GUIDE.emergencyTeam, number: outOfHoursNumber };
  return officeIsClosed(presentMoment().london) ? [night, duty] : [duty, night];
}

export function addressOfNumber(number) {
  return `tel:${number.replaceAll(" ", "")}`;
}

export function telephone(number, text = number) {
  return make("a", { class: "govuk-link", href: addressOfNumber(number) }, text);
}

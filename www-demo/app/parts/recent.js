// A time that is mostly of today or yesterday, on a page that may stay open over midnight.

import { recentMoment } from "safeguarding-rules/parts";
import { keptAsOfNow } from "./router.js";

export function recentMomentAsOfNow(settings) {
  const field = recentMoment(settings);
  keptAsOfNow(field.element, () => field.upToDate());
  return field;
}

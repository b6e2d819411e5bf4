// Whether offices are closed at a moment: then the emergency duty team takes what cannot wait.

import { daysNotCounted } from "./working-days.js";

/** Until somebody says otherwise. */
let hours = { opens: "09:00", closes: "17:00" };

export function setOfficeHours(given) {
  hours = given;
}

/** `moment` is London time, such as "2026-12-23T20:40". */
export function officeIsClosed(moment) {
  const [date, time] = moment.split("T");
  return time < hours.opens || time >= hours.closes || daysNotCounted(date, date).length > 0;
}

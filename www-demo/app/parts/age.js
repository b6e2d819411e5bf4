// How old this page is: the day on which its rules were checked, and the last day on which it could look for a newer
// version.

import { describePacks } from "safeguarding-rules";
import { make, paragraph, presentMoment, spokenDate } from "safeguarding-rules/parts";
import { announce } from "./announce.js";
import { showBanner } from "./banners.js";
import { lastLooked } from "./kept-on-device.js";
import { keptAsOfNow } from "./router.js";
import { AGE } from "../words.js";

const OLD_AFTER_MONTHS = 6;

/**
 * Says at the foot of every view when the rules were checked, and each day anew above it where that is long ago: a page
 * may stay open until it is old.
 */
export function sayWhenChecked() {
  const said = make("p", { class: "govuk-body-s" }, AGE.checked(spokenDate(whenChecked())));
  let day = today();
  const look = () => {
    if (day === today()) return;
    day = today();
    warnOfAge();
  };
  document.querySelector("footer > div").append(keptAsOfNow(said, look));
}

function today() {
  return presentMoment().london.slice(0, 10);
}

let saidSoFar = "";

/**
 * Says above every view that the rules were checked, or a newer version was looked for, more than half a year ago:
 * once, and anew where more is so.
 */
export async function warnOfAge() {
  const looked = await lastLooked();
  const said = [
    isOld(whenChecked()) && AGE.checkedLongAgo(spokenDate(whenChecked())),
    looked && isOld(looked) && AGE.lookedLongAgo(spokenDate(looked)),
  ].filter(Boolean);
  const all = said.join(" ");
  if (all === saidSoFar) return;
  saidSoFar = all;
  if (all === "") return;
  showBanner(AGE.old, said.map((one) => paragraph(one)), paragraph(AGE.untilThen));
  announce(all);
}

/** What this page knows about its last look for a newer version, in words. */
export async function saidOfLastLook() {
  const looked = await lastLooked();
  return looked ? AGE.looked(spokenDate(looked)) : AGE.neverLooked;
}

/** The day on which the pack was checked that was checked first. */
function whenChecked() {
  return describePacks().packs.map(({ checkedOn }) => checkedOn).sort()[0];
}

function isOld(day) {
  const end = new Date(`${day}T00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + OLD_AFTER_MONTHS);
  return today() > end.toISOString().slice(0, 10);
}

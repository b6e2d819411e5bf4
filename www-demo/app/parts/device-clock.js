// What the device's clock can get wrong, said above every view: another time zone, and a day that cannot be.

import { describePacks } from "safeguarding-rules";
import { paragraph, presentMoment, spokenDate } from "safeguarding-rules/parts";
import { showBanner } from "./banners.js";
import { DEVICE_CLOCK } from "../words.js";

const MINUTE_IN_MS = 60_000;

export function checkDeviceClock() {
  const { instant, london } = presentMoment();
  const today = london.slice(0, 10);
  const lastChecked = describePacks().packs.map(({ checkedOn }) => checkedOn).sort().at(-1);
  if (today < lastChecked) {
    showBanner(DEVICE_CLOCK.clock, paragraph(DEVICE_CLOCK.wrong(spokenDate(today), spokenDate(lastChecked))));
  }
  if (shownByTheDevice(instant) !== london) {
    showBanner(DEVICE_CLOCK.zone, paragraph(DEVICE_CLOCK.anotherZone));
  }
}

function shownByTheDevice(instant) {
  const moment = new Date(instant);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * MINUTE_IN_MS).toISOString().slice(0, 16);
}

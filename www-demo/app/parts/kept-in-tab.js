// What was entered, kept in this tab for as long as it is open: a reload or a telephone call loses nothing. It goes
// with the tab, with "Start again" and with "Delete everything", and can be switched off in Settings.

import { caseIn } from "../out/case-in-a-file.js";
import { everything } from "./case.js";
import { inTime, isOffOnDevice, switchOnDevice } from "./kept-on-device.js";
import { load, putBack, wholeSettings } from "./settings.js";

const NAME = "case";
/** Where somebody types: what stands there counts only once they leave it. */
const TYPED_IN = "main form :is(textarea, input[type=text], input[type=date], input[type=time])";

let isOn = true;
/** Has anything been entered that would be lost? */
let isEntered = false;

export function keepsInTab() {
  return isOn;
}

export function switchInTab(on) {
  isOn = on;
  if (on) save();
  else remove();
  return switchOnDevice(on);
}

/** Takes up what this tab has kept, and keeps what is entered from now on. */
export async function takeKeptCase() {
  isOn = !(await inTime(isOffOnDevice()));
  const kept = isOn && read();
  if (kept) {
    putBack(kept);
    keepEntered();
  }
  for (const entered of ["input", "change"]) document.addEventListener(entered, () => (isEntered = true));
  document.addEventListener("change", save);
  document.addEventListener("visibilitychange", () => document.hidden && saveAll());
  window.addEventListener("pagehide", saveAll);
  window.addEventListener("beforeunload", (event) => isEntered && !saveAll() && event.preventDefault());
}

/** Lets the page go without a question: what was entered is held elsewhere until the page is back. */
export function letGo() {
  isEntered = false;
}

/** What is entered is kept in a draft from now on, and no more in this tab, where it would stand open beside it. */
export function leaveTab() {
  isOn = false;
  forgetInTab();
}

/** Something was entered, and is kept from now on. */
export function keepEntered() {
  isEntered = true;
  save();
}

/** Nothing is left in this tab. */
export function forgetInTab() {
  letGo();
  remove();
}

/** What is still being typed counts from now on, and stays where it is. */
export function takeTyped() {
  if (document.activeElement?.matches(TYPED_IN))
    document.activeElement.dispatchEvent(new Event("change", { bubbles: true }));
}

function saveAll() {
  if (isOn) takeTyped();
  return save();
}

function save() {
  if (!isOn || !isEntered) return false;
  try {
    window.sessionStorage.setItem(NAME, JSON.stringify(everything()));
    return true;
  } catch {
    return false;
  }
}

function keptNow() {
  return JSON.parse(window.sessionStorage.getItem(NAME));
}

/** What was kept, read as strictly as a file: an older version of this page may have kept it, or somebody else. */
function read() {
  try {
    const kept = caseIn(keptNow(), load);
    return kept && { ...kept.content, parts: { ...kept.content.parts, settings: wholeSettings(kept.settings) } };
  } catch {
    return null;
  }
}

function remove() {
  try {
    window.sessionStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

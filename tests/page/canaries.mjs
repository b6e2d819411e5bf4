// Whether what is shown keeps to itself: where its links lead, who else sees what is typed, and that it is found nowhere but in the
// page itself.

import assert from "node:assert/strict";
import { keptOnDevice } from "./the-page.mjs";

const CANARIES = Array.from({ length: 20 }, (_, index) => `CanaryBird${index}`);
const CANARY = /CanaryBird/i;

const TITLE = /^Answer – (When must we meet\?|Which meeting does this call for\?|Multidisciplinary team meeting \(MDT\)|Team around the child|Professionals' meeting|We disagree|Who must be there\?|Actions|Basis for sharing) – Safeguarding rules$/;
const ADDRESS = /#\/(guide|which|mdt|tac|professionals|disagreement|who|actions|sharing)\/answer$/;

/** The title and the address of an answer name the view and nothing of the case. */
export async function assertNamesTheViewAlone(page) {
  assert.match(await page.title(), TITLE);
  assert.match(page.url(), ADDRESS);
}

/** No link leads elsewhere, and no free text is open to the browser's memory of forms or to a spelling service. */
export async function assertOpenToNobodyElse(page) {
  assert.deepEqual(await page.evaluate(linksElsewhere), []);
  assert.deepEqual(await page.evaluate(fieldsOpenToOthers), []);
}

/**
 * Fills every field that is shown, and sends every form. Nothing of it may reach the address, the title, a request or the device;
 * the tab itself may keep it.
 */
export async function assertNothingTypedStays(page) {
  await page.evaluate(fillIn, CANARIES);
  assert.doesNotMatch(JSON.stringify([await page.evaluate(outside), await keptOnDevice(page), page.requests]), CANARY);
}

// ---------------------------------------------------------------------------------------------- these run in the page

function linksElsewhere() {
  const isOurs = (href) => /^(#|tel:)/.test(href) || ["portal/", "playground/"].includes(href);
  return [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")).filter((href) => !isOurs(href));
}

function fieldsOpenToOthers() {
  const fields = [...document.querySelectorAll("input[type=text], textarea")];
  return fields.filter((field) => (field.autocomplete !== "off" && !field.readOnly) || field.spellcheck).map((field) => field.outerHTML);
}

function fillIn(canaries) {
  for (const part of document.querySelectorAll("main details")) part.open = true;
  const fields = document.querySelectorAll("main input:not([type=radio], [type=checkbox], [type=date], [type=time], [type=file]), main textarea:not([readonly])");
  for (const [index, field] of [...fields].entries()) {
    field.value = canaries[index % canaries.length];
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  for (const form of document.querySelectorAll("main form")) form.requestSubmit();
}

function outside() {
  return [decodeURIComponent(location.href), document.title, history.state, document.cookie, Object.entries(localStorage)];
}

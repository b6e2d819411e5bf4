// A file made by this page for this device. It is sent nowhere.

import { make, paragraph } from "safeguarding-rules/parts";
import { announce } from "../parts/announce.js";
import { showBanner } from "../parts/banners.js";
import { EXPORTS } from "../words.js";

const KINDS = {
  csv: "text/csv;charset=utf-8",
  html: "text/html;charset=utf-8",
  ics: "text/calendar;charset=utf-8",
  json: "application/json",
  txt: "text/plain;charset=utf-8",
};
const KEPT_FOR_MS = 1000;

/** Hands over a text, or the promise of one, as a file. The name says what it is and never whose case it is. */
export async function download(name, text) {
  try {
    handOver(name, await text);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    showBanner(EXPORTS.notMade, paragraph(error.message));
    announce(error.message);
  }
}

function handOver(name, text) {
  const kind = KINDS[name.split(".").at(-1)];
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}

// An encrypted draft on this device, for whoever asks for one: the page about it, fetched when it is opened.

import { heading, make, paragraph } from "safeguarding-rules/parts";
import { copyOf, readCopy } from "../out/copy.js";
import { announce } from "../parts/announce.js";
import { showBanner } from "../parts/banners.js";
import { everything } from "../parts/case.js";
import { leaveTab, letGo, takeTyped } from "../parts/kept-in-tab.js";
import { draftsAreKept, hasDrafts } from "../parts/kept-on-device.js";
import { beginAnew, linkTo, restart } from "../parts/router.js";
import { DRAFT, SHARED } from "../words.js";
import { openCopy } from "./copy.js";

const NAME = "draft";

/** What the drafts know of the page. */
const HOST = {
  content: () => JSON.stringify(everything()),
  text,
  openCopy, announce, showBanner, leaveTab, letGo, takeTyped,
  draftsAreKept,
  linkToCopy: () => linkTo("copy", SHARED.downloadOrOpen),
  locked: () => beginAnew("locked"),
  again: () => restart(NAME),
};

/** The case as a copy holds it. What could not be opened again is not kept as if it could. */
async function text() {
  const copy = await copyOf(everything());
  await readCopy(new File([copy], NAME));
  return copy;
}

export function draft() {
  return { name: NAME, title: DRAFT.title, screen: () => ({ element: screen() }) };
}

function screen() {
  const place = make("div");
  fetched().then(
    ({ draftScreen }) => place.replaceChildren(draftScreen(HOST)),
    () => place.replaceChildren(paragraph(DRAFT.notLoaded)),
  );
  return make("div", null, heading(1, DRAFT.title), place);
}

function fetched() {
  return import("../drafts/index.js");
}

/** Before everything is deleted: what is open is not written again. */
export async function leaveDrafts() {
  if (await hasDrafts()) await fetched().then(({ leaveDraft }) => leaveDraft(), () => {});
}

/** Where drafts were ever kept here, those whose days are over are deleted, whether or not somebody asks for them. */
export async function sweepDrafts() {
  if (!(await hasDrafts())) return;
  try {
    await (await fetched()).swept();
  } catch {
    // Where they cannot be reached now, they are when the page is opened again.
  }
}

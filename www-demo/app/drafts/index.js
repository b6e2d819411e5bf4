// Encrypted drafts, for whoever wants them: fetched when somebody first asks, as most never do.

import {
  asInLondon,
  bullets,
  button,
  contents,
  linkButton,
  make,
  paragraph,
  section,
  spokenMoment,
  text,
} from "safeguarding-rules/parts";
import { DRAFTS } from "../words.js";
import { sessionOf } from "./session.js";
import { remove, swept } from "./store.js";

export { swept } from "./store.js";

const SHORTEST = 12;
let session;

/** What stands on the page of drafts. `host` is the page: its case, its tab, and what it says. */
export function draftScreen(host) {
  // A browser makes no key for a page that was loaded by plain http.
  if (!crypto.subtle) return paragraph(DRAFTS.notHere);
  session ??= sessionOf(told(host));
  const element = make("div");
  const draw = async () => {
    const shown = session.isOpen() ? isOpen(host, draw) : [...noneIsOpen(host), await list(host, draw)];
    element.replaceChildren(...contents(shown));
  };
  draw();
  return element;
}

/** The draft that is open is written no more. */
export function leaveDraft() {
  session?.leave();
}

// ----------------------------------------------------------------------------------------------- what the page is told

function told({ letGo, showBanner, announce, linkToCopy, ...host }) {
  const say = (...said) => showBanner(DRAFTS.banner, ...said, button(DRAFTS.lock, () => session.lock()));
  return {
    ...host,
    saved() {
      letGo();
      say(paragraph(DRAFTS.saved(spokenMoment(asInLondon(new Date().toISOString())))));
    },
    notSaved() {
      say(paragraph(DRAFTS.notSaved), paragraph(linkToCopy()));
      announce(DRAFTS.notSaved);
    },
    notLocked() {
      const anyway = button(DRAFTS.lockAnyway, () => session.lock({ anyway: true }));
      showBanner(DRAFTS.banner, paragraph(DRAFTS.notLocked), paragraph(linkToCopy()), anyway);
      announce(DRAFTS.notLocked);
    },
    elsewhere() {
      say(paragraph(DRAFTS.elsewhere));
      announce(DRAFTS.elsewhere);
    },
    warn(isNear) {
      if (!isNear) return document.querySelector(`#banners [aria-label="${DRAFTS.soon}"]`)?.remove();
      // Whatever is pressed keeps it open.
      showBanner(DRAFTS.soon, paragraph(DRAFTS.soonAbout), button(DRAFTS.stay, () => {}));
      announce(DRAFTS.soonAbout);
    },
  };
}

// --------------------------------------------------------------------------------------------------------- the screens

function isOpen({ announce, linkToCopy }, draw) {
  const discard = async () => {
    await session.discard();
    document.querySelector(`#banners [aria-label="${DRAFTS.banner}"]`)?.remove();
    announce(DRAFTS.deleted);
    draw();
  };
  return [
    paragraph(session.isReadOnly() ? DRAFTS.elsewhere : DRAFTS.isOpen),
    paragraph(DRAFTS.noRecord, linkToCopy()),
    make(
      "div",
      { class: "govuk-button-group" },
      button(DRAFTS.lock, () => session.lock(), { secondary: false }),
      !session.isReadOnly() && button(DRAFTS.deleteThis, discard),
    ),
  ];
}

function noneIsOpen(host) {
  const [first, again] = [passphrase(DRAFTS.passphrase, DRAFTS.hint(SHORTEST)), passphrase(DRAFTS.again)];
  const keep = async () => {
    const said = first.control.value;
    for (const field of [first, again]) field.clearProblem();
    if (said.length < SHORTEST) return refuse(first, DRAFTS.tooShort(SHORTEST));
    if (said !== again.control.value) return refuse(again, DRAFTS.differs);
    host.announce(DRAFTS.wait);
    await navigator.storage?.persist?.();
    if (!(await session.keep(said))) return refuse(first, DRAFTS.notSaved);
    await host.draftsAreKept();
    host.leaveTab();
    // Whoever has gone on meanwhile is not brought back.
    if (first.element.isConnected) host.again();
  };
  return [
    paragraph(DRAFTS.about),
    bullets(DRAFTS.threats),
    section(DRAFTS.keep, first.element, again.element, button(DRAFTS.keep, keep, { secondary: false })),
  ];
}

async function list(host, draw) {
  const kept = await swept().catch(() => []);
  if (kept.length === 0) return null;
  return section(DRAFTS.kept, kept.map((draft) => ofDevice(draft, host, draw)));
}

function ofDevice({ id, expires }, host, draw) {
  const field = passphrase(DRAFTS.itsPassphrase);
  const until = spokenMoment(asInLondon(new Date(expires).toISOString()));
  const open = async () => {
    field.clearProblem();
    host.announce(DRAFTS.wait);
    const copy = await session.unlock(id, field.control.value);
    if (copy === null) return refuse(field, DRAFTS.wrong);
    host.leaveTab();
    await host.openCopy(copy);
    session.opened();
  };
  const discard = async () => {
    await remove(id);
    host.announce(DRAFTS.deleted);
    draw();
  };
  return make(
    "div",
    { class: "rule" },
    make("p", null, make("strong", null, DRAFTS.until(until))),
    field.element,
    make(
      "div",
      { class: "govuk-button-group" },
      button(DRAFTS.open, open),
      linkButton(DRAFTS.delete, DRAFTS.until(until), discard),
    ),
  );
}

function passphrase(question, hint) {
  const field = text({ question, hint });
  field.control.type = "password";
  return field;
}

function refuse(field, problem) {
  field.showProblem(problem);
  field.focus();
}

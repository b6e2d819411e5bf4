// A copy of the case: downloaded today, opened again another day, every answer worked out anew.

import { SafeguardingError } from "safeguarding-rules";
import { everything } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { lastBeside } from "../parts/beside.js";
import { button, heading, make, paragraph, section, tag } from "../../pkg-config/npm/elements/parts/dom.js";
import { presentMoment, spokenMoment } from "../../pkg-config/npm/elements/parts/dates.js";
import { goTo, linkTo, restart } from "../parts/router.js";
import { offered, openCase, putBack } from "../parts/settings.js";
import { checkedAgain, copyOf } from "../out/copy.js";
import { download } from "../out/download.js";
import { COPY, EXPORTS, SHARED } from "../words.js";

const NAME = "copy";
const TITLE = COPY.title;

const fromFile = lastBeside();

let opened = null;
/** What is to be said of a file that was chosen. */
let refusedBecause = "";

export function copy() {
  return { name: NAME, title: TITLE, group: "guide", screen: (part) => ({ element: part === "opened" && opened ? whatChanged(opened) : choose() }) };
}

function choose() {
  const problem = make("p", { class: "govuk-error-message", role: "alert" }, refusedBecause);
  refusedBecause = "";
  const file = make("input", { class: "govuk-file-upload", id: "copy-file", type: "file", accept: ".json,application/json" });
  file.addEventListener("change", async () => {
    problem.textContent = "";
    try {
      open(await fromFile("copy", file.files[0]));
    } catch (error) {
      problem.textContent = error.message;
    }
  });
  return make(
    "div",
    null,
    heading(1, TITLE),
    paragraph(COPY.about),
    section(COPY.download, paragraph(COPY.notEncrypted), button(SHARED.downloadCopy, async () => download(EXPORTS.files.case, await copyOf(everything())), { secondary: false })),
    section(COPY.open, make("div", { class: "govuk-form-group" }, make("label", { class: "govuk-label", for: file.id }, COPY.choose), problem, file)),
  );
}

function open(copy) {
  const before = everything();
  try {
    // Each question reads its facts, strictly and whole, before anything of the file is taken.
    const answers = checkedAgain(copy.content);
    openCase(copy.content);
    opened = { ...copy, answers };
    restart(NAME, "opened");
    announce(COPY.announced);
  } catch {
    opened = null;
    refusedBecause = COPY.unknown;
    putBack(before);
    restart(NAME);
  }
}

/** What the file brings beside the case. Somebody who sent it may have put a number of their own in it. */
function beside({ content, settings }) {
  const offers = offered(settings);
  if (offers.length === 0) return null;
  const problem = make("div", { role: "alert" });
  const take = (offer) => {
    try {
      offer.take();
      opened = { ...opened, answers: checkedAgain(content) };
      restart(NAME, "opened");
      announce(COPY.taken);
    } catch (error) {
      if (!(error instanceof SafeguardingError)) throw error;
      problem.replaceChildren(make("p", { class: "govuk-error-message" }, COPY.packNotLoaded(error.message)));
    }
  };
  return section(
    COPY.beside,
    paragraph(COPY.besideAbout),
    problem,
    offers.map((offer) => make("div", { class: "rule" }, make("p", null, COPY.offers[offer.name](offer.value)), button(COPY.take(COPY.offers[offer.name](offer.value)), () => take(offer)))),
  );
}

function whatChanged(copy) {
  const { madeAt, isAsMade, leavesOut, answers } = copy;
  const changed = answers.filter(({ isSame }) => !isSame);
  return make(
    "div",
    null,
    heading(1, changed.length === 0 ? COPY.asItWas : COPY.changed),
    paragraph(COPY.madeOn(spokenMoment(madeAt))),
    isAsMade === false && make("p", { class: "govuk-inset-text" }, COPY.edited),
    isAsMade === null && make("p", { class: "govuk-inset-text" }, COPY.untold),
    madeAt > presentMoment().london && make("p", { class: "govuk-inset-text" }, COPY.fromTheFuture),
    leavesOut && make("p", { class: "govuk-inset-text" }, COPY.leavesOut),
    isAsMade && paragraph(COPY.notForged),
    beside(copy),
    answers.map(comparison),
    make("div", { class: "govuk-button-group" }, button(COPY.carryOn, () => goTo("guide"), { secondary: false }), linkTo(NAME, COPY.openAnother)),
  );
}

function comparison({ view, then, now, isSame, refusal, rulesChanged }) {
  if (isSame) return make("div", { class: "rule" }, make("p", null, now, " ", tag(COPY.before)), make("p", null, linkTo(view, COPY.showIt, "answer")));
  return make(
    "div",
    { class: "rule" },
    make("p", null, make("strong", null, COPY.then), then),
    make("p", null, make("strong", null, COPY.now), now ?? COPY.noAnswer(refusal), " ", tag(COPY.isChanged, "yellow")),
    rulesChanged && make("p", null, SHARED.rulesChanged),
    make("p", null, linkTo(view, COPY.showIt, "answer")),
  );
}

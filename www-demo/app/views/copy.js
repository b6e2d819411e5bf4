// A copy of the case: downloaded today, opened again another day, every answer worked out anew.

import { SafeguardingError } from "safeguarding-rules";
import { button, heading, make, paragraph, presentMoment, section, spokenMoment, tag } from "safeguarding-rules/parts";
import { everything } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { lastBeside } from "../parts/beside.js";
import { goTo, keptAsOfNow, linkTo, restart } from "../parts/router.js";
import { offered, openCase, putBack } from "../parts/settings.js";
import { checkedAgain, copyOf } from "../out/copy.js";
import { download } from "../out/download.js";
import { COPY, DRAFT, EXPORTS, SHARED } from "../words.js";

const NAME = "copy";
const TITLE = COPY.title;

const fromFile = lastBeside();

let opened = null;
/** What is to be said of a file that was chosen. */
let refusedBecause = "";

export function copy() {
  return {
    name: NAME,
    title: TITLE,
    group: "guide",
    screen: (part) => ({ element: part === "opened" && opened ? lookedAt(opened) : choose() }),
  };
}

function choose() {
  const problem = make("p", { class: "govuk-error-message", role: "alert" }, refusedBecause);
  refusedBecause = "";
  const file = make("input", {
    class: "govuk-file-upload",
    id: "copy-file",
    type: "file",
    accept: ".json,application/json",
  });
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
    section(
      COPY.download,
      paragraph(COPY.notEncrypted),
      button(SHARED.downloadCopy, async () => download(EXPORTS.files.case, await copyOf(everything())), {
        secondary: false,
      }),
    ),
    section(
      COPY.open,
      make(
        "div",
        { class: "govuk-form-group" },
        make("label", { class: "govuk-label", for: file.id }, COPY.choose),
        problem,
        file,
      ),
    ),
    paragraph(DRAFT.lead, linkTo("draft", DRAFT.title), "."),
  );
}

/** Opens a copy that did not come from a file: a draft that was unlocked. */
export async function openCopy(text) {
  open(await fromFile("copy", new File([text], EXPORTS.files.case)));
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
    offers.map((offer) =>
      make(
        "div",
        { class: "rule" },
        make("p", null, COPY.offers[offer.name](offer.value)),
        button(COPY.take(COPY.offers[offer.name](offer.value)), () => take(offer)),
      ),
    ),
  );
}

/** What a copy says is of now, also where the page stays open over midnight. */
function lookedAt(copy) {
  let { answers } = copy;
  const element = make("div", null, whatChanged(copy));
  return keptAsOfNow(element, () => {
    const again = checkedAgain(copy.content);
    if (JSON.stringify(again) === JSON.stringify(answers)) return false;
    answers = again;
    element.replaceChildren(whatChanged({ ...copy, answers }));
    return true;
  });
}

function whatChanged(copy) {
  const { madeAt, isAsMade, leavesOut, answers } = copy;
  return make(
    "div",
    null,
    heading(1, saidOf(answers)),
    paragraph(COPY.madeOn(spokenMoment(madeAt))),
    isAsMade === false && make("p", { class: "govuk-inset-text" }, COPY.edited),
    isAsMade === null && make("p", { class: "govuk-inset-text" }, COPY.untold),
    madeAt > presentMoment().london && make("p", { class: "govuk-inset-text" }, COPY.fromTheFuture),
    leavesOut && make("p", { class: "govuk-inset-text" }, COPY.leavesOut),
    isAsMade && paragraph(COPY.notForged),
    beside(copy),
    answers.map(comparison),
    make(
      "div",
      { class: "govuk-button-group" },
      button(COPY.carryOn, () => goTo("guide"), { secondary: false }),
      linkTo(NAME, COPY.openAnother),
    ),
  );
}

function saidOf(answers) {
  if (answers.length === 0) return COPY.withoutAnswers;
  if (answers.some(({ isAnother }) => isAnother)) return COPY.changed;
  return answers.every(({ isSame }) => isSame) ? COPY.asItWas : COPY.enteredSince;
}

function comparison({ view, then, now, isSame, isAnother, refusal, rulesChanged }) {
  if (!isAnother)
    return make(
      "div",
      { class: "rule" },
      make("p", null, now, " ", isSame ? tag(COPY.before) : tag(COPY.isEnteredSince, "yellow")),
      make("p", null, linkTo(view, COPY.showIt, "answer")),
    );
  return make(
    "div",
    { class: "rule" },
    make("p", null, make("strong", null, COPY.then), then),
    make("p", null, make("strong", null, COPY.now), now ?? COPY.noAnswer(refusal), " ", tag(COPY.isChanged, "yellow")),
    then === now && make("p", null, COPY.alike),
    rulesChanged && make("p", null, SHARED.rulesChanged),
    make("p", null, linkTo(view, COPY.showIt, "answer")),
  );
}

// A copy of the case: downloaded today, opened again another day, every answer worked out anew.

import { everything } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { button, heading, make, paragraph, section, tag } from "../../pkg-config/npm/elements/parts/dom.js";
import { spokenMoment } from "../../pkg-config/npm/elements/parts/dates.js";
import { goTo, linkTo, restart } from "../parts/router.js";
import { openCase } from "../parts/settings.js";
import { checkedAgain, copyOf, readCopy } from "../out/copy.js";
import { download } from "../out/download.js";

const NAME = "copy";
const TITLE = "A copy of this case";

let opened = null;

export function copy() {
  return { name: NAME, title: TITLE, group: "guide", screen: (part) => ({ element: part === "opened" && opened ? whatChanged(opened) : choose() }) };
}

function choose() {
  const problem = make("p", { class: "govuk-error-message", role: "alert" });
  const file = make("input", { class: "govuk-file-upload", id: "copy-file", type: "file", accept: ".json,application/json" });
  file.addEventListener("change", async () => {
    problem.textContent = "";
    try {
      await open(await file.files[0].text());
    } catch (error) {
      problem.textContent = error.message;
    }
  });
  return make(
    "div",
    null,
    heading(1, TITLE),
    paragraph("This page keeps nothing when you close it. A copy is a file on your device that carries the case to another day. Keep it where your organisation keeps such files, and delete it when it is no longer needed."),
    section("Download", paragraph("The file holds all that was entered. It is not encrypted: anybody who has the file can read it."), button("Download a copy", async () => download("case.json", await copyOf(everything())), { secondary: false })),
    section("Open", make("div", { class: "govuk-form-group" }, make("label", { class: "govuk-label", for: file.id }, "Choose a copy to open. It takes the place of what is entered now."), problem, file)),
  );
}

async function open(text) {
  const copy = await readCopy(text);
  // Before the answers are worked out again: some may rest on its packs.
  const refused = openCase(copy.content);
  opened = { ...copy, refused, answers: checkedAgain(copy.content) };
  restart(NAME, "opened");
  announce("The copy is open.");
}

function whatChanged({ madeAt, isAsMade, refused, answers }) {
  const changed = answers.filter(({ isSame }) => !isSame);
  return make(
    "div",
    null,
    heading(1, changed.length === 0 ? "The copy is open, and every answer is as it was" : "The copy is open, and answers have changed"),
    paragraph(`It was made on ${spokenMoment(madeAt)}. Each answer was worked out again, with the rules and the time of now.`),
    !isAsMade && make("p", { class: "govuk-inset-text" }, "This file is not as it was when it was downloaded. Check what is entered before you rely on it."),
    refused.map((message) => make("p", { class: "govuk-inset-text" }, `A pack that came with the copy was not loaded: ${message}`)),
    answers.map(comparison),
    make("div", { class: "govuk-button-group" }, button("Carry on", () => goTo("guide"), { secondary: false }), linkTo(NAME, "Open another copy")),
  );
}

function comparison({ view, then, now, isSame, refusal, rulesChanged }) {
  if (isSame) return make("div", { class: "rule" }, make("p", null, now, " ", tag("As before")), make("p", null, linkTo(view, "Show it", "answer")));
  return make(
    "div",
    { class: "rule" },
    make("p", null, make("strong", null, "Then: "), then),
    make("p", null, make("strong", null, "Now: "), now ?? `No answer. ${refusal}`, " ", tag("Changed", "yellow")),
    rulesChanged && make("p", null, "The rules changed since you got this answer. Check again."),
    make("p", null, linkTo(view, "Show it", "answer")),
  );
}

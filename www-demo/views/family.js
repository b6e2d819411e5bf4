// One page for the family: why information was shared, with whom, what happens next, how to correct it, how to complain.
// It is only made where the record says that they were told, and where telling them endangers nobody.

import { recordConsentBasis } from "safeguarding-rules";
import { areaField } from "../parts/areas.js";
import { everything, known } from "../parts/case.js";
import { presentMoment, spokenDate } from "../../pkg-config/npm/elements/parts/dates.js";
import { bullets, button, heading, make, paragraph, section } from "../../pkg-config/npm/elements/parts/dom.js";
import { text, yesNoNotSure } from "../../pkg-config/npm/elements/parts/fields.js";
import { form } from "../parts/form.js";
import { goTo, linkTo } from "../parts/router.js";

const NAME = "family";
const TITLE = "A page for the family";
const RECORD_SAYS_TOLD = "familyInformed";
const CONSENT = "consent-not-needed";

/** What must be a no before anything is put on paper: not known is not a no. */
const RISKS_ASKED = [
  { path: "family.tellingRisksHarm", question: "Could it put a child or anybody else at risk if they read this page?" },
  { path: "family.warnsSomebody", question: "Could it warn somebody who may have harmed a child?" },
];

/** What the case may know already that speaks against it, wherever it was answered. */
const RISKS_KNOWN = ["raisingRisksHarm", "parentsPoseRisk", "fiiConcern", "youngPersonOptsOutParents", "concerns.immediateProtectionNeeded", "concerns.penetrativeSexualAbuse"];

const TELL_NOTHING = "Tell the family nothing for now: no page, no letter, no message. Speak to children’s social care today, and agree who tells the family what, and when. The sharing itself does not wait.";
const RECORD_FIRST = "Make the record of sharing first. This page is only made where the record says that the family was told.";
const FOR_THE_READER = "Write it for the reader: plain words, nothing about anybody else, no address that they may not know.";

const ONWARD = [
  { name: "sharing", title: "Make or correct the record of sharing" },
  { name: "guide", title: "Plan a strategy meeting" },
  { name: NAME, title: "Change these answers" },
];

export function family() {
  const agreed = yesNoNotSure({ path: "family.leadAgrees", question: "Has whoever leads for children’s social care agreed that this family is told?", required: "Select yes if whoever leads has agreed" });
  const risks = RISKS_ASKED.map((risk) => yesNoNotSure({ ...risk, required: "Select no only if that is known" }));
  const area = areaField();
  const lines = lineFields();
  const gate = form({
    fields: () => [area, agreed, ...risks],
    parts: [area.element, agreed.element, risks.map((field) => field.element)],
    buttons: make("button", { type: "submit", class: "govuk-button" }, "Continue"),
    answer: () => goTo(NAME, "words"),
  });
  const words = form({
    fields: () => lines,
    parts: lines.map((field) => field.element),
    buttons: make("button", { type: "submit", class: "govuk-button" }, "Make the page"),
    answer: () => goTo(NAME, "page"),
  });
  const isFilledIn = () => lines.every((field) => field.read() !== undefined);

  function screen(part) {
    gate.recall();
    words.recall();
    if (!["words", "page"].includes(part) || area.read() === undefined) return { element: make("div", null, heading(1, TITLE), paragraph("Before anything is put on paper:"), gate.element) };
    const against = reasonsAgainst(agreed, risks);
    if (against.length > 0) return { element: notMade(against, area.read()), title: "This page is not made" };
    return part === "page" && isFilledIn() ? { element: page(lines) } : { element: make("div", null, heading(1, "What the page says"), paragraph(FOR_THE_READER), words.element), title: "What the page says" };
  }

  return { name: NAME, title: TITLE, group: "records", screen };
}

function lineFields() {
  return [
    text({ path: "family.what", question: "What was shared, in plain words?", rows: 3, required: "Enter what was shared" }),
    text({ path: "family.why", question: "Why was it shared?", rows: 3, required: "Enter why it was shared" }),
    text({ path: "family.withWhom", question: "With whom was it shared?", hint: "Agencies, separated by commas.", many: true, required: "Enter with whom it was shared" }),
    text({ path: "family.next", question: "What happens next?", rows: 3, required: "Enter what happens next" }),
    text({ path: "family.contact", question: "Whom can they ask?", hint: "A role and an office’s number, such as the team’s duty number.", required: "Enter whom they can ask" }),
    text({ path: "family.complaints", question: "Where can they complain?", hint: "Your organisation’s own way, with its number.", required: "Enter where they can complain" }),
  ];
}

// -------------------------------------------------------------------------------------------- whether it may be made

/** The last record of sharing that was made, unless what it says was changed since. */
function whatTheRecordSays() {
  const record = everything().answers.sharing;
  const recorded = record?.facts[RECORD_SAYS_TOLD];
  return record && recorded !== known(RECORD_SAYS_TOLD) ? "unknown" : recorded;
}

/** Why the page is not made, each with whether it speaks of danger; empty only where everything speaks for the page. */
function reasonsAgainst(agreed, risks) {
  const told = whatTheRecordSays();
  const isRisk = (path) => known(path) === true || (path.startsWith("concerns.") && known(path) === "unknown");
  return [
    told === undefined && { text: "There is no record yet that says whether the family was told." },
    told === "unknown" && { text: "The record does not say whether the family was told." },
    told === false && { text: "The record says that the family was not told.", isDanger: true },
    agreed.read() !== true && { text: "Nobody who leads is known to have agreed to it.", isDanger: true },
    risks.some((risk) => risk.read() !== false) && { text: "It is not known that telling them is safe.", isDanger: true },
    RISKS_KNOWN.some(isRisk) && { text: "Something that was answered for this case speaks of a risk.", isDanger: true },
  ].filter(Boolean);
}

function notMade(reasons, area) {
  const { cautions } = recordConsentBasis({ area });
  const said = cautions.find(({ code }) => code === CONSENT)?.text;
  const isDanger = reasons.some((reason) => reason.isDanger);
  return make(
    "div",
    { class: "answer" },
    heading(1, "This page is not made"),
    isDanger ? make("p", { class: "at-once" }, make("strong", null, TELL_NOTHING)) : paragraph(RECORD_FIRST),
    section("Why", bullets(reasons.map(({ text }) => text))),
    section("What the advice says", said && paragraph(said)),
    section("What to do", make("ul", { class: "govuk-list" }, ONWARD.map(({ name, title }) => make("li", null, linkTo(name, title))))),
  );
}

// ------------------------------------------------------------------------------------------------------------ the page

function page(lines) {
  const [what, why, withWhom, next, contact, complaints] = lines.map((field) => field.said());
  return make(
    "article",
    { class: "answer" },
    heading(1, "Information that was shared about your family"),
    section("What was shared", paragraph(what)),
    section("Why", paragraph(why)),
    section("With whom", bullets(withWhom.split(", "))),
    section("What happens next", paragraph(next)),
    section("If something is wrong", paragraph("Tell us what is not right, and ask for it to be corrected."), paragraph(`Ask: ${contact}`)),
    section("If you are not content with what was done", paragraph("You can complain."), paragraph(`Complain to: ${complaints}`)),
    paragraph(`Written on ${spokenDate(presentMoment().london.slice(0, 10))}.`),
    make(
      "div",
      { class: "govuk-button-group" },
      button("Print", () => window.print()),
      button("Change it", () => goTo(NAME, "words")),
    ),
  );
}

// One page for the family: why information was shared, with whom, what happens next, how to correct it, how to
// complain. It is only made where the record says that they were told, and where telling them endangers nobody.

import { recordConsentBasis } from "safeguarding-rules";
import {
  COMMON, bullets, button, heading, make, paragraph, presentMoment, section, spokenDate, text, yesNoNotSure,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { everything, known } from "../parts/case.js";
import { form } from "../parts/form.js";
import { goTo, linkTo, ofToday } from "../parts/router.js";
import { FAMILY, SHARED } from "../words.js";

const NAME = "family";
const TITLE = SHARED.familyPage;
const RECORD_SAYS_TOLD = "familyInformed";
const CONSENT = "consent-not-needed";

/** What must be a no before anything is put on paper: not known is not a no. */
const RISKS_ASKED = [
  { path: "family.tellingRisksHarm", question: FAMILY.safety.risk },
  { path: "family.warnsSomebody", question: FAMILY.safety.warning },
];

/** What the case may know already that speaks against it, wherever it was answered. */
const RISKS_KNOWN = [
  "raisingRisksHarm", "parentsPoseRisk", "fiiConcern", "youngPersonOptsOutParents",
  "concerns.immediateProtectionNeeded", "concerns.penetrativeSexualAbuse",
];

const TELL_NOTHING = FAMILY.tellNothing;
const RECORD_FIRST = FAMILY.recordFirst;
const FOR_THE_READER = FAMILY.forTheReader;

const ONWARD = [
  { name: "sharing", title: FAMILY.instead.sharing },
  { name: "guide", title: SHARED.planStrategy },
  { name: NAME, title: FAMILY.instead.answers },
];

export function family() {
  const agreed = yesNoNotSure({
    path: "family.leadAgrees",
    question: FAMILY.leaderAgreed,
    required: FAMILY.leaderRequired,
  });
  const risks = RISKS_ASKED.map((risk) => yesNoNotSure({ ...risk, required: FAMILY.safetyRequired }));
  const area = areaField();
  const lines = lineFields();
  const gate = form({
    fields: () => [area, agreed, ...risks],
    parts: [area.element, agreed.element, risks.map((field) => field.element)],
    buttons: make("button", { type: "submit", class: "govuk-button" }, SHARED.continue),
    answer: () => goTo(NAME, "words"),
  });
  const words = form({
    fields: () => lines,
    parts: lines.map((field) => field.element),
    buttons: make("button", { type: "submit", class: "govuk-button" }, FAMILY.make),
    answer: () => goTo(NAME, "page"),
  });
  const isFilledIn = () => lines.every((field) => field.read() !== undefined);

  function screen(part) {
    gate.recall();
    words.recall();
    if (!["words", "page"].includes(part) || area.read() === undefined)
      return { element: make("div", null, heading(1, TITLE), paragraph(FAMILY.before), gate.element) };
    const against = reasonsAgainst(agreed, risks);
    if (against.length > 0) return { element: notMade(against, area.read()), title: FAMILY.notMade };
    return part === "page" && isFilledIn()
      ? { element: ofToday(() => page(lines)) }
      : {
          element: make("div", null, heading(1, FAMILY.whatItSays), paragraph(FOR_THE_READER), words.element),
          title: FAMILY.whatItSays,
        };
  }

  return { name: NAME, title: TITLE, group: "records", screen };
}

function lineFields() {
  return [
    text({ path: "family.what", question: FAMILY.shared, rows: 3, required: FAMILY.sharedRequired }),
    text({ path: "family.why", question: FAMILY.whyShared, rows: 3, required: FAMILY.whyRequired }),
    text({
      path: "family.withWhom",
      question: FAMILY.withWhom,
      hint: FAMILY.withWhomHint,
      many: true,
      required: FAMILY.withWhomRequired,
    }),
    text({ path: "family.next", question: FAMILY.next, rows: 3, required: FAMILY.nextRequired }),
    text({
      path: "family.contact",
      question: FAMILY.contact,
      hint: FAMILY.contactHint,
      required: FAMILY.contactRequired,
    }),
    text({
      path: "family.complaints",
      question: FAMILY.complaints,
      hint: FAMILY.complaintsHint,
      required: FAMILY.complaintsRequired,
    }),
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
    told === undefined && { text: FAMILY.reasons.noRecord },
    told === "unknown" && { text: FAMILY.reasons.notSaid },
    told === false && { text: FAMILY.reasons.notInformed, isDanger: true },
    agreed.read() !== true && { text: FAMILY.reasons.nobodyAgreed, isDanger: true },
    risks.some((risk) => risk.read() !== false) && { text: FAMILY.reasons.notSafe, isDanger: true },
    RISKS_KNOWN.some(isRisk) && { text: FAMILY.reasons.risk, isDanger: true },
  ].filter(Boolean);
}

function notMade(reasons, area) {
  const { cautions } = recordConsentBasis({ area });
  const said = cautions.find(({ code }) => code === CONSENT)?.text;
  const isDanger = reasons.some((reason) => reason.isDanger);
  return make(
    "div",
    { class: "answer" },
    heading(1, FAMILY.notMade),
    isDanger ? make("p", { class: "at-once" }, make("strong", null, TELL_NOTHING)) : paragraph(RECORD_FIRST),
    section(COMMON.why, bullets(reasons.map(({ text }) => text))),
    section(FAMILY.advice, said && paragraph(said)),
    section(
      FAMILY.whatToDo,
      make(
        "ul",
        { class: "govuk-list" },
        ONWARD.map(({ name, title }) => make("li", null, linkTo(name, title))),
      ),
    ),
  );
}

// ------------------------------------------------------------------------------------------------------------ the page

function page(lines) {
  const [what, why, withWhom, next, contact, complaints] = lines.map((field) => field.said());
  return make(
    "article",
    { class: "answer" },
    heading(1, FAMILY.title),
    section(SHARED.whatWasShared, paragraph(what)),
    section(COMMON.why, paragraph(why)),
    section(FAMILY.parts.withWhom, bullets(withWhom.split(", "))),
    section(FAMILY.parts.next, paragraph(next)),
    section(FAMILY.parts.wrong, paragraph(FAMILY.tellUs), paragraph(FAMILY.ask(contact))),
    section(FAMILY.parts.notContent, paragraph(FAMILY.canComplain), paragraph(FAMILY.complainTo(complaints))),
    paragraph(FAMILY.writtenOn(spokenDate(presentMoment().london.slice(0, 10)))),
    make(
      "div",
      { class: "govuk-button-group" },
      button(SHARED.print, () => window.print()),
      button(FAMILY.changeIt, () => goTo(NAME, "words")),
    ),
  );
}

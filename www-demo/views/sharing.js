// Basis for sharing: the record of what was shared, with whom and why. No basis is chosen beforehand.

import { describePacks, recordConsentBasis } from "safeguarding-rules";
import { areaField } from "../parts/areas.js";
import { bullets, button, heading, make, paragraph, section, summaryList, tag } from "../../pkg-config/npm/elements/parts/dom.js";
import { fieldAt } from "../parts/facts.js";
import { choice, moment, text, yesNoNotSure } from "../../pkg-config/npm/elements/parts/fields.js";
import { questionPage } from "../parts/question-page.js";
import { placeOf } from "../../pkg-config/npm/elements/parts/rules.js";
import { spokenMoment } from "../../pkg-config/npm/elements/parts/dates.js";

const PACKS_OF_RECORDS = ["information-sharing"];
const HAMPSHIRE = "hampshire";

const CONTROLLERS = [
  { value: "local-authority", label: "Local authority" },
  { value: "police", label: "Police" },
  { value: "nhs", label: "NHS body" },
  { value: "maintained-school", label: "School maintained by public money" },
  { value: "voluntary-organisation", label: "Voluntary organisation or charity" },
  { value: "private-organisation", label: "Private organisation" },
  { value: "another", label: "Another" },
];

export function sharing() {
  const state = freshState();
  return questionPage({
    name: "sharing",
    title: "Basis for sharing",
    submitText: "Make the record",
    begin: () => begin(state),
    decide: (facts) => recordConsentBasis({ ...facts, corrects: state.handedOut }),
    show: (shown) => show(state, shown),
    onCopied: (decision) => handOut(state, decision),
  });
}

/** `handedOut` is the id of a record that was downloaded or copied: a later change corrects it by name. */
function freshState() {
  return { handedOut: undefined };
}

function handOut(state, { answer }) {
  state.handedOut = answer.record.id;
}

// ----------------------------------------------------------------------------------------------------------- the form

function begin(state) {
  Object.assign(state, freshState());
  const asked = questionsByPath();
  const question = (path) => asked.get(path);
  const is = (field, value) => () => field.isAsked && field.read() === value;
  const line = (path, settings) => text({ path, question: question(path), ...settings });
  const threeWay = (path, settings) => yesNoNotSure({ path, question: question(path), ...settings });

  const area = areaField();
  const sought = threeWay("consentSought");
  const told = threeWay("familyInformed");
  const agreement = threeWay("agreementSought", { onlyIf: is(told, false) });
  const special = threeWay("specialCategory");
  const offences = threeWay("criminalOffenceData");
  const parts = [
    [area],
    ["What was shared", threeWay("childAtRisk"), threeWay("highRisk"),
      line("informationShared", { rows: 3, hint: "Say what kind of information, without names." }),
      line("facts", { rows: 2 }),
      text({ path: "opinion", question: "What in it is opinion?", rows: 2 }),
      line("sharedWith", { many: true, hint: "Agencies or roles, separated by commas." }),
      line("purpose"),
      moment({ path: "date", question: "When was it shared? (optional)", hint: "Only where it was not the day of the decision.", name: "date it was shared", withTime: false })],
    ["Why it was right to share", line("necessary", { rows: 2 }), line("proportionate", { rows: 2 }), line("relevant", { rows: 2 })],
    ["Consent", sought,
      threeWay("consentGiven", { onlyIf: is(sought, true) }),
      line("reasoningNotSought", { rows: 2, onlyIf: is(sought, false) }),
      yesNoNotSure({ path: "consentToMeeting", question: "Was the meeting itself agreed to?" }),
      yesNoNotSure({ path: "consentToEngage", question: "Was taking part agreed to?" }),
      choice({
        path: "issue",
        question: "What is the meeting about?",
        options: [
          { value: "engagement-difficulty", label: "Difficulty with the parents’ engagement" },
          { value: "complex-matters", label: "Complex matters, to build a fuller picture" },
          { value: "something-else", label: "Something else" },
        ],
        onlyIf: () => area.read() === HAMPSHIRE,
      })],
    ["The family", told,
      line("reasonNotInformed", { rows: 2, onlyIf: is(told, false) }),
      agreement,
      choice({
        path: "agreementOutcome",
        question: question("agreementOutcome"),
        options: [
          { value: "agreed", label: "All agreed" },
          { value: "partly-agreed", label: "Some agreed" },
          { value: "not-agreed", label: "They did not agree" },
        ],
        onlyIf: is(agreement, true),
      }),
      line("agreedBy", { hint: "Roles or agencies, not names.", onlyIf: is(agreement, true) })],
    ["The data", choice({ path: "controller", question: "Who holds the information?", options: CONTROLLERS }), special, offences],
    ["The decision", line("decidedBy", { hint: "A role, not a name." }), moment({ path: "decidedAt", question: question("decidedAt"), name: "date it was decided" })],
  ];
  // Which basis is relied on is asked beside the bases to consider, with the answer.
  const chosenLater = ["lawfulBasis", "art9Condition", "criminalCondition"].map((path) => laterChoice(path, question(path)));
  const fields = parts.flat().filter((part) => typeof part !== "string");
  return {
    fields: () => [...fields, ...chosenLater],
    parts: [reminder(), parts.flatMap((part) => part.map((item) => (typeof item === "string" ? heading(2, item) : item.element)))],
  };
}

/** A record's own question comes before what a meeting asks at the same path; of two in one pack the first is its own. */
function questionsByPath() {
  const asked = (scope) => describePacks(scope).facts.map(({ path, question }) => [path, question]).reverse();
  return new Map([...asked({}), ...asked({ packs: PACKS_OF_RECORDS })]);
}

/** The library's own word on consent, before anything is asked. */
function reminder() {
  const { cautions } = recordConsentBasis({ packs: PACKS_OF_RECORDS });
  const text = cautions.find(({ code }) => code === "consent-not-needed")?.text;
  return text && make("p", { class: "govuk-inset-text" }, text);
}

/** A value that is chosen with the answer and kept with the form. */
function laterChoice(path, label) {
  let value;
  let spoken;
  return {
    path,
    label,
    element: make("div"),
    isAsked: true,
    read: () => value,
    fact: () => value,
    said: () => spoken ?? null,
    set: (chosen, words) => {
      value = chosen;
      spoken = words;
    },
    problem: () => null,
    clearProblem: () => {},
    showProblem: () => {},
  };
}

// --------------------------------------------------------------------------------------------------------- the answer

function show(state, { decision, facts, fields, again }) {
  const { answer } = decision;
  const { record } = answer;
  const pick = (path, bases) => basisChoice(fieldAt(fields, path), bases, decision, again);
  const pickIf = (needed, path, bases) => (needed ? pick(path, bases) : basesList(bases));
  const isOffence = ({ article }) => article.startsWith("Article 10 ");
  return {
    title: answer.heading,
    top: [
      make("p", { class: "tags" }, tag(record.complete ? "Complete" : "Not complete", record.complete ? "blue" : "yellow")),
      toRecord("Missing", record, record.missing),
      toRecord("Good practice adds", record, record.recommended),
    ],
    middle: [
      family(answer),
      section("Lawful bases to consider", pick("lawfulBasis", answer.lawfulBases)),
      section(
        "Conditions to consider",
        pickIf(facts.specialCategory === true, "art9Condition", answer.conditions.filter((condition) => !isOffence(condition))),
        pickIf(facts.criminalOffenceData === true, "criminalCondition", answer.conditions.filter(isOffence)),
      ),
      section("Bases not open here", basesList(answer.basesExcluded)),
    ],
    afterReasons: theRecord(record),
    extraButtons: downloadButton(state, decision),
  };
}

function basesList(bases) {
  return bases.length > 0 && bullets(bases.map(({ label, article, why, reason }) => `${label} (${article}): ${reason ?? why}`));
}

function toRecord(title, { toRecord }, paths) {
  return section(title, paths.length > 0 && bullets(toRecord.filter(({ path }) => paths.includes(path)).map(({ question }) => question)));
}

const FAMILY = {
  inform: "Tell the family, or record why not.",
  "exception-recorded": "The family was not told. The reason is on record.",
  "exception-to-record": "The family was not told. Record why.",
};

function family({ informFamily, preconditionMet }) {
  const met = preconditionMet === true ? "The condition for going ahead without the family knowing is met." : "The condition for going ahead without the family knowing is not met yet.";
  return section("The family", paragraph(FAMILY[informFamily]), preconditionMet !== null && paragraph(met));
}

/** The bases with why, and the question which of them is relied on: none chosen beforehand, none for the controller. */
function basisChoice(later, bases, decision, again) {
  if (bases.length === 0) return null;
  const field = choice({
    path: later.path,
    question: later.label,
    options: bases.map((basis) => ({ value: basis.id, label: basis.label, hint: basisHint(basis, decision) })),
  });
  field.set(later.read());
  const keep = () => {
    later.set(field.read(), field.said());
    again();
  };
  return make("div", { class: "basis-choice not-in-notes" }, field.element, button("Record the one relied on", keep));
}

function basisHint({ article, why, recommended }, decision) {
  return [
    make("span", { class: "pack-label" }, why),
    make("span", { class: "pack-label" }, article),
    recommended && make("span", { class: "pack-label" }, `Recommended: ${placeOf(decision, recommended)}`),
  ].filter(Boolean);
}

function theRecord({ id, createdAt, corrects, hash }) {
  const rows = [
    ["Record", id],
    ["Made", createdAt && spokenMoment(createdAt)],
    ["Corrects", corrects],
    ["SHA-256", hash],
  ];
  return section("The record", summaryList(rows.filter(([, value]) => value)));
}

/** The canonical record as a file of this device: the hash is of exactly these bytes. */
function downloadButton(state, decision) {
  const { id, canonical } = decision.answer.record;
  const download = () => {
    const address = URL.createObjectURL(new Blob([canonical], { type: "application/json" }));
    make("a", { href: address, download: `sharing-record-${id}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    handOut(state, decision);
  };
  return button("Download the record", download);
}

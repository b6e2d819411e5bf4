// Basis for sharing, in three short pages: the record of what was shared, with whom and why. No basis is chosen
// beforehand.

import { describePacks, recordConsentBasis } from "safeguarding-rules";
import {
  RECORD, bullets, button, choice, heading, make, moment, placeOf, section, spokenMoment, summaryList, tag, text,
  yesNoNotSure,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { part } from "../parts/case.js";
import { factsOf, fieldAt } from "../parts/facts.js";
import { firstFew, inShort } from "../parts/in-short.js";
import { questionPage } from "../parts/question-page.js";
import { download } from "../out/download.js";
import { SHARED, SHARING } from "../words.js";

const PACKS_OF_RECORDS = ["information-sharing"];
const HAMPSHIRE = "hampshire";

const REASON_NEEDED = SHARING.reasonRequired;

const CONTROLLERS = [
  { value: "local-authority", label: SHARING.holders.localAuthority },
  { value: "police", label: SHARING.holders.police },
  { value: "nhs", label: SHARING.holders.nhs },
  { value: "maintained-school", label: SHARING.holders.school },
  { value: "voluntary-organisation", label: SHARING.holders.voluntary },
  { value: "private-organisation", label: SHARING.holders.private },
  { value: "another", label: SHARED.another },
];

export function sharing() {
  const state = part("sharing", freshState);
  const fields = allFields();
  const step = (name, title, parts, settings) => {
    const own = parts.flat().filter((one) => typeof one !== "string");
    const laid = parts.flatMap((group) =>
      group.map((one) => (typeof one === "string" ? heading(2, one) : one.element)),
    );
    return {
      name,
      title,
      begin: () => ({ fields: () => own, parts: laid }),
      next: () => refuseEarly(own),
      ...settings,
    };
  };
  const decision = step("why", SHARING.steps.why, fields.why, { submitText: SHARED.makeTheRecord, next: undefined });
  const { begin } = decision;
  // Which basis is relied on is asked beside the bases to consider, with the answer.
  decision.begin = () => ({ ...begin(), fields: () => [...begin().fields(), ...fields.later] });
  return questionPage({
    name: "sharing",
    title: SHARED.basisForSharing,
    group: "records",
    steps: [
      step("what", SHARING.steps.what, fields.what, { before: reminder }),
      step("consent", SHARING.steps.consent, fields.consent),
      decision,
    ],
    question: "recordConsentBasis",
    withMore: (facts) => ({ ...facts, corrects: state.handedOut }),
    show: (shown) => show(state, shown),
    onCopied: (decision) => handOut(state, decision),
  });
}

/** What the library refuses is said on the page on which it stands. */
function refuseEarly(fields) {
  recordConsentBasis(factsOf(fields));
  return false;
}

/** `handedOut` is the id of a record that was downloaded or copied: a later change corrects it by name. */
function freshState() {
  return { handedOut: undefined };
}

function handOut(state, { answer }) {
  state.handedOut = answer.record.id;
}

// ----------------------------------------------------------------------------------------------------------- the form

/** The fields of the three pages, and those that are chosen later. */
function allFields() {
  const asked = questionsByPath();
  const question = (path) => asked.get(path);
  const is = (field, value) => () => field.isAsked && field.read() === value;
  const line = (path, settings) => text({ path, question: question(path), ...settings });
  const threeWay = (path, settings) => yesNoNotSure({ path, question: question(path), ...settings });

  const area = areaField();
  const sought = threeWay("consentSought");
  const told = threeWay("familyInformed");
  const agreement = threeWay("agreementSought", { onlyIf: is(told, false) });
  const why = line("reasoningNotSought", { rows: 2, onlyIf: is(sought, false) });
  why.problem = () => (why.read() === undefined && isNeeded(area.read(), why.path) ? REASON_NEEDED : null);
  const issue = choice({
    path: "issue",
    question: SHARING.topic.question,
    options: [
      { value: "engagement-difficulty", label: SHARING.topic.engagement },
      { value: "complex-matters", label: SHARING.topic.complex },
      { value: "something-else", label: SHARING.topic.else },
    ],
    onlyIf: () => area.read() === HAMPSHIRE,
  });
  const outcome = choice({
    path: "agreementOutcome",
    question: question("agreementOutcome"),
    options: [
      { value: "agreed", label: SHARED.allAgreed },
      { value: "partly-agreed", label: SHARED.someAgreed },
      { value: "not-agreed", label: SHARED.notAgreed },
    ],
    onlyIf: is(agreement, true),
  });
  return {
    what: [
      [area, threeWay("childAtRisk"), threeWay("highRisk")],
      [line("informationShared", { rows: 3, hint: SHARING.withoutNames })],
      [line("sharedWith", { many: true, hint: SHARING.sharedWithHint }), line("purpose")],
      [line("facts", { rows: 2 }), text({ path: "opinion", question: SHARING.opinion, rows: 2 })],
      [
        moment({
          path: "date",
          question: SHARING.when,
          hint: SHARING.whenHint,
          name: SHARING.whenDate,
          withTime: false,
        }),
      ],
    ],
    consent: [
      [SHARING.parts.consent, sought, threeWay("consentGiven", { onlyIf: is(sought, true) }), why],
      [yesNoNotSure({ path: "consentToMeeting", question: SHARING.meetingAgreed })],
      [yesNoNotSure({ path: "consentToEngage", question: SHARING.takingPartAgreed }), issue],
      [SHARING.parts.family, told, line("reasonNotInformed", { rows: 2, onlyIf: is(told, false) })],
      [agreement, outcome, line("agreedBy", { hint: SHARING.agreedByHint, onlyIf: is(agreement, true) })],
    ],
    why: [
      [line("necessary", { rows: 2 }), line("proportionate", { rows: 2 }), line("relevant", { rows: 2 })],
      [SHARING.parts.data, choice({ path: "controller", question: SHARING.holder, options: CONTROLLERS })],
      [threeWay("specialCategory"), threeWay("criminalOffenceData")],
      [SHARING.parts.decision, line("decidedBy", { hint: SHARED.aRole })],
      [moment({ path: "decidedAt", question: question("decidedAt"), name: SHARING.decidedDate })],
    ],
    later: ["lawfulBasis", "art9Condition", "criminalCondition"].map((path) => laterChoice(path, question(path))),
  };
}

/** Where an area's documents ask for it, no record is made without it. */
function isNeeded(area, path) {
  return area !== undefined && recordConsentBasis({ area, consentSought: false }).answer.record.missing.includes(path);
}

/**
 * A record's own question comes before what a meeting asks at the same path; of two in one pack the first is its own.
 */
function questionsByPath() {
  const asked = (scope) =>
    describePacks(scope)
      .facts.map(({ path, question }) => /** @type {const} */ ([path, question]))
      .reverse();
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
    card: [
      heading(1, answer.heading),
      make(
        "p",
        { class: "tags" },
        tag(record.complete ? RECORD.complete : RECORD.open, record.complete ? "blue" : "yellow"),
      ),
      inShort([SHARING.parts.family, family(answer)], [SHARING.missing, firstFew(questionsAt(record, record.missing))]),
    ],
    folds: [
      section(SHARING.missing, record.missing.length > 0 && bullets(questionsAt(record, record.missing))),
      section(SHARING.goodPractice, record.recommended.length > 0 && bullets(questionsAt(record, record.recommended))),
      section(SHARING.bases, pick("lawfulBasis", answer.lawfulBases)),
      section(
        SHARING.conditions,
        pickIf(
          facts.specialCategory === true,
          "art9Condition",
          answer.conditions.filter((condition) => !isOffence(condition)),
        ),
        pickIf(facts.criminalOffenceData === true, "criminalCondition", answer.conditions.filter(isOffence)),
      ),
      section(RECORD.excluded, basesList(answer.basesExcluded)),
      theRecord(record),
    ],
    extraButtons: downloadButton(state, decision),
  };
}

function basesList(bases) {
  return (
    bases.length > 0 &&
    bullets(bases.map(({ label, article, why, reason }) => `${label} (${article}): ${reason ?? why}`))
  );
}

function questionsAt({ toRecord }, paths) {
  return toRecord.filter(({ path }) => paths.includes(path)).map(({ question }) => question);
}

const FAMILY = {
  inform: SHARING.family.inform,
  "not-yet": SHARING.family.notYet,
  "exception-recorded": SHARING.family.recorded,
  "exception-to-record": SHARING.family.toRecord,
};

function family({ informFamily, preconditionMet }) {
  const met = preconditionMet === true ? SHARING.preconditionMet : SHARING.preconditionNotMet;
  return [FAMILY[informFamily], preconditionMet !== null && met].filter(Boolean).join(" ");
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
    again(later);
  };
  return make("div", { class: "basis-choice not-in-notes" }, field.element, button(SHARING.recordBasis, keep));
}

function basisHint({ article, why, recommended }, decision) {
  return [
    make("span", { class: "pack-label" }, why),
    make("span", { class: "pack-label" }, article),
    recommended && make("span", { class: "pack-label" }, RECORD.recommended(placeOf(decision, recommended))),
  ].filter(Boolean);
}

function theRecord({ id, createdAt, corrects, hash }) {
  const rows = [
    [RECORD.id, id],
    [RECORD.made, createdAt && spokenMoment(createdAt)],
    [SHARING.corrects, corrects],
    [RECORD.hash, hash],
  ];
  return section(RECORD.title, summaryList(rows.filter(([, value]) => value)));
}

/** The canonical record as a file of this device: the hash is of exactly these bytes. */
function downloadButton(state, decision) {
  const { id, canonical } = decision.answer.record;
  const hand = () => {
    download(SHARING.file(id), canonical);
    handOut(state, decision);
  };
  return button(SHARING.download, hand);
}

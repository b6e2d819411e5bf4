// The rule book: what each document says, rule by rule; how two of them differ; and words that have gone out of use.

import { describePacks, listMessages, listRules } from "safeguarding-rules";
import {
  DEADLINES, RULES, button, choice, contents, details, dutyTag, heading, make, paragraph, section, spokenDate,
  summaryList, table, tag,
} from "safeguarding-rules/parts";
import { announce } from "../parts/announce.js";
import { lastBeside } from "../parts/beside.js";
import { titleOf } from "../parts/meetings.js";
import { clearProblems, showProblems } from "../parts/problems.js";
import { addressOf, linkTo } from "../parts/router.js";
import { loadedPacks } from "../parts/settings.js";
import { MESSAGES, RULE_BOOK, SHARED } from "../words.js";

const NAME = "rules";
const TITLE = SHARED.rules;
const COMPARE = "compare";
const GLOSSARY = "glossary";
const LONGEST_SEARCH = 8_000;
const PAUSE_IN_MS = 500;
const NONE_FOUND = SHARED.noRule;
const OBSOLETE = /\.obsolete-term-/;

/** The questions of the library by their names, and the view of this page that answers each. */
const QUESTIONS = {
  edition: { title: RULE_BOOK.questions.editions },
  "classify-concern": { title: RULE_BOOK.questions.howSoon, view: "guide" },
  "list-attendees": { title: RULE_BOOK.questions.who, view: "who" },
  "check-action": { title: SHARED.actions, view: "actions" },
  "record-consent-basis": { title: RULE_BOOK.questions.record, view: "sharing" },
  "lawful-basis": { title: RULE_BOOK.questions.bases, view: "sharing" },
  "choose-meeting": { title: RULE_BOOK.questions.which, view: "which" },
  "list-deadlines": { title: DEADLINES.caption, view: "guide" },
  "make-checklist": { title: RULE_BOOK.questions.ready, view: "checklists" },
  "resolve-disagreement": { title: SHARED.disagreement, view: "disagreement" },
  "report-quarter": { title: SHARED.theQuarter, view: "quarter" },
};

/** `flow` draws the rules of a pack that lead from conditions to a time. */
export function rules(flow) {
  return { name: NAME, title: TITLE, group: NAME, screen: (part) => screen(part, flow) };
}

/** `part` is a pack's id, a rule's id, or one of the pages beside the book. */
function screen(part, flow) {
  if (part === COMPARE) return { element: comparison(), title: RULE_BOOK.compareTitle };
  if (part === GLOSSARY) return { element: glossary(), title: RULE_BOOK.glossaryTitle };
  const { packs } = describePacks();
  const { rules } = listRules();
  const asked = part && decodeURIComponent(part);
  const entry = rules.find(({ rule }) => rule.id === asked);
  const pack = packs.find(({ id }) => id === (entry?.pack ?? asked));
  if (!pack) return { element: contentsPage(packs, rules) };
  return { element: book(pack, rules.filter((rule) => rule.pack === pack.id), entry, flow), title: pack.title };
}

// ------------------------------------------------------------------------------------------------ all of the documents

function contentsPage(packs, rules) {
  const count = ({ id }) => rules.filter(({ pack }) => pack === id).length;
  return make(
    "div",
    null,
    heading(1, TITLE),
    search(rules),
    section(
      RULE_BOOK.documents,
      packs.map((pack) =>
        make(
          "div",
          { class: "rule" },
          make("p", null, linkTo(NAME, pack.title, pack.id)),
          make("p", null, pack.label),
          make("p", { class: "quiet" }, RULE_BOOK.pack(count(pack), pack.version)),
        ),
      ),
    ),
    section(
      RULE_BOOK.beside,
      make(
        "ul",
        { class: "govuk-list" },
        make("li", null, linkTo(NAME, RULE_BOOK.compareTitle, COMPARE)),
        make("li", null, linkTo(NAME, RULE_BOOK.glossaryTitle, GLOSSARY)),
      ),
    ),
  );
}

/** Finds rules by words in their sentence, place, operative words or id; says how many after a pause. */
function search(rules) {
  const input = make("input", {
    class: "govuk-input",
    id: "search",
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: LONGEST_SEARCH,
  });
  const found = make("div");
  let timer;
  const show = () => {
    const words = wordsOf(input.value);
    const hits = bestFor(words, rules);
    const said = SHARED.numberOfRules(hits.length);
    found.replaceChildren(
      ...contents(
        words.length > 0 && [
          input.value.length >= LONGEST_SEARCH && paragraph(RULE_BOOK.longest),
          heading(2, said),
          hits.length > 0
            ? make(
                "ul",
                { class: "rules" },
                hits.map((entry) => item(entry, { withDocument: true })),
              )
            : paragraph(NONE_FOUND),
        ],
      ),
    );
    clearTimeout(timer);
    timer = setTimeout(
      () => words.length > 0 && announce(hits.length > 0 ? RULE_BOOK.found(said) : NONE_FOUND),
      PAUSE_IN_MS,
    );
  };
  input.addEventListener("input", show);
  return make(
    "div",
    { role: "search" },
    make(
      "div",
      { class: "govuk-form-group" },
      make("label", { class: "govuk-label govuk-label--s", for: "search" }, RULE_BOOK.search),
      make("div", { class: "govuk-hint" }, RULE_BOOK.searchHint),
      input,
    ),
    found,
  );
}

/** Words as typed, without the s of several, so that "chairs" finds the chair. */
function wordsOf(typed) {
  return typed
    .slice(0, LONGEST_SEARCH)
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/(?<=\w{3})s$/, ""));
}

/** The rules that hold the most of the words. */
function bestFor(words, rules) {
  const scored = rules.map((entry) => ({ entry, score: words.filter((word) => textOf(entry).includes(word)).length }));
  const best = Math.max(...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ entry }) => entry);
}

function textOf({ rule }) {
  return [rule.id, rule.sentence, rule.place, rule.words, rule.document].join(" ").toLowerCase();
}

// -------------------------------------------------------------------------------------------------------- one document

function book(pack, entries, asked, flow) {
  const element = make(
    "div",
    null,
    make("p", null, make("a", { class: "govuk-back-link", href: addressOf(NAME) }, RULE_BOOK.allRules)),
    heading(1, pack.title),
    make(
      "div",
      { class: "govuk-inset-text" },
      paragraph(pack.label),
      paragraph(SHARED.lastChecked(spokenDate(pack.checkedOn))),
    ),
    changes(pack),
    flow(entries),
    Object.entries(QUESTIONS).map(([question, { title }]) =>
      chapter(
        title,
        entries.filter((entry) => entry.question === question),
      ),
    ),
  );
  /** @type {HTMLElement | null} */
  const wanted = asked && element.querySelector(`[data-rule="${asked.rule.id}"]`);
  // The view gets the focus at its heading; a rule that was asked for is brought into sight after that.
  if (wanted) setTimeout(() => {
    wanted.scrollIntoView();
    wanted.focus();
  });
  return element;
}

function changes({ editions, supersededBy }) {
  const rows = editions.map(({ cites, replacedBy }) => [cites, replacedBy ?? RULE_BOOK.stillCurrent]);
  return section(
    RULE_BOOK.changedSince,
    rows.length > 0 ? summaryList(rows) : supersededBy && paragraph(RULE_BOOK.replacedBy(supersededBy)),
  );
}

function chapter(title, entries) {
  return section(title, entries.length > 0 && make("ul", { class: "rules" }, entries.map((entry) => item(entry))));
}

function item({ rule, question, when, unless, since, until, insteadOf }, { withDocument = false } = {}) {
  const { view } = QUESTIONS[question];
  const validity = [since && RULE_BOOK.from(spokenDate(since)), until && RULE_BOOK.until(spokenDate(until))]
    .filter(Boolean)
    .join(" ");
  return make(
    "li",
    { class: "rule", "data-rule": rule.id, tabindex: "-1" },
    make(
      "p",
      null,
      rule.sentence,
      " ",
      dutyTag(rule.force),
      " ",
      validity && tag(RULE_BOOK.inForce(validity), "yellow"),
    ),
    rule.words && make("p", null, RULES.documentSays, make("q", { class: "words" }, rule.words)),
    make(
      "p",
      { class: "quiet source" },
      withDocument ? RULES.source(rule.document, rule.place, rule.id) : RULES.sourceIn(rule.place, rule.id),
    ),
    rule.reading && make("p", { class: "quiet" }, RULES.reading(rule.reading)),
    insteadOf.length > 0 && make("p", { class: "quiet" }, RULE_BOOK.insteadOf(insteadOf.join(", "))),
    conditions(RULE_BOOK.onlyWhere, when),
    conditions(RULE_BOOK.notWhere, unless),
    view &&
      make(
        "p",
        { class: "quiet" },
        linkTo(view, RULE_BOOK.tryIt),
        make("span", { class: "govuk-visually-hidden" }, ` ${RULE_BOOK.withRule(rule.id)}`),
      ),
  );
}

function conditions(title, asks) {
  return (
    asks.length > 0 &&
    make(
      "div",
      { class: "quiet conditions" },
      make("p", null, `${title}:`),
      make(
        "ul",
        { class: "govuk-list govuk-list--bullet" },
        asks.map(({ question }) => make("li", null, question)),
      ),
    )
  );
}

// ---------------------------------------------------------------------------------------------------- two documents

function comparison() {
  const { packs } = describePacks();
  const options = packs.map(({ id, title }) => ({ value: id, label: title }));
  const [before, after] = [
    choice({ question: RULE_BOOK.first, options, required: RULE_BOOK.firstRequired }),
    choice({ question: RULE_BOOK.second, options, required: RULE_BOOK.secondRequired }),
  ];
  const result = make("div", { role: "status" });
  const worked = lastBeside();
  const compare = async () => {
    clearProblems([before, after]);
    const missing = [before, after].map((field) => ({ field, text: field.problem() })).filter(({ text }) => text);
    if (missing.length > 0) return showProblems(missing);
    result.replaceChildren(paragraph(RULE_BOOK.comparing));
    result.replaceChildren(...contents(await compared(worked, { before: before.read(), after: after.read() })));
  };
  return make(
    "div",
    null,
    make("p", null, make("a", { class: "govuk-back-link", href: addressOf(NAME) }, RULE_BOOK.allRules)),
    heading(1, RULE_BOOK.compareTitle),
    paragraph(RULE_BOOK.compareAbout),
    before.element,
    after.element,
    button(RULE_BOOK.compare, compare, { secondary: false }),
    result,
  );
}

// Beside the page an error is told by its name alone.
const REFUSALS = ["TypeError", "SafeguardingError"];

async function compared(worked, sides) {
  try {
    return differences(await worked("comparison", { sides, loaded: loadedPacks() }));
  } catch (error) {
    if (!REFUSALS.includes(error.name)) throw error;
    return [make("p", { class: "govuk-error-message" }, error.message)];
  }
}

function differences({ heading: said, regions, rules }) {
  const byQuestion = Object.entries(QUESTIONS).map(([question, { title }]) => [
    title,
    regions.filter((region) => region.question === question),
  ]);
  const lines = (text) => make("span", { class: "lines" }, text || RULE_BOOK.nothingOfThis);
  const where = ({ meeting, example }) => (meeting ? RULE_BOOK.ofMeeting(titleOf(meeting), example) : example);
  const rows = (found) =>
    found.map((region) => [
      where(region),
      lines(region.before),
      lines(region.after),
      SHARED.of(region.cases, region.of),
    ]);
  return [
    heading(2, said),
    byQuestion.map(
      ([title, found]) =>
        found.length > 0 &&
        table(
          title,
          [RULE_BOOK.columns.example, RULE_BOOK.columns.first, RULE_BOOK.columns.second, RULE_BOOK.columns.cases],
          rows(found),
        ),
    ),
    rules.length > 0 &&
      details(
        RULE_BOOK.differing,
        make(
          "ul",
          { class: "govuk-list govuk-list--bullet" },
          rules.map(({ id, how }) => make("li", null, `${id}: ${how}`)),
        ),
      ),
  ];
}

// ------------------------------------------------------------------------------------------------------- the glossary

function glossary() {
  const terms = Object.entries(listMessages())
    .filter(([name]) => OBSOLETE.test(name))
    .map(([name, text]) => MESSAGES[name] ?? text);
  return make(
    "div",
    null,
    make("p", null, make("a", { class: "govuk-back-link", href: addressOf(NAME) }, RULE_BOOK.allRules)),
    heading(1, RULE_BOOK.glossaryTitle),
    paragraph(RULE_BOOK.glossaryAbout),
    make("ul", { class: "govuk-list govuk-list--bullet" }, terms.map((term) => make("li", null, term))),
  );
}

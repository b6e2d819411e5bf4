// The rule book: what each document says, rule by rule; how two of them differ; and words that have gone out of use.

import { comparePacks, describePacks, listMessages, listRules } from "safeguarding-rules";
import { announce, button, contents, details, heading, make, paragraph, section, summaryList, table, tag } from "../parts/dom.js";
import { spokenDate } from "../parts/dates.js";
import { choice } from "../parts/fields.js";
import { addressOf, linkTo } from "../parts/router.js";
import { forceTag } from "../parts/rules.js";

const NAME = "rules";
const TITLE = "Rules";
const COMPARE = "compare";
const GLOSSARY = "glossary";
const PAUSE_IN_MS = 500;
const NONE_FOUND = "No rule in these documents covers this. Ask your safeguarding lead.";
const OBSOLETE = /\.obsolete-term-/;

/** The questions of the library by their names, and the view of this page that answers each. */
const QUESTIONS = {
  edition: { title: "Editions" },
  "classify-concern": { title: "How soon to meet", view: "guide" },
  "list-attendees": { title: "Who takes part", view: "who" },
  "check-action": { title: "Actions", view: "actions" },
  "record-consent-basis": { title: "The record of sharing", view: "sharing" },
  "lawful-basis": { title: "Lawful bases", view: "sharing" },
  "choose-meeting": { title: "Which meeting", view: "which" },
  "list-deadlines": { title: "What falls due", view: "guide" },
  "make-checklist": { title: "What must be ready", view: "checklists" },
  "resolve-disagreement": { title: "Disagreement", view: "disagreement" },
  "report-quarter": { title: "The quarter", view: "quarter" },
};

/** `flow` draws the rules of a pack that lead from conditions to a time. */
export function rules(flow) {
  return { name: NAME, title: TITLE, group: NAME, screen: (part) => screen(part, flow) };
}

/** `part` is a pack's id, a rule's id, or one of the pages beside the book. */
function screen(part, flow) {
  if (part === COMPARE) return { element: comparison(), title: "Compare two documents" };
  if (part === GLOSSARY) return { element: glossary(), title: "Words that have gone out of use" };
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
      "Documents",
      packs.map((pack) => make("div", { class: "rule" }, make("p", null, linkTo(NAME, pack.title, pack.id)), make("p", null, pack.label), make("p", { class: "quiet" }, `${count(pack)} rules. Version ${pack.version}.`))),
    ),
    section("Beside the rules", make("ul", { class: "govuk-list" }, make("li", null, linkTo(NAME, "Compare two documents", COMPARE)), make("li", null, linkTo(NAME, "Words that have gone out of use", GLOSSARY)))),
  );
}

/** Finds rules by words in their sentence, place, operative words or id; says how many after a pause. */
function search(rules) {
  const input = make("input", { class: "govuk-input", id: "search", type: "search", autocomplete: "off", spellcheck: "false" });
  const found = make("div");
  let timer;
  const show = () => {
    const words = wordsOf(input.value);
    const hits = bestFor(words, rules);
    const said = hits.length === 1 ? "1 rule" : `${hits.length} rules`;
    found.replaceChildren(...contents(words.length > 0 && [heading(2, said), hits.length > 0 ? make("ul", { class: "rules" }, hits.map((entry) => item(entry, { withDocument: true }))) : paragraph(NONE_FOUND)]));
    clearTimeout(timer);
    timer = setTimeout(() => words.length > 0 && announce(hits.length > 0 ? `${said} found` : NONE_FOUND), PAUSE_IN_MS);
  };
  input.addEventListener("input", show);
  return make("div", { role: "search" }, make("div", { class: "govuk-form-group" }, make("label", { class: "govuk-label govuk-label--s", for: "search" }, "Search all rules"), make("div", { class: "govuk-hint" }, "For example chair, minutes, GP."), input), found);
}

/** Words as typed, without the s of several, so that "chairs" finds the chair. */
function wordsOf(typed) {
  return typed.toLowerCase().split(/[^\p{L}\p{N}-]+/u).filter(Boolean).map((word) => word.replace(/(?<=\w{3})s$/, ""));
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
    make("p", null, make("a", { class: "govuk-back-link", href: addressOf(NAME) }, "All rules")),
    heading(1, pack.title),
    make("div", { class: "govuk-inset-text" }, paragraph(pack.label), paragraph(`Last checked on ${spokenDate(pack.checkedOn)}.`)),
    changes(pack),
    flow(entries),
    Object.entries(QUESTIONS).map(([question, { title }]) => chapter(title, entries.filter((entry) => entry.question === question))),
  );
  const wanted = asked && element.querySelector(`[data-rule="${asked.rule.id}"]`);
  // The view gets the focus at its heading; a rule that was asked for is brought into sight after that.
  if (wanted) setTimeout(() => {
    wanted.scrollIntoView();
    wanted.focus();
  });
  return element;
}

function changes({ editions, supersededBy }) {
  const rows = editions.map(({ cites, replacedBy }) => [cites, replacedBy ?? "Still the current edition"]);
  return section("What has changed since", rows.length > 0 ? summaryList(rows) : supersededBy && paragraph(`Replaced by ${supersededBy}.`));
}

function chapter(title, entries) {
  return section(title, entries.length > 0 && make("ul", { class: "rules" }, entries.map((entry) => item(entry))));
}

function item({ rule, question, when, unless, since, until, insteadOf }, { withDocument = false } = {}) {
  const { view } = QUESTIONS[question];
  const validity = [since && `from ${spokenDate(since)}`, until && `until ${spokenDate(until)}`].filter(Boolean).join(" ");
  return make(
    "li",
    { class: "rule", "data-rule": rule.id, tabindex: "-1" },
    make("p", null, rule.sentence, " ", forceTag(rule.force), " ", validity && tag(`In force ${validity}`, "yellow")),
    make("p", null, "The document says: ", make("q", { class: "words" }, rule.words)),
    make("p", { class: "quiet source" }, [withDocument && `${rule.document}, `, `${rule.place}. Rule ${rule.id}.`].filter(Boolean).join("")),
    rule.reading && make("p", { class: "quiet" }, `How it was read: ${rule.reading}`),
    insteadOf.length > 0 && make("p", { class: "quiet" }, `Stands in the place of ${insteadOf.join(", ")}.`),
    conditions("Only where each of these is a yes", when),
    conditions("Not where any of these is a yes", unless),
    view && make("p", { class: "quiet" }, linkTo(view, "Try it"), make("span", { class: "govuk-visually-hidden" }, ` with rule ${rule.id}`)),
  );
}

function conditions(title, asks) {
  return asks.length > 0 && make("div", { class: "quiet conditions" }, make("p", null, `${title}:`), make("ul", { class: "govuk-list govuk-list--bullet" }, asks.map(({ question }) => make("li", null, question))));
}

// ---------------------------------------------------------------------------------------------------- two documents

function comparison() {
  const { packs } = describePacks();
  const options = packs.map(({ id, title }) => ({ value: id, label: title }));
  const [before, after] = [choice({ question: "Compare", options, required: "Select the first document" }), choice({ question: "with", options, required: "Select the second document" })];
  const result = make("div", { role: "status" });
  const compare = () => {
    const missing = [before, after].find((field) => field.read() === undefined);
    for (const field of [before, after]) field.clearProblem();
    if (missing) {
      missing.showProblem(missing.problem());
      return missing.focus();
    }
    result.replaceChildren(paragraph("Comparing every combination of facts that these rules use…"));
    // After the words above are drawn: large documents take a moment.
    setTimeout(() => result.replaceChildren(...contents(differences(comparePacks({ before: before.read(), after: after.read() })))), 50);
  };
  return make(
    "div",
    null,
    make("p", null, make("a", { class: "govuk-back-link", href: addressOf(NAME) }, "All rules")),
    heading(1, "Compare two documents"),
    paragraph("Where two documents answer the same question differently, with one worked case for each difference."),
    before.element,
    after.element,
    button("Compare", compare, { secondary: false }),
    result,
  );
}

function differences({ heading: said, regions, rules }) {
  const byQuestion = Object.entries(QUESTIONS).map(([question, { title }]) => [title, regions.filter((region) => region.question === question)]);
  const rows = (found) => found.map(({ example, before, after, cases, of }) => [example, before, after, `${cases} of ${of}`]);
  return [
    heading(2, said),
    byQuestion.map(([title, found]) => found.length > 0 && table(title, ["For example", "The first document", "The second document", "Cases"], rows(found))),
    rules.length > 0 && details("The rules that differ", make("ul", { class: "govuk-list govuk-list--bullet" }, rules.map(({ id, how }) => make("li", null, `${id}: ${how}`)))),
  ];
}

// ------------------------------------------------------------------------------------------------------- the glossary

function glossary() {
  const terms = Object.entries(listMessages()).filter(([name]) => OBSOLETE.test(name)).map(([, text]) => text);
  return make(
    "div",
    null,
    make("p", null, make("a", { class: "govuk-back-link", href: addressOf(NAME) }, "All rules")),
    heading(1, "Words that have gone out of use"),
    paragraph("The documents are some years old and use words that have been replaced since."),
    make("ul", { class: "govuk-list govuk-list--bullet" }, terms.map((term) => make("li", null, term))),
  );
}

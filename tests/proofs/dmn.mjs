// The decision tables as DMN: valid as an editor's own model has it, and answered by an engine of other hands as the rules answer,
// for every way to say yes and no to the facts behind a table. Beyond so many ways every so-manieth of them is asked. Where
// SAFEGUARDING_DSNTK names the program dsntk, that answers too.
//
// node dmn.mjs INSTALLED PACKS FOLDER MOST [PACK]

import { DmnModdle } from "dmn-moddle";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { servedByDsntk } from "./second-engine.mjs";

// The engine warns of each way for which no row is met, and takes the console as it is when it is loaded.
console.warn = () => {};
const { decisionTable } = (await import("@hbtgmbh/dmn-eval-js")).default;

const DSNTK = process.env.SAFEGUARDING_DSNTK;
/** So many ways are asked at once: an engine that is a server answers while the rules do. */
const AT_ONCE = 64;

const [installed, written, folder, most, only] = process.argv.slice(2);
const rules = await import(pathToFileURL(join(installed, "index.js")));
const packs = JSON.parse(readFileSync(written, "utf8"));

const MOST = Number(most);
const WHEN = "2026-03-02T09:00";
/** Every moment from which a time may count is the same, and the reason for a longer time is on record. */
const HOW_SOON = { concernsIdentifiedAt: WHEN, referralReceivedAt: WHEN, complexReason: "Several households are involved" };
/** Whoever these are is named in the facts of a case: there are none here. */
const GROUPS = ["informed-agencies", "involved-agencies", "services", "health-services", "other-services"];
const LISTS = ["required", "expected", "optional", "excluded"];
/** The one that it reads is DMN 1.1, of which these tables use nothing that 1.3 has otherwise. */
const OF_THE_ENGINE = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";
const OURS = "https://www.omg.org/spec/DMN/20191111/MODEL/";

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const stackOf = (id) => {
  const pack = packs.find(({ document }) => document.id === id);
  return [pack, ...(pack.document.stands_on ?? []).map((beneath) => packs.find(({ document }) => document.id === beneath))];
};

/** The facts behind a decision that people are asked. */
function asked(decision, definitions) {
  const required = (decision.informationRequirement ?? []).map(({ requiredInput, requiredDecision }) => (requiredInput ?? requiredDecision).href.slice(1));
  const elements = required.map((id) => definitions.drgElement.find((element) => element.id === id));
  return [...new Set(elements.flatMap((element) => (element.$type === "dmn:InputData" ? [element.name] : asked(element, definitions))))];
}

const pathOf = ({ name, path }) => path ?? camel(name);

/** What may stand at each path, each with what it makes of the facts that are read there. */
function choices(names, stack) {
  const facts = names.map((name) => ({ name, ...stack.map(({ fact }) => fact[name]).find(Boolean) }));
  const paths = [...new Set(facts.map(pathOf))];
  return paths.map((path) => {
    const there = facts.filter((fact) => pathOf(fact) === path);
    const listed = stack.flatMap(({ word = {} }) => Object.keys(word[path] ?? {}));
    const read = (fact, value) => {
      if (fact.is?.length) return fact.is.includes(value);
      if (fact.more_than !== undefined) return value > fact.more_than;
      return fact.filled ? value !== "" : value === true;
    };
    const limits = there.flatMap(({ more_than }) => (more_than === undefined ? [] : [more_than, more_than + 1]));
    const texts = there.some(({ filled }) => filled) ? ["", "Said"] : [];
    const isOfWords = there.some(({ is }) => is?.length);
    const values = limits.length ? limits : isOfWords ? [...new Set(listed)] : texts.length ? texts : [false, true];
    const told = values.map((value) => ({ value, truths: Object.fromEntries(there.map((fact) => [fact.name, read(fact, value)])) }));
    return { path, told: [...new Map(told.map((one) => [JSON.stringify(one.truths), one])).values()] };
  });
}

function put(facts, path, value) {
  const [first, ...rest] = path.split(".");
  if (rest.length === 0) facts[first] = value;
  else put((facts[first] ??= {}), rest.join("."), value);
}

/** Each way to answer, or evenly so many of them: the step shares no divisor with how many there are. */
function* ways(each, all) {
  const step = all > MOST ? nextApart(Math.floor(all / MOST), all) : 1;
  for (let asked = 0, way = 0; asked < Math.min(all, MOST); asked++, way = (way + step) % all) {
    let rest = way;
    yield each.map(({ path, told }) => {
      const { value, truths } = told[rest % told.length];
      rest = Math.floor(rest / told.length);
      return { path, value, truths };
    });
  }
}

const divisor = (one, other) => (other === 0 ? one : divisor(other, one % other));
const nextApart = (step, all) => (divisor(step, all) === 1 ? step : nextApart(step + 1, all));

/** What a table gives, and what the rules answer, in the same words. */
const COMPARED = {
  how_soon: {
    question: () => ["classify-concern", HOW_SOON],
    ofTable: ({ timescale, rule }) => [timescale, rule],
    // A rule may take the time of another, which is then cited before it.
    ofRules: ({ answer, because }, _, [, rule]) => [answer.timescale, (because.find(({ id }) => id === rule) ?? because[0]).id],
  },
  which_route: {
    question: () => ["choose-meeting", {}],
    ofTable: (row) => (row?.rule ? [row.route, row.rule] : undefined),
    ofRules: ({ answer }, rows) => {
      const called = answer.routes.find(({ rule }) => rows.some((row) => row.includes(rule)));
      return called && [called.route, called.rule];
    },
  },
  who_attends: {
    question: (meeting) => ["list-attendees", { meetingType: meeting }],
    ofTable: (rows = []) => {
      const strongest = new Map();
      const places = rows.filter(({ who }) => !GROUPS.includes(who)).map(({ list, who }) => [LISTS.indexOf(list), who]);
      for (const [place, who] of places) strongest.set(who, Math.min(place, strongest.get(who) ?? place));
      return [...strongest].map(([who, place]) => `${LISTS[place]} ${who}`).sort();
    },
    ofRules: ({ answer }, rows, _, stack) => {
      // Who is reached only after a recorded no stands in no table.
      const isCleared = (who) => stack.some(({ clearance = {} }) => Object.hasOwn(clearance, who));
      const told = LISTS.flatMap((list) => answer[list].map(({ agency }) => [list, agency]));
      return told.filter(([, who]) => !isCleared(who)).map((one) => one.join(" ")).sort();
    },
  },
};

function comparedBy(name) {
  const [kind] = Object.keys(COMPARED).filter((kind) => name.startsWith(kind));
  const { question, ofTable, ofRules } = COMPARED[kind];
  return { question: question(name.slice(kind.length + 1).replaceAll("_", "-")), ofTable, ofRules };
}

/** Ways in which an engine gives another answer than the rules; with `first` as soon as there are some. */
async function differing(id, evaluate, definitions, decision, first = false) {
  const stack = stackOf(id);
  const { question: [question, about], ofTable, ofRules } = comparedBy(decision.name);
  const rows = decision.decisionLogic.rule.map(({ outputEntry }) => outputEntry.map(({ text }) => text.slice(1, -1)));
  const each = choices(asked(decision, definitions), stack);
  const all = each.reduce((product, { told }) => product * told.length, 1);
  const other = [];
  let count = 0;
  const compare = async (way) => {
    const facts = { packs: stack.map(({ document }) => document.id), ...structuredClone(about) };
    for (const { path, value } of way) put(facts, path, value);
    // A moment of action says by itself that there was one.
    if (question === "classify-concern" && facts.concerns.immediateActionRequired) facts.immediateActionAt = WHEN;
    const truths = Object.assign({}, ...way.map(({ truths }) => truths));
    const theirs = ofTable(await evaluate(decision.name, truths));
    const ours = ofRules(rules.answerQuestion(question, facts), rows, theirs, stack);
    count++;
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) other.push({ facts, ours, theirs });
  };
  for (const some of batches(ways(each, all))) {
    await Promise.all(some.map(compare));
    if (first && other.length > 0) break;
  }
  return { count, all, other };
}

function* batches(ways) {
  let some = [];
  for (const way of ways) {
    some.push(way);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  yield some;
}

/** Without the first row of a table. */
const lacking = (xml, { name }) => xml.replace(new RegExp(`\\s*<rule id="row_${name}_1">.*?</rule>`, "s"), "");

async function valid(xml, file) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  if (warnings.length > 0) throw new Error(`${file}: ${warnings.map(({ message }) => message).join("\n")}`);
  return rootElement;
}

const isOurs = ({ $type, name }) => $type === "dmn:Decision" && Object.keys(COMPARED).some((kind) => name.startsWith(kind));

const models = {};
for (const file of readdirSync(folder).filter((file) => file.endsWith(".dmn") && (!only || file === `${only}.dmn`))) {
  const xml = readFileSync(join(folder, file), "utf8");
  const definitions = await valid(xml, file);
  const decisions = definitions.drgElement.filter(isOurs);
  models[file.slice(0, -".dmn".length)] = { xml, definitions, decisions, spoilt: lacking(xml, decisions[0]) };
}

/** Each engine: how it is made for a model, as it is and spoilt. */
const engines = {
  "dmn-eval-js": async (id, xml) => {
    const engine = await decisionTable.parseDmnXml(xml.replace(OURS, OF_THE_ENGINE));
    return (decision, truths) => decisionTable.evaluateDecision(decision, engine, truths);
  },
};
const isSpoilt = (id) => `${id}-without-a-row`;
const served = () => servedByDsntk(DSNTK, Object.fromEntries(Object.entries(models).flatMap(([id, { xml, spoilt }]) => [[id, xml], [isSpoilt(id), spoilt]])));
const dsntk = DSNTK ? await served() : undefined;
if (dsntk) engines.dsntk = async (id, xml) => (decision, truths) => dsntk.evaluate(xml === models[id].xml ? id : isSpoilt(id), decision, truths);

const reached = { tables: 0, whole: 0, ways: 0 };
for (const [id, { xml, definitions, decisions, spoilt }] of Object.entries(models)) {
  for (const [engine, madeFor] of Object.entries(engines)) {
    for (const decision of decisions) {
      const { count, all, other } = await differing(id, await madeFor(id, xml), definitions, decision);
      if (other.length > 0) {
        console.error(`${id} ${decision.name}: ${other.length} of ${count} ways are answered otherwise by ${engine}, such as`, JSON.stringify(other[0], null, 1));
        process.exitCode = 1;
      }
      reached.ways += count;
      if (engine !== Object.keys(engines)[0]) continue;
      reached.tables++;
      reached.whole += count === all ? 1 : 0;
    }
    // A table that lacks its first row must be told.
    const [decision] = decisions;
    const planted = await differing(id, await madeFor(id, spoilt), definitions, decision, true);
    if (spoilt === xml || planted.other.length === 0) {
      console.error(`${id} ${decision.name}: nothing tells that its first row is missing in ${engine}`);
      process.exitCode = 1;
    }
  }
  if (dsntk) console.error(`${id}: ${reached.ways} ways so far`);
}
dsntk?.close();
if (reached.tables === 0) process.exitCode = 1;
if (!process.exitCode) {
  const { tables, whole, ways } = reached;
  console.log(`reached: ${tables} valid tables, ${whole} of them over their whole space and the others evenly: ${ways} ways, answered alike by ${Object.keys(engines).join(" and ")}`);
}

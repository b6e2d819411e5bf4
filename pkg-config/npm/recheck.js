// Checks an answer that a page has posted or a record has kept, by working it out again from the facts that came with it.

import * as rules from "safeguarding-rules";
import { textOf } from "./facts.js";
import { asJson, fieldsOf } from "./given.js";

// The version of the format in which elements write a decision: they put it beside the decision's own fields.
const API = 1;

export function recheck(given) {
  const { question, facts, ...others } = fieldsOf(given);
  const posted = asJson(others.decision);
  try {
    const decision = rules.answerQuestion(question, factsToRepeat({ question, facts: JSON.parse(textOf(facts)), decision: posted }));
    const found = differences(withoutFormat(posted), decision);
    const dates = found.filter(({ isDate }) => isDate);
    const paths = [...dates, ...found.filter(({ isDate }) => !isDate)].map(({ path }) => path);
    return { verdict: dates.length > 0 ? "differs" : verdictOn(paths), paths, decision };
  } catch (error) {
    if (!isOfTheFacts(error)) throw error;
    return { verdict: "refused", paths: [error.path], decision: null };
  }
}

function isOfTheFacts(error) {
  return error instanceof rules.SafeguardingError && error.code !== "internal" && error.path !== "question";
}

// What rests on other rules may differ, and rightly so.
function verdictOn(paths) {
  if (paths.some((path) => path === "basis.engine" || path.startsWith("basis.packs"))) return "other-rules";
  return paths.length === 0 ? "same" : "differs";
}

/**
 * The facts with which an answer is worked out again. A caller that leaves out a record's id, time and salt gets them made: they
 * stand in the record, and make the same one again.
 */
export function factsToRepeat({ question, facts, decision }) {
  if (question !== "record-consent-basis") return facts;
  const record = recordIn(decision);
  const whole = { ...facts };
  for (const name of ["id", "createdAt", "salt"]) whole[name] ??= record?.[name];
  return whole;
}

function recordIn(posted) {
  try {
    return JSON.parse(posted.answer.record.canonical);
  } catch {
    return null;
  }
}

function withoutFormat(posted) {
  if (posted?.api !== API) return posted;
  const { api, ...decision } = posted;
  return decision;
}

// The order of fields counts for nothing: a store may have changed it.
function differences(posted, again, path = "") {
  const under = (name) => (path === "" ? name : `${path}.${name}`);
  if (Array.isArray(again) && Array.isArray(posted) && posted.length === again.length)
    return again.flatMap((item, place) => differences(posted[place], item, `${path}[${place}]`));
  if (!isTable(again) || !isTable(posted)) return posted === again ? [] : [{ path, isDate: isOfAnswer(path) && timesIn(path, posted) !== timesIn(path, again) }];
  const found = Object.keys(again).flatMap((name) => differences(Object.hasOwn(posted, name) ? posted[name] : undefined, again[name], under(name)));
  // A name that is not ours may hold what was typed.
  return Object.keys(posted).every((name) => Object.hasOwn(again, name)) ? found : [...found, { path: under("…"), isDate: false }];
}

// What the answer rests on has dates of its own.
function isOfAnswer(path) {
  return path === "" || path.startsWith("answer");
}

// Whatever an engine calls itself, a day that people meet on is the same or is not: also where a sentence says it, or a timescale.
function timesIn(path, value) {
  if (/imescale$/.test(path)) return JSON.stringify(value);
  const times = /(?:heading|advice)$/.test(path) ? /\d+/g : /"\d{4}-\d\d-\d\d[^"]*"/g;
  return (JSON.stringify(value)?.match(times) ?? []).join();
}

function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

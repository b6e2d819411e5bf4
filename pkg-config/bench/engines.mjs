// The decision in each engine: from facts to the most urgent timescale and the rules that fit.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as cedarWasm from "@cedar-policy/cedar-wasm/web";
import * as dhis2 from "@dhis2/rule-engine";
import { ZenEngine } from "@gorules/zen-engine";
import { initSync, evaluateExpression } from "@gorules/zen-engine-wasm";
import dmn from "@hbtgmbh/dmn-eval-js";
import { Instant } from "@js-joda/core";
import { Environment } from "@marcbachmann/cel-js";
import { evaluate as evaluateFeel } from "feelin";
import { LogicEngine } from "json-logic-engine";
import jsonLogicJs from "json-logic-js";
import { Engine } from "json-rules-engine";
import Publicodes from "publicodes";
import { FACTS, RULES, answerFrom } from "./decision.mjs";

const fileOf = createRequire(import.meta.url).resolve;
const ZEN_BINARY = fileOf("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
const CEDAR_BINARY = new URL("cedar_wasm_bg.wasm", import.meta.resolve("@cedar-policy/cedar-wasm/web"));
const [T1A, T2A, T3, T0, T4A] = RULES;
const kindOf = (needs) => (typeof needs === "string" ? ["fact", needs] : Object.entries(needs)[0]);

const answerOf = (ids) => answerFrom(RULES.filter(({ id }) => ids.includes(id)));

/** What is needed, in the words of a language: how it names a fact, and says and, or, and not. */
function expressionIn({ fact = (name) => name, and, or, not }) {
  const expression = (needs) => {
    const [kind, what] = kindOf(needs);
    if (kind === "fact") return fact(what);
    return kind === "not" ? not(expression(what)) : `(${what.map(expression).join(kind === "any" ? or : and)})`;
  };
  return expression;
}

const IN_SYMBOLS = { and: " && ", or: " || ", not: (needs) => `!(${needs})` };

/** What is needed as rows of a table: in one of them every fact that stands there is as it says. */
function rowsOf(needs, is = true) {
  const [kind, what] = kindOf(needs);
  if (kind === "fact") return [{ [what]: is }];
  if (kind === "not") return rowsOf(what, !is);
  const each = what.map((part) => rowsOf(part, is));
  if ((kind === "any") === is) return each.flat();
  const agrees = (one, other) => Object.keys(one).every((name) => !(name in other) || one[name] === other[name]);
  return each.reduce((rows, next) => rows.flatMap((row) => next.filter((other) => agrees(row, other)).map((other) => ({ ...row, ...other }))), [{}]);
}

/** Written by hand for this one decision. Like this library, it refuses a fact that is missing, unknown or neither yes nor no. */
function byHand() {
  const known = new Set(FACTS);
  return (facts) => {
    for (const name in facts) if (!known.has(name)) throw new TypeError(`${name} is no fact`);
    for (const name of FACTS) if (typeof facts[name] !== "boolean") throw new TypeError(`${name} is neither yes nor no`);
    const isUnhurried = (facts.organisedAbuse || facts.allegationAgainstStaff || facts.otherwiseComplex) && !facts.immediateProtectionNeeded && !facts.penetrativeSexualAbuse;
    const rules = [];
    if (facts.seriousPhysicalInjury || facts.seriousNeglect || facts.otherSeriousRisk) rules.push(T1A);
    if (facts.penetrativeSexualAbuse && facts.forensicEvidenceRequired) rules.push(T2A);
    if (facts.immediateActionRequired || facts.immediateProtectionNeeded) rules.push(T3);
    if (facts.reasonableCause && !isUnhurried) rules.push(T0);
    if (isUnhurried) rules.push(T4A);
    return answerFrom(rules);
  };
}

function jsonLogic() {
  const logic = (needs) => {
    const [kind, what] = kindOf(needs);
    if (kind === "fact") return { var: what };
    return kind === "not" ? { "!": [logic(what)] } : { [kind === "any" ? "or" : "and"]: what.map(logic) };
  };
  const engine = new LogicEngine();
  const compiled = RULES.map((rule) => ({ rule, fits: engine.build(logic(rule.needs)) }));
  return (facts) => answerFrom(compiled.filter(({ fits }) => fits(facts)).map(({ rule }) => rule));
}

function jsonRules() {
  const conditions = (needs) => {
    const [kind, what] = kindOf(needs);
    if (kind === "fact") return { fact: what, operator: "equal", value: true };
    return { [kind]: kind === "not" ? conditions(what) : what.map(conditions) };
  };
  const engine = new Engine();
  for (const rule of RULES) engine.addRule({ name: rule.id, conditions: { all: [conditions(rule.needs)] }, event: { type: rule.id, params: rule } });
  return async (facts) => {
    const { events } = await engine.run(facts);
    return answerFrom(RULES.filter(({ id }) => events.some(({ type }) => type === id)));
  };
}

/** Its build for browsers evaluates expressions and holds no tables. */
function zen() {
  initSync({ module: readFileSync(ZEN_BINARY) });
  const expression = (needs) => {
    const [kind, what] = kindOf(needs);
    if (kind === "fact") return what;
    return kind === "not" ? `not (${expression(what)})` : `(${what.map(expression).join(kind === "any" ? " or " : " and ")})`;
  };
  const whole = `[${RULES.map(({ id, needs }) => `${expression(needs)} ? "${id}" : ""`).join(", ")}]`;
  return (facts) => {
    const ids = evaluateExpression(whole, facts);
    return answerFrom(RULES.filter(({ id }) => ids.includes(id)));
  };
}

function jsonLogicPlain() {
  const logic = (needs) => {
    const [kind, what] = kindOf(needs);
    if (kind === "fact") return { var: what };
    return kind === "not" ? { "!": [logic(what)] } : { [kind === "any" ? "or" : "and"]: what.map(logic) };
  };
  const rules = RULES.map((rule) => ({ rule, needs: logic(rule.needs) }));
  return (facts) => answerFrom(rules.filter(({ needs }) => jsonLogicJs.apply(needs, facts)).map(({ rule }) => rule));
}

function cel() {
  const environment = FACTS.reduce((known, fact) => known.registerVariable(fact, "bool"), new Environment());
  const compiled = RULES.map((rule) => ({ rule, fits: environment.parse(expressionIn(IN_SYMBOLS)(rule.needs)) }));
  return (facts) => answerFrom(compiled.filter(({ fits }) => fits(facts)).map(({ rule }) => rule));
}

function feel() {
  const expression = expressionIn({ and: " and ", or: " or ", not: (needs) => `not(${needs})` });
  const whole = `[${RULES.map(({ id, needs }) => `if ${expression(needs)} then "${id}" else null`).join(", ")}]`;
  return (facts) => answerOf(evaluateFeel(whole, facts).value);
}

async function decisionTable() {
  const rows = RULES.flatMap(({ id, needs }) => rowsOf(needs).map((row) => ({ id, row })));
  const inputs = FACTS.map((fact) => `<input id="i-${fact}" label="${fact}"><inputExpression id="e-${fact}" typeRef="boolean"><text>${fact}</text></inputExpression></input>`);
  const entry = (row, number) => (fact) => `<inputEntry id="n-${number}-${fact}"><text>${row[fact] ?? ""}</text></inputEntry>`;
  const rules = rows.map(({ id, row }, number) => `<rule id="r-${number}">${FACTS.map(entry(row, number)).join("")}<outputEntry id="o-${number}"><text>"${id}"</text></outputEntry></rule>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="all" name="all" namespace="http://camunda.org/schema/1.0/dmn">
    <decision id="timescale" name="timescale"><decisionTable id="table" hitPolicy="RULE ORDER">${inputs.join("")}
    <output id="id" label="id" name="id" typeRef="string" />${rules.join("")}</decisionTable></decision></definitions>`;
  const decisions = await dmn.decisionTable.parseDmnXml(xml);
  return (facts) => answerOf((dmn.decisionTable.evaluateDecision("timescale", decisions, facts) ?? []).map(({ id }) => id));
}

function publicodes() {
  const named = (fact) => fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const needed = (needs) => {
    const [kind, what] = kindOf(needs);
    if (kind === "fact") return named(what);
    return kind === "not" ? { "=": [needed(what), "non"] } : { [kind === "any" ? "une de ces conditions" : "toutes ces conditions"]: what.map(needed) };
  };
  const condition = (needs) => (typeof needs === "string" ? { valeur: named(needs) } : needed(needs));
  const rules = Object.fromEntries([...FACTS.map((fact) => [named(fact), { question: `${fact}?` }]), ...RULES.map(({ id, needs }) => [idOf(id), condition(needs)])]);
  const silent = () => {};
  const engine = new Publicodes(rules, { logger: { log: silent, warn: silent, error: silent } });
  return (facts) => {
    engine.setSituation(Object.fromEntries(FACTS.map((fact) => [named(fact), facts[fact] ? "oui" : "non"])));
    return answerFrom(RULES.filter(({ id }) => engine.evaluate(idOf(id)).nodeValue === true));
  };

  function idOf(id) {
    return id.toLowerCase().replace("-", " ");
  }
}

function zenNative() {
  const expression = expressionIn({ and: " and ", or: " or ", not: (needs) => `not (${needs})` });
  const outputs = [{ id: "id", field: "id", name: "id", type: "expression" }];
  const rules = RULES.map(({ id, needs }) => ({ _id: id, needs: expression(needs), id: JSON.stringify(id) }));
  const content = { hitPolicy: "collect", inputs: [{ id: "needs", name: "needs", type: "expression" }], outputs, rules, passThrough: false, executionMode: "single", inputField: null, outputPath: null };
  const nodes = [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    { id: "table", name: "table", type: "decisionTableNode", position: { x: 1, y: 0 }, content },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ];
  const edge = (id, sourceId, targetId) => ({ id, sourceId, targetId, type: "edge" });
  const decision = new ZenEngine().createDecision({ contentType: "application/vnd.gorules.decision", nodes, edges: [edge("first", "in", "table"), edge("last", "table", "out")] });
  return async (facts) => {
    const { result } = await decision.evaluate(facts);
    return answerOf((result.rows ?? result).map(({ id }) => id));
  };
}

function cedar() {
  cedarWasm.initSync({ module: readFileSync(CEDAR_BINARY) });
  const expression = expressionIn({ ...IN_SYMBOLS, fact: (name) => `context.${name}` });
  const staticPolicies = Object.fromEntries(RULES.map(({ id, needs }) => [id, `permit(principal, action, resource) when { ${expression(needs)} };`]));
  const schema = `entity P; entity R; action "decide" appliesTo { principal: P, resource: R, context: { ${FACTS.map((fact) => `${fact}: Bool`).join(", ")} } };`;
  cedarWasm.preparsePolicySet("timescale", { staticPolicies });
  cedarWasm.preparseSchema("timescale", schema);
  const [principal, action, resource] = [["P", "a"], ["Action", "decide"], ["R", "b"]].map(([type, id]) => ({ type, id }));
  return (context) => {
    const told = cedarWasm.statefulIsAuthorized({ principal, action, resource, context, preparsedPolicySetId: "timescale", entities: [], preparsedSchemaName: "timescale", validateRequest: true });
    if (told.type !== "success") throw new Error(told.errors.map(({ message }) => message).join("; "));
    return answerOf(told.response.diagnostics.reason);
  };
}

function programRules() {
  const { RuleJs, RuleActionJs, RuleVariableJs, RuleVariableType, RuleValueType, RuleEngineContextJs, RuleEngineJs, RuleEventJs, RuleEventStatus, RuleDataValue } = dhis2;
  const expression = expressionIn({ ...IN_SYMBOLS, fact: (name) => `#{${name}}` });
  const shown = (words) => [new RuleActionJs(null, "DISPLAYTEXT", new Map([["content", words], ["location", "feedback"]]))];
  const rules = RULES.map(({ id, needs, words }) => new RuleJs(expression(needs), shown(words), id, id, null, 1));
  const variables = FACTS.map((fact) => new RuleVariableJs(RuleVariableType.DATAELEMENT_CURRENT_EVENT, fact, false, [], fact, RuleValueType.BOOLEAN, null));
  const context = new RuleEngineContextJs(rules, variables, new Map(), new Map());
  const [engine, date] = [new RuleEngineJs(false), Instant.parse("2026-01-01T00:00:00Z")];
  return (facts) => {
    const values = FACTS.map((fact) => new RuleDataValue(fact, String(facts[fact])));
    const event = new RuleEventJs("event", "stage", "stage", RuleEventStatus.ACTIVE, date, date, null, null, "unit", null, values);
    return answerOf(engine.evaluateEvent(event, null, [], context).map(({ ruleId }) => ruleId));
  };
}

const { devDependencies: versions } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const published = (name, decide) => ({ name: `${name} ${versions[name]}`, decide });

/** Each engine, by its name with its version. */
export const ENGINES = [
  { name: "JavaScript written by hand, strict", decide: byHand() },
  published("json-logic-engine", jsonLogic()),
  published("json-rules-engine", jsonRules()),
  published("@gorules/zen-engine-wasm", zen()),
  published("json-logic-js", jsonLogicPlain()),
  published("@marcbachmann/cel-js", cel()),
  published("feelin", feel()),
  published("@hbtgmbh/dmn-eval-js", await decisionTable()),
  published("publicodes", publicodes()),
  published("@gorules/zen-engine", zenNative()),
  published("@cedar-policy/cedar-wasm", cedar()),
  published("@dhis2/rule-engine", programRules()),
];

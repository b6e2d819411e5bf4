// The decision in each engine: from facts to the most urgent timescale and the rules that fit.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, evaluateExpression } from "@gorules/zen-engine-wasm";
import { LogicEngine } from "json-logic-engine";
import { Engine } from "json-rules-engine";
import { FACTS, RULES, answerFrom } from "./decision.mjs";

const ZEN_BINARY = createRequire(import.meta.url).resolve("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
const [T1A, T2A, T3, T0, T4A] = RULES;
const kindOf = (needs) => (typeof needs === "string" ? ["fact", needs] : Object.entries(needs)[0]);

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

const { devDependencies: versions } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const published = (name, decide) => ({ name: `${name} ${versions[name]}`, decide });

/** Each engine, by its name with its version. */
export const ENGINES = [
  { name: "JavaScript written by hand, strict", decide: byHand() },
  published("json-logic-engine", jsonLogic()),
  published("json-rules-engine", jsonRules()),
  published("@gorules/zen-engine-wasm", zen()),
];

// A case: what is known on one side, and on the other the answer with the rules that hold in it.

import { make, one } from "./dom.js";
import * as SAID from "./words.js";

const INPUTS = { date: "date", moment: "datetime-local", count: "number" };
const MOST_AT_ONCE = 10;
const HOLDING = ["because", "alsoApplies"];

const [form, chosen, fields, answer] = ["#facts", "#question", "#fields", "#answer"].map(one);
/** What was entered, by the path of its fact: it stays where the pack changes and asks for it again. */
const entered = new Map();

/** The case, asked of the bench that `bench` gives; `lit` is told the rules that hold, `goTo` leads to one in the text. */
export function caseOf({ bench, lit, goTo }) {
  let pack = null;
  let last;

  async function answered() {
    if (!pack) return;
    const mine = (last = Symbol());
    const question = chosen.value;
    const entries = [...entered].flatMap(([path, values]) => values.map((value) => [path, value]));
    const told = await bench().ask("ask", { question, scope: scopeOf(pack), entered: entries });
    if (mine !== last) return;
    showFields(told.fields);
    const rules = told.decision ? rulesOf(pack, question, told.decision) : [];
    answer.replaceChildren(...shown(told, rules, goTo));
    lit(rules.filter(({ state }) => HOLDING.includes(state)));
  }

  chosen.append(...Object.entries(SAID.QUESTIONS).map(([id, label]) => new Option(label, id)));
  answer.append(make("p", {}, SAID.MEND_FIRST));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target: { name } }) => {
    if (name) entered.set(name, new FormData(form).getAll(name));
    answered();
  });

  return {
    isTaken: () => pack !== null,
    take(sound) {
      pack = sound;
      return answered();
    },
  };
}

/** A partnership's pack answers for its area, with what it stands on; another answers by its name. */
function scopeOf({ document: { id, area, stands_on: beneath = [] } }) {
  return area ? { area } : { packs: [id, ...beneath] };
}

// ---------------------------------------------------------------------------------------------------------- what is known

/** The fields that stand, by what is asked in them: those stay as they are, so that whoever fills them in is not disturbed. */
let standing = new Map();

function showFields(asked) {
  const names = asked.map((field) => JSON.stringify(field));
  if (JSON.stringify(names) === JSON.stringify([...standing.keys()])) return;
  const focused = fields.contains(document.activeElement) && document.activeElement;
  standing = new Map(asked.map((field, index) => [names[index], standing.get(names[index]) ?? fieldOf(field)]));
  const all = [...standing.values()];
  const rest = all.splice(MOST_AT_ONCE);
  const isOpen = fields.querySelector(":scope > .further")?.open ?? false;
  fields.replaceChildren(...all);
  const further = make("details", { className: "further", open: isOpen }, make("summary", {}, SAID.FURTHER(rest.length)), rest);
  if (rest.length > 0) fields.append(further);
  if (focused) focused.focus();
}

function fieldOf({ path, question, kind, words, several }) {
  return several ? boxes(path, question, words) : make("label", {}, question, " ", control(path, kind, words));
}

function control(path, kind, words = kind === "answer" ? SAID.ANSWERS : undefined) {
  const [value = ""] = entered.get(path) ?? [];
  if (!words) return make("input", { name: path, type: INPUTS[kind] ?? "text", value, autocomplete: "off" });
  const options = words.map(({ id, label }) => new Option(label, id));
  const select = make("select", { name: path }, new Option(SAID.NOT_KNOWN, ""), options);
  select.value = value;
  return select;
}

function boxes(path, question, words) {
  const values = entered.get(path) ?? [];
  const boxOf = (value) => make("input", { type: "checkbox", name: path, value, checked: values.includes(value) });
  const all = words.map(({ id, label }) => make("label", {}, boxOf(id), " ", label));
  if (all.length <= MOST_AT_ONCE) return make("fieldset", {}, make("legend", {}, question), all);
  return make("details", { className: "boxes" }, make("summary", {}, question), all);
}

// ------------------------------------------------------------------------------------------------------------- the answer

/** The rules of the pack that speak of the question, each with what became of it, and those of others that hold. */
function rulesOf(pack, question, decision) {
  const table = question.replaceAll("-", "_");
  const own = (pack[table] ?? []).map(({ id, says, at }) => ({ table, id, says, at, isOwn: true, state: "not" }));
  const others = [];
  for (const state of ["setAside", ...HOLDING.toReversed()]) {
    for (const { id, sentence: says, document, place } of decision[state]) {
      const rule = own.find((one) => one.id === id);
      if (rule) rule.state = state;
      else others.push({ id, says, at: `${document}, ${place}`, state });
    }
  }
  return [...own, ...others.reverse()];
}

function shown({ decision, refused }, rules, goTo) {
  if (refused) return [make("p", {}, refused)];
  const { answer: { heading, advice }, cautions } = decision;
  const first = cautions.filter(({ level }) => level === "first");
  const [own, others] = [rules.filter(({ isOwn }) => isOwn), rules.filter(({ isOwn }) => !isOwn)];
  return [
    make("p", { className: "heading" }, heading),
    ...[advice, ...first.map(({ text }) => text)].filter(Boolean).map((text) => make("p", {}, text)),
    make("h4", {}, SAID.OWN_RULES(own.length)),
    listOf(own, goTo),
    folded(SAID.OTHER_RULES(others.length), listOf(others)),
    folded(SAID.WHOLE_ANSWER, make("pre", { tabIndex: 0 }, JSON.stringify(decision, null, 2))),
  ];
}

function folded(summary, content) {
  return make("details", {}, make("summary", {}, summary), content);
}

function listOf(rules, goTo) {
  return make("ul", { className: "rules" }, rules.map((rule) => ruleShown(rule, goTo)));
}

function ruleShown(rule, goTo) {
  const { id, says, at, state } = rule;
  const name = goTo ? make("button", { type: "button", className: "link", onclick: () => goTo(rule) }, id) : id;
  const className = HOLDING.includes(state) ? "lit" : "";
  return make("li", { className }, make("strong", {}, SAID.STATES[state]), " ", name, make("br"), says, make("br"), make("small", {}, at));
}

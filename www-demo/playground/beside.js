// The package, asked by the page from beside it: a pack of some size is checked and compared without holding up whoever types.

import { SafeguardingError, answerQuestion, describePacks, factsFrom, loadPack, questionsFor } from "safeguarding-rules";
import { beginToml, checkToml, comparePacks, sealPack } from "safeguarding-rules/workshop";

const TASKS = {
  begin: beginToml,
  check(toml) {
    const checked = checkToml(toml);
    return { ...checked, sealed: checked.pack && sealPack(checked.pack) };
  },
  compare: comparePacks,
  packs: () => describePacks().packs,
  load: loadPack,
  ask,
};

/** The answer to a question, with each field worth asking on the way to it; `entered` are the names and values of a form. */
function ask({ question, scope, entered }) {
  const fields = [];
  const isAsked = (name) => fields.some(({ path }) => path === name);
  for (;;) {
    const facts = { ...factsFrom(entered.filter(([name]) => isAsked(name)), fields), ...scope };
    // A list whose entries have fields of their own is left to a portal.
    const fresh = questionsFor(question, facts).filter(({ path, each }) => !each?.fields && !isAsked(path));
    if (fresh.length === 0) return { fields, ...told(question, facts) };
    fields.push(...fresh);
  }
}

/** What is missing or cannot be is no fault of the pack: it is told where the answer would stand. */
function told(question, facts) {
  try {
    return { facts, decision: answerQuestion(question, facts) };
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return { facts, refused: error.message };
  }
}

self.addEventListener("message", ({ data: { id, task, given } }) => {
  try {
    self.postMessage({ id, done: TASKS[task](given) });
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    self.postMessage({ id, refused: error.message });
  }
});

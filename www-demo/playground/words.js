// What the page for authors says beside what the library says.

export const QUESTIONS = {
  "classify-concern": "How soon must we meet?",
  "list-attendees": "Who takes part?",
  "list-deadlines": "What falls due?",
  "make-checklist": "What must be ready?",
  "choose-meeting": "Which meeting does the child need?",
  "resolve-disagreement": "What if we disagree?",
};
export const EDITOR = "The pack, as a text in TOML";
export const NOT_OPENED = "The rules could not be opened. Reload the page.";
export const TOO_LARGE = "This file is too large for a pack.";
export const BEGUN = "A new pack was begun. Ctrl and Z in the text brings back the one before.";
export const OPENED = "The file was opened. Ctrl and Z in the text brings back the pack before.";
export const SOUND = (rules, examples) => `No doubts. Rules: ${rules}, examples that hold: ${examples}`;
export const DOUBTS = (count) => (count === 1 ? "One doubt" : `${count} doubts`);
export const AT_LINE = (line) => `Line ${line}`;
export const WHOLE = "The whole pack";
export const MEND_FIRST = "Mend the doubts first: only a pack without doubt answers, is compared and is sealed.";
export const NOT_KNOWN = "Not known";
export const ANSWERS = [{ id: "yes", label: "Yes" }, { id: "no", label: "No" }];
export const FURTHER = (count) => `Further facts: ${count}`;
export const OWN_RULES = (count) => `Rules of this pack: ${count}`;
export const OTHER_RULES = (count) => `Rules of the documents beneath it: ${count}`;
export const STATES = {
  because: "Decides the answer",
  alsoApplies: "Holds too",
  setAside: "Set aside",
  not: "Does not hold in this case",
};
export const WHOLE_ANSWER = "The whole answer, as a portal gets it";
export const DIFFERENT = { added: "New", removed: "Gone", changed: "Changed", reworded: "Worded otherwise" };
export const RULES_THAT_DIFFER = (count) => `Rules that differ: ${count}`;
export const [CASE, BEFORE, AFTER] = ["A case", "Before", "After"];
export const CASES = (cases, of) => `So in ${cases} of ${of} cases that were tried.`;

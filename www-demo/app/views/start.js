// Start: what somebody needs, in six large choices; a search that knows other words for it; how old the rules are.

import { describePacks } from "safeguarding-rules";
import { contents, details, heading, make, paragraph, section, spokenDate } from "safeguarding-rules/parts";
import { announce } from "../parts/announce.js";
import { addressOf, linkTo } from "../parts/router.js";
import { placesFor } from "../parts/search.js";
import { SHARED, START } from "../words.js";

const NEEDS = ["guide", "who", "actions", "sharing", "checklists", "invited"];
const PAUSE_IN_MS = 400;

export function start() {
  return { name: "start", title: START.title, group: "guide", screen };
}

function screen() {
  const need = (name) => make("li", null, make("a", { class: "need", href: addressOf(name) }, START.needs[name]));
  return {
    element: make(
      "div",
      null,
      heading(1, START.title),
      make("ul", { class: "needs" }, NEEDS.map(need)),
      search(),
      paragraph(START.kept, linkTo("keeps", SHARED.whatIsKept), "."),
      paragraph(START.install),
      details(START.rules, howOld()),
    ),
  };
}

/**
 * Finds the page for a word, also one that is not the page's own or that is misspelt; shown after a pause in typing.
 */
function search() {
  const input = make("input", {
    class: "govuk-input",
    id: "need",
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "100",
  });
  const found = make("div");
  let timer;
  const show = () => {
    const typed = input.value.trim();
    const places = placesFor(typed);
    const said = typed === "" ? "" : places.length > 0 ? START.found(places.length) : START.unknownWord;
    const list = make(
      "ul",
      { class: "govuk-list" },
      places.map(({ view, title }) => make("li", null, linkTo(view, title))),
    );
    found.replaceChildren(
      ...contents([
        said && paragraph(said),
        places.length > 0 && list,
        said && paragraph(START.allRules, linkTo("rules", SHARED.rules), "."),
      ]),
    );
    announce(said);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE_IN_MS);
  });
  return section(
    START.find,
    make(
      "div",
      { class: "govuk-form-group" },
      make("label", { class: "govuk-label", for: input.id }, START.findLabel),
      input,
    ),
    found,
  );
}

function howOld() {
  return describePacks().packs.map(({ title, label, supersededBy, checkedOn }) =>
    make(
      "div",
      { class: "rule" },
      make("p", null, make("strong", null, title)),
      make("p", null, label),
      supersededBy && make("p", null, START.replaced(supersededBy)),
      make("p", { class: "quiet" }, SHARED.lastChecked(spokenDate(checkedOn))),
    ),
  );
}

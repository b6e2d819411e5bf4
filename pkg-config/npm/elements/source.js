// <sg-source rule="…">: the place in a document that a rule stands on, and its operative words.

import { listRules } from "safeguarding-rules";
import { Question } from "./base.js";
import { make, paragraph } from "./parts/dom.js";
import { SOURCE } from "./words.js";
import { redraw } from "./parts/look.js";
import { ruleItem } from "./parts/rules.js";

export class Source extends Question {
  static settings = ["area", "packs", "rule"];
  static event = undefined;

  #list;

  decide({ area, packs }) {
    const { rules } = listRules({ area, packs });
    const named = rules.map(({ rule }) => rule).filter(({ id }) => id === this.getAttribute("rule"));
    // One place may answer several questions: it is shown once.
    return { rules: [...new Map(named.map((rule) => [`${rule.place} ${rule.words}`, rule])).values()] };
  }

  parts() {
    [this.#list] = this.make(() => make("ul", { class: "rules" }));
    return [this.#list];
  }

  draw({ rules }) {
    redraw(this.#list, ...this.make(() => (rules.length > 0 ? rules.map((rule) => ruleItem(rule, false)) : make("li", null, paragraph(SOURCE.none)))));
  }

  drawRefusal(said) {
    redraw(this.#list, make("li", null, ...said));
  }

  /** It has no value: it only shows. */
  valueOf() {
    return null;
  }
}

// A table in a file of this device: read beside the page, with what was read and what is wrong with its lines told
// under it.

import { bullets, contents, Field, heading, make, paragraph } from "safeguarding-rules/parts";
import { QUARTER } from "../words.js";
import { lastBeside } from "./beside.js";

const PROBLEMS_SHOWN = 10;
const ACCEPTED = ".csv,.json,text/csv,application/json";

export class TableFileField extends Field {
  /** `task` reads the file beside the page and gives its rows under this name; `told` says how many there are. */
  constructor({ task, told, ...settings }) {
    super(settings);
    this.task = task;
    this.told = told;
    this.fromFile = lastBeside();
    this.progress = make("progress", { "aria-label": QUARTER.reading, hidden: true });
    this.preview = make("div", { role: "status" });
    const control = make("input", {
      class: "govuk-file-upload",
      id: this.id,
      type: "file",
      accept: ACCEPTED,
      onchange: () => this.take(),
    });
    const label = make("label", { class: "govuk-label govuk-label--s", for: this.id }, this.label);
    this.lay(make("div", { class: "govuk-form-group" }, label, control, this.progress, this.preview), control, control);
  }

  async take() {
    this.rows = this.places = undefined;
    this.progress.hidden = false;
    const file = this.control.files[0];
    try {
      const { [this.task]: rows, problems, columns, places } = await this.fromFile(this.task, file);
      Object.assign(this, { file, rows, places });
      this.preview.replaceChildren(...contents([
        paragraph(this.told(rows.length)),
        columns.length > 0 && paragraph(QUARTER.columns(columns.join(", "))),
        problemsIn(problems),
      ]));
    } catch (error) {
      this.preview.replaceChildren(paragraph(error.message));
    }
    this.progress.hidden = true;
  }

  /** Of a file without a row nothing can be worked out. */
  read() {
    return this.rows?.length > 0 ? this.rows : undefined;
  }
}

/** What is wrong with lines, each at its line. */
export function problemsIn(problems) {
  const said = ({ line, text }) => (line ? QUARTER.line(line, text) : text);
  return problems.length > 0 && [heading(2, QUARTER.checkLines), firstOf(problems.map(said))];
}

/** The first of them, and how many more there are, also of those that are not listed. */
export function firstOf(lines, notListed = 0) {
  const more = lines.length + notListed - PROBLEMS_SHOWN;
  return [bullets(lines.slice(0, PROBLEMS_SHOWN)), more > 0 && paragraph(QUARTER.moreLines(more))];
}

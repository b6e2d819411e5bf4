// Settings: packs, duty numbers and office hours, bank holidays that were proclaimed late, the size of the text.

import { SafeguardingError, describePacks } from "safeguarding-rules";
import { know, known } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { heading, linkButton, make, paragraph, section } from "../../pkg-config/npm/elements/parts/dom.js";
import { spokenDate } from "../../pkg-config/npm/elements/parts/dates.js";
import { choice, labelled, moment, text } from "../../pkg-config/npm/elements/parts/fields.js";
import { form } from "../parts/form.js";
import { restart } from "../parts/router.js";
import { set, settings as chosen, takePack } from "../parts/settings.js";

const NAME = "settings";
const TITLE = "Settings";
const KEPT = "Settings live in this tab’s memory. A downloaded copy carries them too.";
const SIZES = [
  { value: "usual", label: "Usual" },
  { value: "large", label: "Large" },
  { value: "largest", label: "Largest" },
];

export function settings() {
  return { name: NAME, title: TITLE, screen: () => ({ element: make("div", null, heading(1, TITLE), paragraph(KEPT), packs(), numbers(), holidays(), textSize()) }) };
}

// ---------------------------------------------------------------------------------------------------------- the packs

function packs() {
  const problem = make("div", { role: "alert" });
  const file = make("input", { class: "govuk-file-upload", id: "pack-file", type: "file", accept: ".json,application/json" });
  file.addEventListener("change", async () => {
    problem.replaceChildren();
    try {
      const { title } = takePack(await packIn(file.files[0]));
      restart(NAME);
      announce(`${title} is loaded.`);
    } catch (error) {
      problem.replaceChildren(make("p", { class: "govuk-error-message" }, refusalOf(error)));
    }
  });
  return section(
    "Packs of rules",
    describePacks().packs.map(({ id, title, label, version }) =>
      make("div", { class: "rule" }, make("p", null, make("strong", null, title)), make("p", null, label), make("p", { class: "quiet" }, `Rule pack ${id}, version ${version}.`)),
    ),
    make(
      "div",
      { class: "govuk-form-group" },
      make("label", { class: "govuk-label govuk-label--s", for: file.id }, "Load a pack of your partnership"),
      make("div", { class: "govuk-hint" }, "A pack in its object form (JSON). It is checked first, and stays until this page is closed."),
      problem,
      file,
    ),
  );
}

async function packIn(file) {
  try {
    return JSON.parse(await file.text());
  } catch {
    throw new TypeError("This file cannot be read as a pack: it is not JSON, or it is cut off.");
  }
}

function refusalOf(error) {
  if (error instanceof SafeguardingError) return `This pack was not loaded. ${error.path ? `At ${error.path}: ` : ""}${error.message}`;
  if (error instanceof TypeError) return error.message;
  throw error;
}

// ------------------------------------------------------------------------------------------- numbers and office hours

function numbers() {
  const { dutyNumber, outOfHoursNumber, opens, closes } = chosen();
  const duty = text({ path: "dutyNumber", question: "Duty team’s number" });
  const night = text({ path: "outOfHoursNumber", question: "Emergency duty team’s number, outside office hours" });
  const hours = { opens: timeInput("office-opens", opens), closes: timeInput("office-closes", closes) };
  duty.set(dutyNumber);
  night.set(outOfHoursNumber);
  const save = ({ dutyNumber = "", outOfHoursNumber = "" }) => {
    set({ dutyNumber, outOfHoursNumber, opens: hours.opens.value || opens, closes: hours.closes.value || closes });
    announce("Saved.");
  };
  const made = form({
    own: true,
    fields: () => [duty, night],
    parts: [
      duty.element,
      night.element,
      make("div", { class: "date-and-time" }, labelled("Offices open at", hours.opens), labelled("and close at", hours.closes)),
    ],
    buttons: make("button", { type: "submit", class: "govuk-button govuk-button--secondary" }, "Save numbers and hours"),
    answer: save,
  });
  return section("Duty numbers and office hours", paragraph("The documents hold no phone numbers. Those entered here are shown where a child needs protecting now."), made.element);
}

function timeInput(id, value) {
  return make("input", { class: "govuk-input", id, type: "time", value, autocomplete: "off" });
}

// ------------------------------------------------------------------------------------------------------ bank holidays

const PATH = "bankHolidays";

function holidays() {
  const day = moment({ path: "date", question: "Bank holiday", name: "date of the bank holiday", withTime: false, mayBeAhead: true, required: "Enter the date of the bank holiday" });
  const title = text({ path: "title", question: "What it is called (optional)" });
  const list = make("ul", { class: "govuk-list" });
  const added = () => known(PATH) ?? [];
  const change = (next) => {
    know(PATH, next.length > 0 ? next : undefined);
    draw();
  };
  const remove = ({ date }) => {
    change(added().filter((holiday) => holiday.date !== date));
    announce(`${spokenDate(date)} counts as a working day again.`);
    day.focus();
  };
  function draw() {
    list.replaceChildren(...added().map((holiday) => make("li", null, [spokenDate(holiday.date), holiday.title].filter(Boolean).join(", "), " ", linkButton("Remove", spokenDate(holiday.date), () => remove(holiday)))));
  }
  const made = form({
    own: true,
    fields: () => [day, title],
    parts: [day.element, title.element],
    buttons: make("button", { type: "submit", class: "govuk-button govuk-button--secondary" }, "Add the bank holiday"),
    answer: ({ date, title: name }) => {
      change([...added().filter((holiday) => holiday.date !== date), { date, ...(name && { title: name }) }].sort((one, other) => one.date.localeCompare(other.date)));
      day.set(undefined);
      title.set(undefined);
      announce(`${spokenDate(date)} is added. Answers count it from now on.`);
    },
  });
  draw();
  return section("Bank holidays", paragraph("Add a bank holiday of England and Wales that was proclaimed late. Each one added can move a day later: check it twice."), list, made.element);
}

// ------------------------------------------------------------------------------------------------------ the text

function textSize() {
  const size = choice({ question: "Size of the text", options: SIZES, inline: true });
  size.set(chosen().textSize);
  size.element.addEventListener("change", () => set({ textSize: size.read() }));
  return section("Reading", size.element);
}

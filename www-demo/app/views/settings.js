// Settings: packs, duty numbers and office hours, bank holidays that were proclaimed late, the size of the text.

import { SafeguardingError, classifyConcern, describePacks } from "safeguarding-rules";
import {
  COMMON, choice, heading, labelled, linkButton, make, moment, packTitle, paragraph, presentMoment, section,
  spokenDate, text,
} from "safeguarding-rules/parts";
import { know, known } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { lastBeside } from "../parts/beside.js";
import { form } from "../parts/form.js";
import { keepsInTab, switchInTab } from "../parts/kept-in-tab.js";
import { showProblems } from "../parts/problems.js";
import { restart } from "../parts/router.js";
import { isNumber, loadedPacks, set, settings as chosen, takePack } from "../parts/settings.js";
import { isTitle } from "../out/facts-in-a-file.js";
import { SETTINGS, SHARED } from "../words.js";

const NAME = "settings";
const TITLE = SHARED.settings;
const KEPT = SETTINGS.where;
const SIZES = [
  { value: "usual", label: SETTINGS.sizes.usual },
  { value: "large", label: SETTINGS.sizes.large },
  { value: "largest", label: SETTINGS.sizes.largest },
];

export function settings() {
  return {
    name: NAME,
    title: TITLE,
    screen: () => ({
      element: make(
        "div",
        null,
        heading(1, TITLE),
        paragraph(KEPT),
        packs(),
        numbers(),
        holidays(),
        inTab(),
        textSize(),
      ),
    }),
  };
}

// ---------------------------------------------------------------------------------------------------------- the packs

const fromFile = lastBeside();

function packs() {
  const problem = make("div", { role: "alert" });
  const file = make("input", {
    class: "govuk-file-upload",
    id: "pack-file",
    type: "file",
    accept: ".pack,.json,application/json",
  });
  file.addEventListener("change", async () => {
    problem.replaceChildren();
    try {
      const { title } = takePack(await fromFile("pack", { file: file.files[0], loaded: loadedPacks() }));
      restart();
      announce(SETTINGS.loaded(title));
    } catch (error) {
      problem.replaceChildren(make("p", { class: "govuk-error-message" }, refusalOf(error)));
    }
  });
  return section(
    SETTINGS.packs,
    describePacks().packs.map(({ label, ...pack }) =>
      make(
        "div",
        { class: "rule" },
        make("p", null, make("strong", null, packTitle(pack))),
        make("p", null, label),
        make("p", { class: "quiet" }, SETTINGS.pack(pack.id, pack.version)),
      ),
    ),
    make(
      "div",
      { class: "govuk-form-group" },
      make("label", { class: "govuk-label govuk-label--s", for: file.id }, SETTINGS.loadPack),
      make("div", { class: "govuk-hint" }, SETTINGS.loadPackHint),
      problem,
      file,
    ),
  );
}

// The library's own refusals and those of its workshop bear the same name.
function refusalOf(error) {
  if (error.name === "SafeguardingError") return SETTINGS.notLoaded(error.path, error.message);
  if (error.name === "TypeError") return error.message;
  throw error;
}

// ------------------------------------------------------------------------------------------- numbers and office hours

function numbers() {
  const { dutyNumber, outOfHoursNumber, opens, closes } = chosen();
  const duty = text({ path: "dutyNumber", question: SETTINGS.dutyNumber });
  const night = text({ path: "outOfHoursNumber", question: SETTINGS.emergencyNumber });
  const hours = { opens: timeInput("office-opens", opens), closes: timeInput("office-closes", closes) };
  for (const number of [duty, night])
    number.problem = () => (isNumber(number.read() ?? "") ? null : SETTINGS.notANumber);
  duty.set(dutyNumber);
  night.set(outOfHoursNumber);
  const save = ({ dutyNumber = "", outOfHoursNumber = "" }) => {
    set({ dutyNumber, outOfHoursNumber, opens: hours.opens.value || opens, closes: hours.closes.value || closes });
    announce(SETTINGS.saved);
  };
  const made = form({
    own: true,
    fields: () => [duty, night],
    parts: [
      duty.element,
      night.element,
      make(
        "div",
        { class: "date-and-time" },
        labelled(SETTINGS.opensAt, hours.opens),
        labelled(SETTINGS.closesAt, hours.closes),
      ),
    ],
    buttons: make("button", { type: "submit", class: "govuk-button govuk-button--secondary" }, SETTINGS.save),
    answer: save,
  });
  return section(SETTINGS.numbers, paragraph(SETTINGS.numbersAbout), made.element);
}

function timeInput(id, value) {
  return make("input", { class: "govuk-input", id, type: "time", value, autocomplete: "off" });
}

// ------------------------------------------------------------------------------------------------------ bank holidays

const PATH = "bankHolidays";

function holidays() {
  const day = moment({
    path: "date",
    question: SETTINGS.holiday,
    name: SETTINGS.holidayDate,
    withTime: false,
    mayBeAhead: true,
    required: SETTINGS.holidayRequired,
  });
  const title = text({ path: "title", question: SETTINGS.holidayName });
  title.problem = () => (isTitle(title.read() ?? "-") ? null : SETTINGS.longTitle);
  const list = make("ul", { class: "govuk-list" });
  const added = () => known(PATH) ?? [];
  const change = (next) => {
    know(PATH, next.length > 0 ? next : undefined);
    draw();
  };
  const remove = ({ date }) => {
    change(added().filter((holiday) => holiday.date !== date));
    announce(SETTINGS.countsAgain(spokenDate(date)));
    day.focus();
  };
  function draw() {
    list.hidden = added().length === 0;
    list.replaceChildren(
      ...added().map((holiday) =>
        make(
          "li",
          null,
          [spokenDate(holiday.date), holiday.title].filter(Boolean).join(", "),
          " ",
          linkButton(SHARED.remove, spokenDate(holiday.date), () => remove(holiday)),
        ),
      ),
    );
  }
  const made = form({
    own: true,
    fields: () => [day, title],
    parts: [day.element, title.element],
    buttons: make("button", { type: "submit", class: "govuk-button govuk-button--secondary" }, SETTINGS.addHoliday),
    answer: ({ date, title: name }) => {
      const next = [...added().filter((holiday) => holiday.date !== date), { date, ...(name && { title: name }) }];
      const refusal = refusalOfHolidays(next);
      if (refusal)
        return showProblems([
          { field: refusal.path.endsWith(".title") ? title : day, text: SETTINGS.holidayRefused(refusal.message) },
        ]);
      change(next.sort((one, other) => one.date.localeCompare(other.date)));
      day.set(undefined);
      title.set(undefined);
      announce(SETTINGS.added(spokenDate(date)));
    },
  });
  draw();
  return section(SETTINGS.holidays, paragraph(SETTINGS.holidaysAbout), list, made.element);
}

/**
 * Why the library refuses these bank holidays, which is of the last where those before it stood already; undefined
 * where it takes them.
 */
function refusalOfHolidays(bankHolidays) {
  try {
    classifyConcern({ bankHolidays, now: presentMoment().instant });
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return error;
  }
}

// ------------------------------------------------------------------------------------------------- what was entered

function inTab() {
  const { title, question, hint } = SETTINGS.inTab;
  const options = [{ value: true, label: COMMON.yes }, { value: false, label: COMMON.no }];
  const keeps = choice({ question, hint, options, inline: true });
  keeps.set(keepsInTab());
  keeps.element.addEventListener("change", () => switchInTab(keeps.read()));
  return section(title, keeps.element);
}

// ------------------------------------------------------------------------------------------------------ the text

function textSize() {
  const size = choice({ question: SETTINGS.textSize, options: SIZES, inline: true });
  size.set(chosen().textSize);
  size.element.addEventListener("change", () => set({ textSize: size.read() }));
  return section(SETTINGS.reading, size.element);
}

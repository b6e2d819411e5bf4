// The views beside the answers: rules, quarter, settings, and what is said about the page; how to get there.

import { keepDraft } from "./draft-scenes.mjs";
import { library, press } from "./the-page.mjs";

const NO_MEETINGS = "ref,ended,agency,attended,shoe size\nA2,3 August,police,perhaps,9";
const MEETINGS = [
  "ref,ended,settled,agency,requested,attended,form returned,done decisions,done minutes",
  ...Array.from({ length: 12 }, (_, index) => `M${index},2026-08-0${1 + (index % 9)}T12:00,yes,police,yes,${index % 3 ? "yes" : "no"},yes,,`),
].join("\n");

const CASES = ["ref,team,referral received,concerns identified,serious risk", "A1,north,,23/12/2026,no", "A2,north,21/12/2026 15:30,,yes", "A3,south,,21/12/2026,yes"].join("\n");

const given = (page, label, name, text) => page.getByLabel(label).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function compare(page, before, after) {
  await page.getByRole("group", { name: "First document" }).getByLabel(before).check();
  await page.getByRole("group", { name: "Second document" }).getByLabel(after).check();
  await press(page, "Compare");
}

async function search(page, words) {
  await page.getByLabel("Search all rules").fill(words);
  await page.locator("[role=search] h2").waitFor();
}

async function countQuarter(page) {
  await page.getByLabel("County Durham", { exact: true }).check();
  await given(page, "Meetings (CSV or JSON)", "meetings.csv", MEETINGS);
  await page.getByText("12 meetings were read.").waitFor();
  await press(page, "Show the quarter");
  await page.locator("section.answer").waitFor();
}

async function listCases(page) {
  await page.getByLabel("County Durham", { exact: true }).check();
  await given(page, "Open cases (CSV or JSON)", "cases.csv", CASES);
  await page.getByText("3 cases were read.").waitFor();
  await press(page, "Show what is due");
  await page.locator("section.answer").waitFor();
}

const titleOf = (id) => library.describePacks().packs.find((pack) => pack.id === id).title;

export const FURTHER_SCENES = [
  { name: "records", route: "#/records", arrive: async () => {} },
  { name: "absent", route: "#/absent", arrive: async () => {} },
  { name: "rules", route: "#/rules", arrive: async () => {} },
  { name: "rules-found", route: "#/rules", arrive: (page) => search(page, "minutes") },
  {
    name: "rules-none-found",
    route: "#/rules",
    arrive: async (page) => {
      await search(page, "zebra");
      await page.getByRole("heading", { name: "0 rules" }).waitFor();
    },
  },
  { name: "rules-document", route: "#/rules/professionals-meetings", arrive: async () => {} },
  { name: "rules-glossary", route: "#/rules/glossary", arrive: async () => {} },
  { name: "rules-compare-error", route: "#/rules/compare", arrive: (page) => press(page, "Compare") },
  {
    name: "rules-compare-same",
    route: "#/rules/compare",
    arrive: async (page) => {
      await compare(page, titleOf("professionals-meetings"), titleOf("professionals-meetings"));
      await page.getByRole("heading", { name: "No change." }).waitFor();
    },
  },
  { name: "quarter", route: "#/quarter", arrive: async () => {} },
  { name: "quarter-error", route: "#/quarter", arrive: (page) => press(page, "Show the quarter") },
  {
    name: "quarter-lines",
    route: "#/quarter",
    arrive: async (page) => {
      await given(page, "Meetings (CSV or JSON)", "meetings.csv", NO_MEETINGS);
      await page.getByText("Check these lines").waitFor();
    },
  },
  { name: "quarter-report", route: "#/quarter", arrive: countQuarter },
  { name: "cases", route: "#/cases", arrive: async () => {} },
  { name: "cases-list", route: "#/cases", arrive: listCases },
  { name: "settings", route: "#/settings", arrive: async () => {} },
  {
    name: "settings-refused",
    route: "#/settings",
    arrive: async (page) => {
      await given(page, "Load a pack of your partnership", "pack.json", "{");
      await page.getByText("This file cannot be read as a pack").waitFor();
    },
  },
  { name: "keeps", route: "#/keeps", arrive: async () => {} },
  { name: "accessibility", route: "#/accessibility", arrive: async () => {} },
  { name: "copy", route: "#/copy", arrive: async () => {} },
  {
    name: "copy-refused",
    route: "#/copy",
    arrive: async (page) => {
      await given(page, "Choose a copy to open", "case.json", "{");
      await page.locator(".govuk-error-message:not(:empty)").waitFor();
    },
  },
  { name: "draft", route: "#/draft", arrive: (page) => page.getByRole("button", { name: "Keep a draft" }).waitFor() },
  {
    name: "draft-open",
    route: "#/draft",
    arrive: async (page) => {
      await keepDraft(page);
      await page.getByRole("button", { name: "Delete this draft" }).waitFor();
    },
  },
  { name: "start-again", route: "#/start-again", arrive: async () => {} },
];

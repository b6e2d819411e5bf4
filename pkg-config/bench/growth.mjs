// How an answer's time grows: with the packs that are loaded, with the facts that are told, with children, and with meetings.

import { pathToFileURL } from "node:url";
import { measure } from "./cpu-time.mjs";
import { packageIn } from "./package-measured.mjs";
import { QUESTIONS } from "./questions.mjs";

const { folder, pace } = JSON.parse(process.argv[2]);
const { fileOf, workshop } = packageIn(folder);
const { classifyConcern, describeColumns, describePacks, loadPack, reportQuarter } = await import(pathToFileURL(fileOf(".")));
const { sealPack } = await import(pathToFileURL(fileOf(workshop)));
const [concern] = QUESTIONS.classifyConcern;
const [quarter] = QUESTIONS.reportQuarter;

/** The time of each call, by how much of something it has. */
async function timesOf(calls) {
  const found = await measure(Object.fromEntries(calls.map(([count, call]) => [String(count), call])), pace);
  return calls.map(([count]) => ({ count, median: found[count].median }));
}

const names = describeColumns({ area: "generic" }).facts.map(({ name }) => name);
const told = (count) => ({ ...concern, concerns: Object.fromEntries(names.slice(0, count).map((name) => [name, false])) });
const facts = await timesOf(Array.from({ length: names.length + 1 }, (_, count) => [count, () => classifyConcern(told(count))]));

const family = (count) => ({ ...concern, children: Array.from({ length: count }, (_, place) => ({ ref: `child-${place}`, concerns: { seriousRisk: place % 2 === 0 } })) });
const children = await timesOf([1, 2, 4, 8, 16].map((count) => [count, () => classifyConcern(family(count))]));

const meetingsOf = (count) => Array.from({ length: count }, (_, place) => ({ ...quarter.meetings[place % quarter.meetings.length], ref: `meeting-${place}` }));
const quarters = [50, 100, 200, 400].map((count) => [count, { ...quarter, meetings: meetingsOf(count) }]);
const meetings = await timesOf(quarters.map(([count, of]) => [count, () => reportQuarter(of)]));

/** A partnership of our making, each with an area of its own. */
function packOf(number) {
  const id = `partnership-${number}`;
  const document = { id, version: "1.0.0", title: `Partnership ${number}`, area: id, area_label: `Partnership ${number}`, force: "local-protocol", cites: "Its procedures (2026)", stands_on: ["multi-agency-meetings"], status: { checked_on: "2026-11-01" } };
  const rule = { id: `P${number}-1`, hold: "within 2 working days", from: "concerns identified", force: "should", says: "Hold it within 2 working days.", at: "1", words: "within two working days" };
  const facts = { others_considered: true, concerns_identified_at: "2026-03-02T09:00" };
  const example = [{ name: "Here", asks: "classify_concern", facts, fires: [rule.id] }, { name: "Elsewhere", asks: "classify_concern", facts: { ...facts, area: "generic" }, misses: [rule.id] }];
  return sealPack({ document, classify_concern: [rule], example });
}

const packs = [];
const ofOneArea = { ...concern, area: "county-durham" };
for (const count of [describePacks().packs.length, 50, 100, 200]) {
  for (let number = describePacks().packs.length; number < count; number++) loadPack(packOf(number));
  packs.push(...(await timesOf([[count, () => classifyConcern(ofOneArea)]])));
}

console.log(JSON.stringify({ packs, facts, children, meetings }));

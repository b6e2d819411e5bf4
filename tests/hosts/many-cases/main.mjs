import { classifyConcern, describeColumns, timeColumns, timeMany } from "safeguarding-rules";

// What all have in common stands beside them.
const common = { area: "county-durham", othersConsidered: true };
const cases = [
  { concerns: { seriousRisk: true }, referralReceivedAt: "2026-12-23" },
  { concerns: { seriousRisk: false }, concernsIdentifiedAt: "2026-12-23" },
];

const times = timeMany(cases, common);
for (const { timescale, dueBy, settled } of times) console.log(timescale, dueBy, settled);

// Why is this one due then?
console.log(classifyConcern({ ...common, ...cases[1] }).because[0].sentence);

// The same from columns of numbers.
const { facts, timescales } = describeColumns(common);
const bitOf = (name) => facts.find((fact) => fact.name === name).bit;
const [YES, NO] = [1, 2];
const day = (date) => Date.parse(date) / 86_400_000;

const columns = {
  facts: Uint32Array.of(YES << bitOf("seriousRisk"), NO << bitOf("seriousRisk")),
  referralReceivedAt: Uint32Array.of(day("2026-12-23"), 0),
  concernsIdentifiedAt: Uint32Array.of(0, day("2026-12-23")),
};
const { dueBy, timescale } = timeColumns(columns, common);
console.log(timescales[timescale[1]], new Date(dueBy[1] * 86_400_000).toISOString().slice(0, 10));

import { createReadStream } from "node:fs";
import { readCsv, readJsonLines, replay, reportQuarterFrom } from "safeguarding-rules/streams";

// How did they all do? Each meeting is judged by the rules that were in force on its day.
const meetings = readCsv(createReadStream("meetings.csv"));
const common = { area: "county-durham", from: "2026-10-01", until: "2026-12-31", rulesOfTheDay: true };
const { answer } = await reportQuarterFrom(meetings, common, { onProgress: (done) => console.error(`${done} meetings`) });
console.log(answer.heading);
for (const { code, path } of answer.check) console.log(code, path);

// What would other documents have said, case by case?
const cases = readJsonLines(createReadStream("cases.jsonl"));
const told = await replay("list-attendees", cases, { area: "county-durham" }, { examples: 1 });
console.log(told.different, "of", told.cases);
for (const { field, before, after, cases } of told.changes) console.log(field, before, "to", after, cases);
for (const { place, fields } of told.examples) console.log(place, ...fields);

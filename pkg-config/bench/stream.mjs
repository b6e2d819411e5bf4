// What a meeting takes in the report on a stream of so many, and how much memory the rules hold at its end.

import { spent } from "./cpu-time.mjs";
import { packageIn } from "./package-measured.mjs";

const { folder, count } = JSON.parse(process.argv[2]);
const COMMON = { area: "county-durham", from: "2026-10-01", until: "2026-12-31", rulesOfTheDay: true };
const [DAYS, DAY, FIRST] = [92, 86_400_000, Date.parse("2026-10-01")];
const FOR_WARMING = 2_000;

let memory;
const RealInstance = WebAssembly.Instance;
WebAssembly.Instance = function (module, imports) {
  const instance = new RealInstance(module, imports);
  memory = instance.exports.memory ?? memory;
  return instance;
};
const { reportQuarterFrom } = await packageIn(folder).functions();

const dayOf = (place) => new Date(FIRST + place * DAY).toISOString().slice(0, 10);
const two = (number) => String(number).padStart(2, "0");

/** Meetings in no order of time, each tenth under the reference of another, each with a concern, three agencies and two duties. */
function* meetings(count) {
  for (let place = 0; place < count; place++) {
    const [day, hour, minute] = [(place * 7) % DAYS, place % 8, two(place % 60)];
    yield {
      ref: `case-${place % 10 === 9 ? place - 9 : place}`, team: `team-${place % 40}`,
      startedAt: `${dayOf(day)}T${two(9 + hour)}:${minute}`, endedAt: `${dayOf(day)}T${10 + hour}:${minute}:${two(Math.floor(place / 60) % 60)}`,
      concern: { concerns: { seriousRisk: place % 3 === 0 }, othersConsidered: true, referralReceivedAt: `${dayOf(day - 2)}T09:00` },
      agencies: ["police", "childrens-social-care", "health"].map((agency) => ({ agency, requested: true, attended: place % 5 !== 0, formReturned: place % 4 !== 0 })),
      done: { decisions: `${dayOf(day)}T20:00`, minutes: dayOf(day + 1) },
    };
  }
}

await reportQuarterFrom(meetings(FOR_WARMING), COMMON);
const before = spent();
const { answer } = await reportQuarterFrom(meetings(count), COMMON);
console.log(JSON.stringify({ count, median: (spent() - before) / count, counted: answer.meetings.number, wasm: memory.buffer.byteLength, process: process.memoryUsage().rss }));

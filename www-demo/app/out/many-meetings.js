// Files of very many meetings. They are counted where they are read, one after another: what comes back is the report,
// and no meeting.

import { reportQuarterFrom } from "safeguarding-rules";
import { meetingsIn } from "./meetings.js";
import { placeOf } from "./same-meeting.js";

/** So many are handed to the page, which answers at once. */
const FEW = 500;

/** The meetings in a file, or of many how many there are. */
export async function fewIn(file) {
  const read = await meetingsIn(file);
  return read.meetings.length <= FEW ? read : { ...read, meetings: { length: read.meetings.length }, places: null };
}

/** Are they here, and not only how many there are? */
export function areFew(meetings) {
  return Array.isArray(meetings);
}

/**
 * The report on the meetings in a file, and that on each quarter before: `{ decision, before, places }`, in `places`
 * where in the file each doubt stands, by its path. With `loadPack`, the library here is another than the page's, and
 * gets the packs that the page has loaded.
 */
export async function quarterIn({ file, common, quarters, loaded }, tell, loadPack) {
  if (loadPack) for (const sealed of loaded.values()) loadPack(sealed);
  const { meetings, places } = await meetingsIn(file);
  const hasMeetings = ({ from, until }) =>
    meetings.some(
      ({ endedAt = "" }) => from <= endedAt.slice(0, from.length) && endedAt.slice(0, until.length) <= until,
    );
  const first = quarters.findIndex(hasMeetings);
  const held = first === -1 ? [] : quarters.slice(first);
  let before = 0;
  const report = async (facts) => {
    const decision = await reportQuarterFrom(
      meetings,
      { ...common, ...facts },
      { onProgress: (done) => tell((before + done) / (meetings.length * (1 + held.length))) },
    );
    before += meetings.length;
    return decision;
  };
  try {
    const decision = await report({});
    const answers = [];
    for (const { label, from, until } of held)
      answers.push({ label, from, answer: (await report({ from, until })).answer });
    return {
      decision,
      before: answers,
      places: new Map(decision.answer.check.map(({ path }) => [path, placeOf(path, places)])),
    };
  } catch (error) {
    // Where it stands in the file is told as of a doubt.
    throw Object.assign(error, { place: placeOf(error.path ?? "", places) });
  }
}

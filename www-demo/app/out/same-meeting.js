// Which lines of a file are about one meeting. A reference alone does not say: a second meeting may be held under it.

import { put } from "safeguarding-rules/parts";
import { MEETINGS_FILE } from "../words.js";
import { note } from "./table-file.js";

/**
 * The meetings that lines tell of. Lines are about one meeting where they have one reference and one end; what two of
 * them say differently is not recorded, and is added to the problems. `ofAgency` are the columns of an agency's own.
 */
export function meetingsOf(lines, problems, ofAgency, nameAt) {
  const meetings = new Map();
  for (const { line, cells, key } of withKeys(lines, problems)) {
    if (!meetings.has(key)) meetings.set(key, { first: line, told: new Map(), agencies: [] });
    const meeting = meetings.get(key);
    const agency = cells.get("agency");
    if (agency) meeting.agencies.push({ line, cells });
    for (const [path, { value }] of cells) {
      if (ofAgency.some((column) => column.path === path) || value === null) continue;
      const told = meeting.told.get(path);
      if (told === undefined) meeting.told.set(path, { line, value, said: JSON.stringify(value) });
      else if (path === "endedAt")
        told.value = [told.value, value].find((end) => key === keyOf(cells.get("ref").value, end)) ?? told.value;
      else if (told.said !== JSON.stringify(value)) {
        told.value = null;
        note(problems, { line, text: MEETINGS_FILE.contradicts(nameAt.get(path), told.line) });
      }
    }
  }
  const all = [...meetings.values()];
  return {
    meetings: all.map((meeting) => written(meeting, ofAgency)),
    places: { meetings: all.map(placesOf), nameAt },
  };
}

/** Each line with the key of its meeting. */
function withKeys(lines, problems) {
  const ends = new Map();
  for (const { cells } of lines) {
    const ref = cells.get("ref").value;
    if (!ends.has(ref)) ends.set(ref, new Set());
    const end = endOf(cells);
    if (end) ends.get(ref).add(end);
  }
  return lines.flatMap((entry) => {
    const ref = entry.cells.get("ref").value;
    const known = [...ends.get(ref)];
    const end = endOf(entry.cells);
    if (end) {
      // A date alone is that of the one meeting of that day whose time another line gives.
      const sameDay = known.filter((other) => other.length > end.length && other.startsWith(end));
      return [{ ...entry, key: keyOf(ref, sameDay.length === 1 ? sameDay[0] : end) }];
    }
    if (known.length > 1) {
      note(problems, { line: entry.line, text: MEETINGS_FILE.whichMeeting });
      return [];
    }
    return [{ ...entry, key: keyOf(ref, known[0] ?? null) }];
  });
}

function keyOf(ref, end) {
  return JSON.stringify([ref, end]);
}

/** When a line says that its meeting ended: what cannot be read is no other meeting's end. */
function endOf(cells) {
  const end = cells.get("endedAt");
  return end && (end.value ?? `unread ${end.raw}`);
}

function written({ told, agencies }, ofAgency) {
  const meeting = {};
  for (const [path, { value }] of told) if (value !== null) put(meeting, path, value);
  meeting.agencies = agencies.map(({ cells }) =>
    Object.fromEntries(ofAgency.map(({ path }) => [path, cells.get(path)?.value ?? null])),
  );
  return meeting;
}

/** The lines of a meeting: the first, that of each field which stands in another, and that of each agency. */
function placesOf({ first, told, agencies }) {
  const elsewhere = [...told]
    .filter(([, { line }]) => line !== first)
    .map(([path, { line }]) => /** @type {const} */ ([path, line]));
  return { first, told: new Map(elsewhere), agencies: agencies.map(({ line }) => line) };
}

/** Where a path of a refusal or a doubt stands in a file with these places: `{ line, column }`, or null. */
export function placeOf(path, places) {
  const [, index, agency, field] = path.match(/^meetings\[(\d+)\](?:\.agencies\[(\d+)\])?\.?(.*)$/) ?? [];
  const meeting = places?.meetings[index];
  if (!meeting) return null;
  const name = field.replace(/\[\d+\]$/, "");
  const line = agency === undefined ? (meeting.told.get(name) ?? meeting.first) : meeting.agencies[agency];
  return { line, column: places.nameAt.get(name) };
}

// What makes calendars, and writes and reads tables: fetched when somebody first asks for it, as most never do.

import { SHARED } from "../words.js";

export function calendars() {
  return fetched(import("ical-generator"));
}

export function tables() {
  return fetched(import("papaparse"));
}

/** A tool, or a TypeError whose message tells a person what to do. */
async function fetched(tool) {
  try {
    return (await tool).default;
  } catch {
    throw new TypeError(SHARED.noTool);
  }
}

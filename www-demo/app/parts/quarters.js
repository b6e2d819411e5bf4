// Quarters of the year, by their first and last days.

import { shortMonthOf } from "safeguarding-rules/parts";
import { QUARTERS } from "../words.js";

const MONTHS_OF_ONE = 3;
const MOST_QUARTERS = 8;

/** The quarter that ended last before a day. */
export function lastQuarter(today) {
  const [year, month] = today.split("-").map(Number);
  return quarterFrom(year, Math.floor((month - 1) / MONTHS_OF_ONE) * MONTHS_OF_ONE - MONTHS_OF_ONE);
}

/** The quarters up to the one with this first and last day, the earliest first: two years of them. */
export function quartersUpTo({ from, until }) {
  const [year, month] = from.split("-").map(Number);
  const back = Array.from({ length: MOST_QUARTERS }, (_, index) =>
    quarterFrom(year, month - 1 - MONTHS_OF_ONE * index),
  );
  // Days chosen otherwise have no quarters before them to stand beside.
  return back[0].from === from && back[0].until === until ? back.reverse() : [];
}

/** The quarter from a month counted from 0; below that it lies in a year before. */
function quarterFrom(year, month) {
  const first = dateOf(Date.UTC(year, month, 1));
  const last = dateOf(Date.UTC(year, month + MONTHS_OF_ONE, 0));
  return { label: QUARTERS.label(shortMonthOf(first), shortMonthOf(last), last.slice(0, 4)), from: first, until: last };
}

function dateOf(milliseconds) {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

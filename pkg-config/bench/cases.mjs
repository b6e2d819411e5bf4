// The cases of a batch: the same decision as every engine holds, with days, as objects and as columns.

import { CASES } from "./decision.mjs";

export const COMMON = { area: "generic", othersConsidered: true };
export const BATCH = 100_000;

const REASON = "Three families in two areas";
const [FIRST_DAY, DAYS, DAY] = [20_454, 300, 86_400_000];

/** A small generator of its own, so that every run has the same cases. */
function dice(seed) {
  let state = seed;
  return (sides) => ((state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >>> 8) % sides;
}

const dateOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** As many cases: the facts as every engine takes them, and as this library does. */
export function casesOf(count) {
  const throwDice = dice(7);
  const all = Array.from({ length: count }, () => {
    const facts = CASES[throwDice(CASES.length)];
    const identified = FIRST_DAY + throwDice(DAYS);
    const received = identified + throwDice(3);
    return { facts, days: [identified, received, facts.immediateActionRequired ? identified : 0] };
  });
  const facts = all.map((one) => one.facts);
  // As they come from a file or a database: each an object of its own.
  const objects = JSON.parse(JSON.stringify(all.map(objectOf)));
  return { facts, objects, days: all.map(({ days }) => days) };
}

function objectOf({ facts, days: [identified, received, action] }) {
  const { seriousPhysicalInjury, seriousNeglect, otherSeriousRisk, penetrativeSexualAbuse, forensicEvidenceRequired, immediateActionRequired, immediateProtectionNeeded } = facts;
  const particularlyComplex = facts.organisedAbuse || facts.allegationAgainstStaff || facts.otherwiseComplex;
  return {
    concerns: {
      seriousRisk: seriousPhysicalInjury || seriousNeglect || otherSeriousRisk, penetrativeSexualAbuse, forensicEvidenceRequired,
      immediateActionRequired, particularlyComplex, immediateProtectionNeeded,
    },
    ...(particularlyComplex && { complexReason: REASON }),
    concernsIdentifiedAt: dateOf(identified),
    referralReceivedAt: dateOf(received),
    ...(action && { immediateActionAt: dateOf(action) }),
  };
}

/** The same cases as columns, as `describeColumns` lays them out. */
export function columnsOf({ objects, days }, { facts, complexReason }) {
  const [YES, NO] = [1, 2];
  const bits = ({ concerns, complexReason: reason }) =>
    facts.reduce((all, { name, bit }) => all | ((concerns[name] ? YES : NO) << bit), reason ? 1 << complexReason : 0);
  const column = (place) => Uint32Array.from(days, (of) => of[place]);
  return { facts: Uint32Array.from(objects, bits), concernsIdentifiedAt: column(0), referralReceivedAt: column(1), immediateActionAt: column(2) };
}

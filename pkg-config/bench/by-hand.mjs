// What a developer would write by hand for the practice guide's times alone, with days: strict for objects, and a plain loop for columns.

const DAY = 86_400_000;
const FACTS = ["seriousRisk", "penetrativeSexualAbuse", "forensicEvidenceRequired", "immediateActionRequired", "particularlyComplex", "immediateProtectionNeeded"];
const FIELDS = new Set(["concerns", "complexReason", "concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"]);
const TIMESCALES = ["same-day", "1-working-day", "3-working-days", "5-working-days"];
const HOLIDAYS = new Set(["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"].map((date) => Date.parse(date) / DAY));
const [FIRST_DAY, LAST_DAY] = [Date.UTC(2025, 11, 1) / DAY, Date.UTC(2027, 0, 1) / DAY];

function isWorking(day) {
  const weekday = new Date(day * DAY).getUTCDay();
  return weekday > 0 && weekday < 6 && !HOLIDAYS.has(day);
}

function after(day, limit) {
  let last = day;
  for (let left = limit; left > 0; ) if (isWorking(++last)) left--;
  return last;
}

/** The last day of each timescale from each day, counted once. */
const ENDS = [0, 1, 3, 5].map((limit) => Uint32Array.from({ length: LAST_DAY - FIRST_DAY }, (_, place) => after(FIRST_DAY + place, limit)));

function numberOf(date, field) {
  if (date === undefined) return 0;
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new TypeError(`${field} is no date`);
  const day = Date.parse(date) / DAY;
  if (!(day >= FIRST_DAY && day < LAST_DAY)) throw new TypeError(`${field} is out of range`);
  return day;
}

/** One case, strictly. */
export function timeByHand(facts) {
  for (const name in facts) if (!FIELDS.has(name)) throw new TypeError(`${name} is no field`);
  const { concerns, complexReason } = facts;
  for (const name in concerns) if (!FACTS.includes(name)) throw new TypeError(`${name} is no fact`);
  for (const name of FACTS) if (typeof concerns[name] !== "boolean") throw new TypeError(`${name} is neither yes nor no`);
  const identified = numberOf(facts.concernsIdentifiedAt, "concernsIdentifiedAt");
  const received = numberOf(facts.referralReceivedAt, "referralReceivedAt");
  const action = numberOf(facts.immediateActionAt, "immediateActionAt");
  const first = Math.min(identified || Infinity, received || Infinity, action || Infinity);
  const isUnhurried = concerns.particularlyComplex && complexReason && !concerns.immediateProtectionNeeded && !concerns.penetrativeSexualAbuse;
  let timescale = isUnhurried ? 3 : 2;
  let due = ENDS[timescale][first - FIRST_DAY];
  if (concerns.immediateActionRequired || concerns.immediateProtectionNeeded) {
    const end = ENDS[1][(action || first) - FIRST_DAY];
    if (end <= due) [due, timescale] = [end, 1];
  }
  if (concerns.seriousRisk || (concerns.penetrativeSexualAbuse && concerns.forensicEvidenceRequired)) {
    const end = received || first;
    if (end <= due) [due, timescale] = [end, 0];
  }
  return { timescale: TIMESCALES[timescale], dueBy: new Date(due * DAY).toISOString().slice(0, 10) };
}

/** All cases of columns in a plain loop that checks nothing; timescales are counted from 1. */
export function timeInALoop({ facts, concernsIdentifiedAt, referralReceivedAt, immediateActionAt }, { facts: names, complexReason }) {
  const [serious, abuse, forensic, acted, complex, protect] = FACTS.map((fact) => names.find(({ name }) => name === fact).bit);
  const [dueBy, timescale] = [new Uint32Array(facts.length), new Uint8Array(facts.length)];
  for (let place = 0; place < facts.length; place++) {
    const bits = facts[place];
    const [received, action] = [referralReceivedAt[place], immediateActionAt[place]];
    let first = concernsIdentifiedAt[place] || received || action;
    if (received !== 0 && received < first) first = received;
    if (action !== 0 && action < first) first = action;
    const is = (bit) => ((bits >> bit) & 3) === 1;
    const isUnhurried = is(complex) && ((bits >> complexReason) & 1) === 1 && !is(protect) && !is(abuse);
    let last = isUnhurried ? 3 : 2;
    let due = ENDS[last][first - FIRST_DAY];
    if (is(acted) || is(protect)) {
      const end = ENDS[1][(action || first) - FIRST_DAY];
      if (end <= due) [due, last] = [end, 1];
    }
    if (is(serious) || (is(abuse) && is(forensic))) {
      const end = received || first;
      if (end <= due) [due, last] = [end, 0];
    }
    dueBy[place] = due;
    timescale[place] = last + 1;
  }
  return { dueBy, timescale };
}

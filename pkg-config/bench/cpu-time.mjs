// CPU time, because what else the machine does makes a clock's time longer. Repetitions of what is compared take turns, so that
// whatever disturbs one disturbs the others.

/** Nothing that was measured may be left out as unused. */
let kept;

/** The CPU time of this process so far, all its threads, in microseconds. */
export function spent() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Measures functions of a number that counts up, each by its name: microseconds for one call. `forWarming` and `forEach` say for
 *  how many microseconds each is called, before anything is measured and in each repetition. */
export async function measure(calls, { repetitions, forWarming, forEach }) {
  const measured = [];
  for (const [name, call] of Object.entries(calls)) {
    const each = await warmed(call, forWarming);
    measured.push({ name, call, times: Math.max(1, Math.round(forEach / each)), found: [] });
  }
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const { call, times, found } of measured) found.push(await timed(call, times));
  }
  return Object.fromEntries(measured.map(({ name, found }) => [name, { ...summary(found), found }]));
}

/** The least and the middle one. */
export function summary(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return { least: sorted[0], median: sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2 };
}

/** How many times as long one takes as another that took turns with it: the middle of what each turn says. */
export function ratio(one, other) {
  return summary(one.found.map((time, turn) => time / other.found[turn])).median;
}

/** Calls it until that took long enough, and gives the time of one call. */
async function warmed(call, enough) {
  let taken = 0;
  let calls = 0;
  for (let times = 1; taken < enough; times *= 2) {
    taken += (await timed(call, times)) * times;
    calls += times;
  }
  return taken / calls;
}

async function timed(call, times) {
  const before = spent();
  for (let turn = 0; turn < times; turn++) {
    const answer = call(turn);
    kept = answer instanceof Promise ? await answer : answer;
  }
  return (spent() - before) / times;
}

// The report of a quarter from a stream of meetings. They go over in parts, and no more is held of them than the report needs.

import * as door from "../glue/safeguarding_rules.js";
import { textOf } from "./facts.js";
import { placed } from "./many.js";
import { rules } from "./rules.js";
import { itemsOf, optionsOf } from "./stream.js";

/** As many go over at once, or fewer of many characters. */
const MEETINGS_AT_ONCE = 200;
const CHARACTERS_AT_ONCE = 200_000;
const EXPECTED = "Expected a list, a stream or something else to go through, of meetings one by one.";

/** Each report has a number of its own, so that after a fault nothing is added to another. */
let reports = 0;

export async function reportQuarterFrom(meetings, common = {}, options = {}) {
  const { tell, endIfTold } = optionsOf(options);
  const number = (reports += 1);
  rules.ask(door.openLedger, number, textOf(common));
  try {
    let [done, count, text] = [0, 0, ""];
    const add = () => {
      endIfTold();
      if (count > 0) rules.ask(door.addToLedger, number, `[${text}]`);
      [done, count, text] = [done + count, 0, ""];
      tell(done);
    };
    for await (const { item: meeting } of itemsOf(meetings, "meetings", EXPECTED)) {
      const written = placed(done + count, () => textOf(meeting), "meetings");
      text += count > 0 ? `,${written}` : written;
      count += 1;
      if (count === MEETINGS_AT_ONCE || text.length > CHARACTERS_AT_ONCE) add();
    }
    add();
    return rules.ask(door.closeLedger, number, true);
  } catch (error) {
    // What was added is let go.
    rules.ask(door.closeLedger, number, false);
    throw error;
  }
}

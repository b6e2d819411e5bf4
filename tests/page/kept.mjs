// Texts that are kept beside the tests: what a screen reader says, and how it sees each screen.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { folderOf } from "./the-page.mjs";

const RENEW = "SAFEGUARDING_RENEW";

/** What is another one with each record or each change of a rule, and says nothing to a reader. */
const OF_ONE_DAY = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "(id)"],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{12,64}\b/g, "(hash)"],
  [/#field-[\w-]+/g, "#(field)"],
];

/** Fails where a text is not the one that is kept; with the setting named in the failure it is kept from now on. */
export function isAsKept(name, text) {
  const path = folderOf(`tests/page/${name}`);
  const shown = `${OF_ONE_DAY.reduce((said, [pattern, word]) => said.replace(pattern, word), text).trim()}\n`;
  if (process.env[RENEW]) {
    mkdirSync(dirname(path), { recursive: true });
    return writeFileSync(path, shown);
  }
  try {
    assert.equal(shown, existsSync(path) ? readFileSync(path, "utf8") : "");
  } catch (error) {
    error.message += `\n\ntests/page/${name} is another one. Read what has changed; if it is meant, run the same test again with ${RENEW}=1.`;
    throw error;
  }
}

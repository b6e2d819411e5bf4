// A page that is killed two hundred times while it saves a draft: none is torn.

import { test } from "node:test";
import { kill } from "../draft-scenes.mjs";
import { openForTests } from "../the-page.mjs";

const KILLS = 200;
const env = openForTests();

test(`killed ${KILLS} times while it saves, no draft is torn`, () => kill(env, KILLS));

// What a test file leaves running or lying about is ended after its last test. Node's own `after` inside a test or a hook
// runs at the end of that test or hook.

import { after } from "node:test";

const ends = [];

export function atTheEnd(end) {
  ends.push(end);
}

after(async () => {
  for (const end of ends.reverse()) await end();
});

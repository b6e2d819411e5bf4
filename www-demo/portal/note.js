import { explain } from "./safeguarding-rules/index.js";

const timescale = document.querySelector("sg-timescale");
const note = document.querySelector("#note");

// Where there is no answer, no note is left from an earlier one.
function write() {
  const facts = timescale.decision && timescale.facts;
  note.value = facts ? explain({ question: "classify-concern", facts }).caseNote : "";
}

for (const told of ["sg-result", "sg-error"]) timescale.addEventListener(told, write);
write();

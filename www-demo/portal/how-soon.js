import { factsFrom } from "./safeguarding-rules/index.js";

const concern = document.querySelector("#concern");
const timescale = document.querySelector("sg-timescale");

// Your own fields bear the paths of the facts as their names. What is empty is not known, and never a no.
function tell() {
  timescale.facts = factsFrom(Object.fromEntries(Array.from(concern.elements, ({ name, value }) => [name, value])));
}

concern.addEventListener("change", tell);
tell();

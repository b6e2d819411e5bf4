// Defines the elements. Where one of that name is there already, perhaps of another version, it is left alone.

import { ActionCheck } from "./action-check.js";
import { Attendance } from "./attendance.js";
import { ProtectNow } from "./protect-now.js";
import { Timescale } from "./timescale.js";

const ELEMENTS = {
  "sg-action-check": ActionCheck,
  "sg-attendance": Attendance,
  "sg-protect-now": ProtectNow,
  "sg-timescale": Timescale,
};

// A browser without custom elements that take part in forms keeps the fallback, as does a page made on a server.
if (globalThis.ElementInternals?.prototype.setFormValue) {
  for (const [name, element] of Object.entries(ELEMENTS)) if (!customElements.get(name)) customElements.define(name, element);
}

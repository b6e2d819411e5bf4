// Defines the elements, and lets a portal say their words. Where one of that name is there already, perhaps of another version, it is left alone.

import { ActionCheck } from "./action-check.js";
import { Attendance } from "./attendance.js";
import { withProperties } from "./base.js";
import { Basis } from "./basis.js";
import { Checklist } from "./checklist.js";
import { Deadlines } from "./deadlines.js";
import { ProtectNow } from "./protect-now.js";
import { Source } from "./source.js";
import { Timescale } from "./timescale.js";

export { listMessages, setMessages } from "./messages.js";

const ELEMENTS = {
  "sg-action-check": ActionCheck,
  "sg-attendance": Attendance,
  "sg-basis": Basis,
  "sg-checklist": Checklist,
  "sg-deadlines": Deadlines,
  "sg-protect-now": ProtectNow,
  "sg-source": Source,
  "sg-timescale": Timescale,
};

// A browser without custom elements that take part in forms keeps the fallback, as does a page made on a server.
if (globalThis.ElementInternals?.prototype.setFormValue) {
  for (const [name, element] of Object.entries(ELEMENTS)) if (!customElements.get(name)) customElements.define(name, withProperties(element));
}

// The page: four questions, each with its form and its answer.

import { paragraph } from "../pkg-config/npm/elements/parts/dom.js";
import { openWhenPrinting } from "./parts/printing.js";
import { start } from "./parts/router.js";
import { actions } from "./views/actions.js";
import { sharing } from "./views/sharing.js";
import { when } from "./views/when.js";
import { who } from "./views/who.js";

try {
  start([when(), who(), actions(), sharing()]);
  openWhenPrinting();
} catch (error) {
  const said = "The rules could not be started in this browser, so there is no answer here. Follow your partnership’s procedure, and speak to children’s social care.";
  document.getElementById("main").replaceChildren(paragraph(said));
  throw error;
}

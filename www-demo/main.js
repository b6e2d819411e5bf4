// The page: its parts, in the order of the navigation.

import { make, paragraph } from "../pkg-config/npm/elements/parts/dom.js";
import { quarterBars, runChart } from "./pictures/quarter.js";
import { flowOf } from "./pictures/rule-flow.js";
import { keepForOffline, takeBack } from "./parts/offline.js";
import { openWhenPrinting } from "./parts/printing.js";
import { linkTo, start } from "./parts/router.js";
import { forgetTicks } from "./parts/ticks.js";
import { absent } from "./views/absent.js";
import { actions } from "./views/actions.js";
import { checklists } from "./views/checklists.js";
import { copy } from "./views/copy.js";
import { disagreement } from "./views/disagreement.js";
import { family } from "./views/family.js";
import { forms } from "./views/forms.js";
import { guide } from "./views/guide.js";
import { invited } from "./views/invited.js";
import { keeps } from "./views/keeps.js";
import { mdt } from "./views/mdt.js";
import { professionals } from "./views/professionals.js";
import { quarter } from "./views/quarter.js";
import { records } from "./views/records.js";
import { rules } from "./views/rules.js";
import { settings } from "./views/settings.js";
import { sharing } from "./views/sharing.js";
import { startAgain } from "./views/start-again.js";
import { start as startPage } from "./views/start.js";
import { tac } from "./views/tac.js";
import { which } from "./views/which.js";
import { who } from "./views/who.js";

const NAVIGATION = [
  { name: "guide", title: "Guide" },
  { name: "checklists", title: "Checklists" },
  { name: "actions", title: "Actions" },
  { name: "records", title: "Records" },
  { name: "rules", title: "Rules" },
  { name: "quarter", title: "Quarter" },
];

const ABOUT = [
  { name: "settings", title: "Settings" },
  { name: "keeps", title: "What this page keeps" },
  { name: "copy", title: "Download or open a copy" },
  { name: "start-again", title: "Start again" },
];

const RECORDS = [
  { name: "sharing", title: "Basis for sharing", about: "What was shared, with whom and why, and whether the family was told." },
  { name: "disagreement", title: "Disagreement", about: "The next step where people disagree, and what must be on record before it." },
  { name: "absent", title: "People not present", about: "Who was needed and not there, and how their views were heard." },
  { name: "forms", title: "Forms to print", about: "The record of decisions, the detailed action plan and the other forms that the documents name, and to whom each goes." },
  { name: "family", title: "A page for the family", about: "Why information was shared, with whom and what happens next: only where the record says that they were told." },
];

function views() {
  return [
    startPage(), guide(), which(), mdt(), tac(), professionals(), checklists(), invited(), who(), actions(), records(RECORDS),
    sharing(), disagreement(), absent(), forms(), family(), rules(flowOf), quarter({ bars: quarterBars, run: runChart }), copy(), settings(),
    keeps(forgetAll), startAgain(),
  ];
}

/** Ticks are all that the device keeps of what was done here. */
async function forgetAll() {
  return (await forgetTicks()) === null;
}

// By WebRTC a page could speak past its policy. Nothing here uses it.
delete window.RTCPeerConnection;
delete window.webkitRTCPeerConnection;

try {
  start(views, NAVIGATION);
  document.getElementById("about").append(...ABOUT.map(({ name, title }) => make("li", null, linkTo(name, title))));
  openWhenPrinting();
  takeBack();
  keepForOffline();
} catch (error) {
  const said = "The rules could not be started in this browser, so there is no answer here. Follow your partnership’s procedure, and speak to children’s social care.";
  document.getElementById("main").replaceChildren(paragraph(said));
  throw error;
}

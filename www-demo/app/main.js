// The page: its views, and what happens when it opens.

import { setMessages } from "safeguarding-rules";
import { rulesStandAt } from "safeguarding-rules/parts";
import { quarterBars, runChart } from "./pictures/quarter.js";
import { flowOf } from "./pictures/rule-flow.js";
import { sayWhenChecked } from "./parts/age.js";
import { announce } from "./parts/announce.js";
import { workBeside } from "./parts/beside.js";
import { checkDeviceClock } from "./parts/device-clock.js";
import { takeKeptArea } from "./parts/area-line.js";
import { forgetAllKept } from "./parts/kept-on-device.js";
import { takeKeptCase } from "./parts/kept-in-tab.js";
import { keepForOffline, takeBack } from "./parts/offline.js";
import { openWhenPrinting } from "./parts/printing.js";
import { addressOf, saidAtLast, start } from "./parts/router.js";
import { forgetTicks } from "./parts/ticks.js";
import { absent } from "./views/absent.js";
import { accessibility } from "./views/accessibility.js";
import { area } from "./views/area.js";
import { actions } from "./views/actions.js";
import { cases } from "./views/cases.js";
import { checklists } from "./views/checklists.js";
import { copy } from "./views/copy.js";
import { disagreement } from "./views/disagreement.js";
import { draft, leaveDrafts, sweepDrafts } from "./views/draft.js";
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
import { DRAFT, KEEPS, MESSAGES, PAGE, SHARED } from "./words.js";

const RECORDS = [
  { name: "sharing", title: SHARED.basisForSharing, about: PAGE.about.sharing },
  { name: "disagreement", title: SHARED.disagreement, about: PAGE.about.disagreement },
  { name: "absent", title: SHARED.notPresent, about: PAGE.about.absent },
  { name: "forms", title: SHARED.formsToPrint, about: PAGE.about.forms },
  { name: "family", title: SHARED.familyPage, about: PAGE.about.family },
];

/** What makes each view, by the name in its address; the first is the one to begin with. */
const VIEWS = {
  start: startPage,
  guide, which, mdt, tac, professionals, checklists, invited, who, actions,
  records: () => records(RECORDS),
  sharing, disagreement, absent, forms, family,
  rules: () => rules(flowOf),
  quarter: () => quarter({ bars: quarterBars, run: runChart }),
  cases,
  copy, draft, settings, area,
  keeps: () => keeps(forgetAll),
  accessibility,
  "start-again": startAgain,
};

function sayNotStarted() {
  document.querySelector(".opening")?.remove();
  document.querySelector(".not-started")?.classList.add("not-started--now");
}

/** The device keeps ticks, drafts, the area, a setting, and the day when this page looked for a newer version. */
async function forgetAll() {
  await leaveDrafts();
  await forgetAllKept();
  return (await forgetTicks()) === null;
}

function sayWhatWasDeleted() {
  const said = { deleted: KEEPS.deleted, forgotten: KEEPS.forgotten, locked: DRAFT.locked }[saidAtLast()];
  if (said) announce(said);
}

async function begin() {
  // Whatever fails from here on, what to do is said at once and not after a wait.
  window.addEventListener("error", sayNotStarted);
  window.addEventListener("unhandledrejection", sayNotStarted);

  // By WebRTC a page could speak past its policy. Nothing here uses it.
  delete window.RTCPeerConnection;
  delete window["webkitRTCPeerConnection"];

  // Where any of this fails, what stood in the page before it started stands there still, and says so.
  setMessages(MESSAGES);
  rulesStandAt((id) => addressOf("rules", id));
  await takeKeptCase();
  await takeKeptArea();
  start(VIEWS);
  window.removeEventListener("error", sayNotStarted);
  window.removeEventListener("unhandledrejection", sayNotStarted);
  openWhenPrinting();
  checkDeviceClock();
  sayWhenChecked();
  takeBack();
  sayWhatWasDeleted();
  keepForOffline();
  sweepDrafts();
  document.addEventListener("visibilitychange", sweepDrafts);
}

// The same script is the page's, and that of the workers beside it.
if (globalThis.document) begin();
else workBeside();

// The page without a network: kept by the browser, and renewed only when somebody asks for it.

import { button, make, paragraph, presentMoment } from "safeguarding-rules/parts";
import { everything } from "./case.js";
import { announce } from "./announce.js";
import { showBanner } from "./banners.js";
import { warnOfAge } from "./age.js";
import { keepEntered, letGo } from "./kept-in-tab.js";
import { lookedOn } from "./kept-on-device.js";
import { ownScript } from "./own-scripts.js";
import { linkTo, restart } from "./router.js";
import { putBack } from "./settings.js";
import { OFFLINE } from "../words.js";

const WORKER = "sw.js";
const ANSWER_WITHIN_MS = 10_000;

/** Keeps the page for use without a network, and says where the browser does not. A page from a folder needs none. */
export async function keepForOffline() {
  if (!window.location.protocol.startsWith("http")) return warnOfAge();
  try {
    const registration = await navigator.serviceWorker.register(ownScript(WORKER), { updateViaCache: "none" });
    watch(registration);
    if (!(await isKept(registration))) sayNotKept();
    else await lookForNewer(registration);
  } catch {
    sayNotKept();
  }
  await warnOfAge();
}

/** Keeps the day where the server answered. Without a network it stays the day on which one last did. */
async function lookForNewer(registration) {
  try {
    await registration.update();
    await lookedOn(presentMoment().london.slice(0, 10));
  } catch {
    // The day before stays.
  }
}

/** Whether the page is kept, by this version of it or by one before. */
function isKept({ active, waiting, installing }) {
  if (active || waiting || !installing) return Boolean(active || waiting);
  return new Promise((told) => {
    installing.addEventListener("statechange", () => told(installing.state !== "redundant"), { once: true });
  });
}

function sayNotKept() {
  document.querySelector("footer > div").append(make("p", { class: "govuk-body-s" }, OFFLINE.notKept));
}

function watch(registration) {
  const offer = (worker) => navigator.serviceWorker.controller && offerToRenew(worker);
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
  });
}

function offerToRenew(worker) {
  const renew = async () => {
    const token = crypto.randomUUID();
    // It survives the reload and says nothing of the case.
    window.history.replaceState({ token }, "");
    if (!(await ask(worker, { type: "hold", token, content: everything() }))) return;
    const reload = () => {
      letGo();
      window.location.reload();
    };
    // Where another tab was renewed first the new version is in charge here already.
    if (worker.state !== "installed") return reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
    worker.postMessage({ type: "renew" });
  };
  showBanner(OFFLINE.newVersion, paragraph(OFFLINE.ready), button(OFFLINE.updateNow, renew));
  announce(OFFLINE.announced);
}

/** After the page was renewed: puts back what had been entered, or says that it is gone. */
export async function takeBack() {
  const token = window.history.state?.token;
  if (!token) return;
  window.history.replaceState(null, "");
  const worker = navigator.serviceWorker?.controller;
  const content = worker && (await ask(worker, { type: "take-back", token }));
  if (!content) return sayGone();
  putBack(content);
  keepEntered();
  restart();
  announce(OFFLINE.renewed);
}

function sayGone() {
  showBanner(OFFLINE.entered, paragraph(OFFLINE.gone), paragraph(linkTo("copy", OFFLINE.openACopy)));
  announce(OFFLINE.gone);
}

/** What a service worker answers, or undefined where it does not in time. */
function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, ANSWER_WITHIN_MS);
    worker.postMessage(question, [port2]);
  });
}

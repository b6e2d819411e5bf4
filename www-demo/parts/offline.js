// The page without a network: kept by the browser, and renewed only when somebody asks for it.

import { everything } from "./case.js";
import { announce } from "./announce.js";
import { button, make, paragraph } from "../../pkg-config/npm/elements/parts/dom.js";
import { restart } from "./router.js";
import { openCase } from "./settings.js";
import { OFFLINE } from "../words.js";

const WORKER = "sw.js";
const ANSWER_WITHIN_MS = 2000;

/** Keeps the page for use without a network, where the browser can. Gives whether it does. */
export async function keepForOffline() {
  if (!("serviceWorker" in navigator) || !window.location.protocol.startsWith("http")) return false;
  try {
    const registration = await navigator.serviceWorker.register(address(), { updateViaCache: "none" });
    watch(registration);
    return true;
  } catch {
    return false;
  }
}

// The one address that may become a script: everything else is refused by the browser.
function address() {
  if (!window.trustedTypes) return WORKER;
  const rules = {
    createScriptURL: (asked) => {
      if (asked !== WORKER) throw new TypeError("only the page's own service worker");
      return asked;
    },
  };
  return window.trustedTypes.createPolicy("sg-sw", rules).createScriptURL(WORKER);
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
  const renew = () => {
    const token = crypto.randomUUID();
    // It survives the reload and says nothing of the case.
    window.history.replaceState({ token }, "");
    navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
    worker.postMessage({ type: "renew", token, content: everything() });
  };
  const banner = make("div", { class: "banner", role: "region", "aria-label": OFFLINE.newVersion }, paragraph(OFFLINE.ready), button(OFFLINE.updateNow, renew));
  document.getElementById("banners").replaceChildren(banner);
  announce(OFFLINE.announced);
}

/** After the page was renewed: puts back what had been entered. */
export async function takeBack() {
  const token = window.history.state?.token;
  const worker = navigator.serviceWorker?.controller;
  if (!token || !worker) return;
  window.history.replaceState(null, "");
  const channel = new MessageChannel();
  const content = await new Promise((resolve) => {
    channel.port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, ANSWER_WITHIN_MS);
    worker.postMessage({ type: "take-back", token }, [channel.port2]);
  });
  if (!content) return;
  openCase(content);
  restart();
  announce(OFFLINE.renewed);
}

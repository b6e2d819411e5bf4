// Which view is shown. The address names the view and nothing of the case.

import { contents, heading, make, paragraph, presentMoment } from "safeguarding-rules/parts";
import { announce } from "./announce.js";
import { forgetInTab } from "./kept-in-tab.js";
import { later } from "./later.js";
import { shortWordsOf } from "./short-words.js";
import { PAGE, SHARED } from "../words.js";

const SITE = PAGE.name;

let makers = {};
/** The views that were shown, by name: making one takes a moment that nobody should wait for before it is wanted. */
const views = new Map();

/**
 * Shows views, each `{ name, title, group, screen(part) }`: `all` holds what makes them by their names, the one to
 * begin with first.
 */
export function start(all) {
  makers = all;
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
  window.addEventListener("hashchange", () => show({ moveFocus: true }));
  show({ moveFocus: false });
  keepUpWithTime();
}

const LOOK_AGAIN_AFTER_MS = 15_000;

/**
 * A page stays open over midnight, and a device sleeps: an answer is looked at again as time goes by, on return and
 * before print.
 */
function keepUpWithTime() {
  window.setInterval(showAsOfNow, LOOK_AGAIN_AFTER_MS);
  document.addEventListener("visibilitychange", showAsOfNow);
  for (const event of ["pageshow", "focus", "beforeprint"]) window.addEventListener(event, showAsOfNow);
  // Before whatever is pressed acts: no copy or file is made of an answer of another day.
  const beforeItActs = (event) => {
    if (!showAsOfNow()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("click", beforeItActs, { capture: true });
}

/** Shows the answer anew where another one holds by now, and tells whether it did. */
function showAsOfNow() {
  const isAnother = partsAsOfNow();
  const isShownAnew = shownAnswer !== null && viewAndScreen(...placeInAddress()).screen.element !== shownAnswer;
  if (isShownAnew) show({ moveFocus: false });
  if (isShownAnew || isAnother) announce(PAGE.askedAgain);
  return isShownAnew || isAnother;
}

const AS_OF_NOW = "as-of-now";

/** Brings the parts that are shown up to date, and tells whether one of them was another. */
function partsAsOfNow() {
  return (
    [...document.querySelectorAll("[data-as-of-now]")].filter(
      (part) => !part.dispatchEvent(new Event(AS_OF_NOW, { cancelable: true })),
    ).length > 0
  );
}

/**
 * A part of a view that is looked at again together with the answers: `look` brings it up to date, and tells whether it
 * was another.
 */
export function keptAsOfNow(element, look) {
  element.setAttribute("data-as-of-now", "");
  element.addEventListener(AS_OF_NOW, (event) => look() && event.preventDefault());
  return element;
}

/** A part of a view that speaks of today: it is made anew where another day has begun. */
export function ofToday(build) {
  const today = () => presentMoment().london.slice(0, 10);
  let day = today();
  const element = make("div", null, build());
  return keptAsOfNow(element, () => {
    if (day === today()) return false;
    day = today();
    element.replaceChildren(...contents([build()]));
    return true;
  });
}

/** The answer that stands in the page, if one does. */
let shownAnswer = null;

function placeInAddress() {
  return window.location.hash.replace(/^#\/?/, "").split("/");
}

/** Makes every view anew, as after another case was opened, and goes to one or stays where it is. */
export function restart(name, part) {
  views.clear();
  if (name) goTo(name, part);
  else show({ moveFocus: true });
}

/**
 * Loads the page again at its first view: nothing of the case, of its packs or of a copy is left in memory. `said` is
 * what the page says then, by its name.
 */
export function beginAnew(said) {
  forgetInTab();
  window.history.replaceState(said ? { said } : null, "", addressOf(Object.keys(makers)[0]));
  window.location.reload();
}

/** What the page was to say once it had begun anew, once. */
export function saidAtLast() {
  const said = window.history.state?.said;
  if (said) window.history.replaceState(null, "");
  return said;
}

/** Goes to a view, or to a part of it such as its answer. */
export function goTo(name, part) {
  if (addressOf(name, part) !== window.location.hash) window.history.pushState(null, "", addressOf(name, part));
  show({ moveFocus: true });
}

/** The address of a view or of a part of it, for a link. */
export function addressOf(name, part) {
  return part ? `#/${name}/${part}` : `#/${name}`;
}

/** A link to a view. */
export function linkTo(name, text, part) {
  return make("a", { class: "govuk-link", href: addressOf(name, part) }, text);
}

function viewOf(name) {
  const wanted = Object.hasOwn(makers, name) ? name : Object.keys(makers)[0];
  if (!views.has(wanted)) views.set(wanted, makers[wanted]());
  return views.get(wanted);
}

function show({ moveFocus }) {
  const { view, screen } = viewAndScreen(...placeInAddress());
  shownAnswer = screen.isAnswer ? screen.element : null;
  const shortWords = make("div");
  document.getElementById("main").replaceChildren(screen.element, shortWords);
  later(() => shortWords.replaceWith(...contents([shortWordsOf(screen.element)])));
  partsAsOfNow();
  document.title = [screen.isAnswer && PAGE.answer, screen.title ?? view.title, SITE].filter(Boolean).join(" – ");
  for (const link of document.querySelectorAll(".views__link")) {
    if (link.getAttribute("href") === addressOf(view.group ?? view.name)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (!moveFocus) return;
  const title = screen.element.querySelector("h1");
  window.scrollTo(0, 0);
  // In a window that is low or zoomed in what stands above would be all that is seen.
  if (title.getBoundingClientRect().top > window.innerHeight / 2) title.scrollIntoView();
  (screen.focus || title).focus({ preventScroll: true });
}

/**
 * A view and its screen. One that fails, as on a copy that somebody has edited, says so, and the others are still
 * there.
 */
function viewAndScreen(name, part) {
  try {
    const view = viewOf(name);
    return { view, screen: view.screen(part) };
  } catch (error) {
    window.reportError(error);
    const { title, about } = PAGE.notShown;
    return {
      view: { name, title },
      screen: {
        element: make(
          "div",
          null,
          heading(1, title),
          paragraph(about),
          paragraph(linkTo("copy", SHARED.downloadOrOpen)),
        ),
      },
    };
  }
}

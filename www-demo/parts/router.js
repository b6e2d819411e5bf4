// Which view is shown. The address names the view and nothing of the case.

import { make } from "../../pkg-config/npm/elements/parts/dom.js";

const SITE = "Safeguarding rules";
const views = new Map();

/** Registers views, each `{ name, title, screen(part) }`; the first is the one to begin with. */
export function start(all) {
  for (const view of all) views.set(view.name, view);
  document.getElementById("views").append(...all.map(navigationItem));
  const skip = document.getElementById("skip");
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
  window.addEventListener("hashchange", () => show({ moveFocus: true }));
  show({ moveFocus: false });
}

/** Goes to a view, or to a part of it such as its answer. */
export function goTo(name, part) {
  const address = part ? `#/${name}/${part}` : `#/${name}`;
  if (address !== window.location.hash) window.history.pushState(null, "", address);
  show({ moveFocus: true });
}

function show({ moveFocus }) {
  const [name, part] = window.location.hash.replace(/^#\/?/, "").split("/");
  const view = views.get(name) ?? views.values().next().value;
  const screen = view.screen(part);
  document.getElementById("main").replaceChildren(screen.element);
  document.title = [screen.isAnswer && "Answer", view.title, SITE].filter(Boolean).join(" – ");
  for (const link of document.querySelectorAll(".views__link")) {
    if (link.getAttribute("href") === `#/${view.name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (!moveFocus) return;
  window.scrollTo(0, 0);
  screen.element.querySelector("h1").focus({ preventScroll: true });
}

function navigationItem({ name, title }) {
  return make("li", null, make("a", { class: "views__link", href: `#/${name}` }, title));
}

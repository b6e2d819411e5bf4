// What this page keeps, how to see for yourself that it sends nothing, and how to delete what is kept.

import { forget } from "../parts/case.js";
import { announce, bullets, button, heading, make, paragraph, section } from "../parts/dom.js";
import { linkTo, restart } from "../parts/router.js";

const TITLE = "What this page keeps";

/** `forgetAll` deletes what is kept on the device, beside the page itself. */
export function keeps(forgetAll) {
  return { name: "keeps", title: TITLE, screen: () => ({ element: screen(forgetAll) }) };
}

function screen(forgetAll) {
  return make(
    "div",
    null,
    heading(1, TITLE),
    bullets([
      "What you type is in this tab’s memory. It is gone when you close the tab, start again, or delete everything.",
      ["A copy that you download is a file on your device. It is not encrypted. ", linkTo("copy", "Download or open a copy")],
      "Ticks of a checklist stay on this device, without any words that you typed.",
      "The page itself is kept by the browser, so that it opens without a network. Nothing of a case is in it.",
      "There are no cookies, no sign-in, no counting of visitors, and nothing from anybody else’s server.",
    ]),
    section(
      "How to check this yourself",
      make(
        "ol",
        { class: "govuk-list govuk-list--number" },
        [
          "Press F12, or choose “Developer tools” in the browser’s menu, and open “Network”.",
          "Type into any question of this page and ask for an answer.",
          "The list stays empty: no request is made.",
          "Switch the network off and ask again. Every answer still comes.",
        ].map((step) => make("li", null, step)),
      ),
      paragraph("This page has no code that sends what you type, and the browser is told to block it."),
    ),
    section(
      "Two gaps that a browser leaves open",
      paragraph("A browser has no rule against these two. This page has no code for either, and holds no code of anybody else’s:"),
      bullets([
        "WebRTC, by which browsers speak to each other directly. This page takes it away from itself when it opens.",
        "Leaving for another address that could carry words with it. No link of this page carries any.",
      ]),
      paragraph("Nothing here protects against a harmful program or browser extension on the device, or against somebody who watches the screen."),
    ),
    section("Delete everything", paragraph("Forgets the case, and deletes ticks of checklists from this device. Files that you downloaded stay where they are."), deleteButton(forgetAll)),
  );
}

function deleteButton(forgetAll) {
  return button("Delete everything", async () => {
    const deleted = await forgetAll();
    forget();
    restart("start");
    announce(deleted ? "Everything is deleted." : "The case is forgotten. This browser did not let the ticks be deleted.");
  }, { class: "govuk-button govuk-button--warning" });
}

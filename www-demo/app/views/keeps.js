// What this page keeps, how to see for yourself that it sends nothing, and how to delete what is kept.

import { bullets, button, heading, make, paragraph, section } from "safeguarding-rules/parts";
import { saidOfLastLook } from "../parts/age.js";
import { beginAnew, linkTo } from "../parts/router.js";
import { DRAFT, KEEPS, SHARED } from "../words.js";

const TITLE = SHARED.whatIsKept;

/** `forgetAll` deletes what is kept on the device, beside the page itself. */
export function keeps(forgetAll) {
  return { name: "keeps", title: TITLE, screen: () => ({ element: screen(forgetAll) }) };
}

function screen(forgetAll) {
  const looked = make("p", { class: "govuk-body" });
  saidOfLastLook().then((said) => (looked.textContent = said));
  return make(
    "div",
    null,
    heading(1, TITLE),
    bullets([
      [KEEPS.memory, linkTo("settings", KEEPS.off), "."],
      [KEEPS.copy, linkTo("copy", SHARED.downloadOrOpen)],
      [KEEPS.draft, linkTo("draft", DRAFT.title)],
      KEEPS.ticks,
      KEEPS.page,
      KEEPS.noCookies,
    ]),
    looked,
    section(
      KEEPS.check,
      make(
        "ol",
        { class: "govuk-list govuk-list--number" },
        [
          KEEPS.steps.open,
          KEEPS.steps.type,
          KEEPS.steps.empty,
          KEEPS.steps.offline,
        ].map((step) => make("li", null, step)),
      ),
      paragraph(KEEPS.noCode),
    ),
    section(
      KEEPS.gaps,
      paragraph(KEEPS.gapsAbout),
      bullets([
        KEEPS.webRtc,
        KEEPS.leaving,
      ]),
      paragraph(KEEPS.notProtected),
    ),
    section(KEEPS.deleteAll, paragraph(KEEPS.deleteAbout), deleteButton(forgetAll)),
  );
}

function deleteButton(forgetAll) {
  return button(KEEPS.deleteAll, async () => {
    beginAnew((await forgetAll()) ? "deleted" : "forgotten");
  }, { class: "govuk-button govuk-button--warning" });
}

// What concerns the whole page and no one view, above everything else.

import { make } from "safeguarding-rules/parts";

/** Shows a banner. One that was shown by the same name gives way to it. */
export function showBanner(name, ...content) {
  const banners = document.getElementById("banners");
  for (const before of banners.children) if (before.getAttribute("aria-label") === name) before.remove();
  banners.append(make("div", { class: "banner", role: "region", "aria-label": name }, ...content));
}

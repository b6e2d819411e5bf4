// On paper every part is open.

import { nowAll } from "./later.js";

export function openWhenPrinting() {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    nowAll();
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
}

// What the pages of all engines do alike.

const TIMEOUT_IN_MS = 30_000;
const PAUSE_IN_MS = 50;

/** Adds to a page that can `evaluate` what is made of it. The browsers' own ways of waiting compile code in the page,
 *  which a strict content security policy forbids. */
export function withWaiting(page) {
  const until = async (look, ...data) => {
    const deadline = Date.now() + TIMEOUT_IN_MS;
    for (;;) {
      const found = await page.evaluate(look, ...data);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`waited in vain for: ${look}\nthe console said: ${(await page.said()).join("\n")}`);
      await pause(PAUSE_IN_MS);
    }
  };
  const text = (selector) => until((sought) => document.querySelector(sought)?.textContent, selector);
  return Object.assign(page, { until, text });
}

export function pause(milliseconds) {
  return new Promise((passed) => setTimeout(passed, milliseconds));
}

// The addresses that may become scripts: everything else is refused by the browser.

const OWN = ["sw.js", "main.js"];

let rules;

/** The address of one of the page's own scripts, in the form in which the browser takes it. */
export function ownScript(name) {
  if (!globalThis.trustedTypes) return name;
  rules ??= globalThis.trustedTypes.createPolicy("sg-sw", {
    createScriptURL: (asked) => {
      if (!OWN.includes(asked)) throw new TypeError("only the page's own scripts");
      return asked;
    },
  });
  return rules.createScriptURL(name);
}

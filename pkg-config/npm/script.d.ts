declare global {
  /** The functions of the package, where `script.js` was loaded with a script tag. */
  const safeguardingRules: typeof import("./index.js");
}

export {};

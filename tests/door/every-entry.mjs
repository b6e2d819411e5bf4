// Each way into the package, opened as its host would.

import { readFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { createContext, runInContext } from "node:vm";
import { fileOf } from "./package-under-test.mjs";

export const BINARY = readFileSync(fileOf("safeguarding_rules_bg.wasm"));

/** A file of the package for `./web`, which in Node has nobody to fetch it. */
export const packOf = (id) => readFileSync(fileOf(`packs/${id}.pack`));

/** Every pack, in the order in which they are loaded. */
export const PACKS = (await import(fileOf("index.js"))).describePacks().packs.map(({ id }) => packOf(id));

// A host with the condition `workerd` imports a binary as a compiled module.
const AS_A_MODULE = `
  import { readFileSync } from "node:fs";
  export const load = (url, context, next) => url.endsWith(".wasm")
    ? { format: "module", shortCircuit: true, source: "export default new WebAssembly.Module(Buffer.from('" +
        readFileSync(new URL(url)).toString("base64") + "', 'base64'))" }
    : next(url, context);`;
register(`data:text/javascript,${encodeURIComponent(AS_A_MODULE)}`);

/** A page that has nothing but JavaScript itself and what script.js may use of a page. */
export const emptyPage = () => createContext({ TextDecoder, TextEncoder, crypto });

/** Loads a script into a page, as a script tag does. */
export function load(name, page) {
  runInContext(readFileSync(fileOf(name), "utf8"), page, { filename: name });
}

/** The functions of script.js, loaded into a page. */
export function openScript(page) {
  load("script.js", page);
  return runInContext("safeguardingRules", page);
}

const web = await import(fileOf("web.js?every"));
await web.init(BINARY, { packs: PACKS });
const { init, ...ofWeb } = web;

export const ENTRIES = {
  "index.js": await import(fileOf("index.js")),
  "index.cjs": createRequire(fileOf("package.json"))("safeguarding-rules"),
  "web.js": ofWeb,
  "workerd.js": await import(fileOf("workerd.js")),
  "script.js": openScript(emptyPage()),
};

/** Ways into the workshop. */
export const WORKSHOPS = {
  "workshop.js": await import(fileOf("workshop.js")),
  "workshop.cjs": createRequire(fileOf("package.json"))("safeguarding-rules/workshop"),
};

/** Scripts that define the elements, and show no functions. */
export const ELEMENTS = ["elements.js", "elements.script.js"];

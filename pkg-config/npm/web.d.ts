export * from "./index.js";

/** Where the compiled rules are: an address, a response, their bytes or their compiled module. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** Loads the rules. Await it once, before the first question. Without `source`, the file beside this module. */
export function init(source?: Source | PromiseLike<Source>): Promise<void>;

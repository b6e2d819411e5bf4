// The same questions with the compiled rules in a file of their own, fetched by `await init()`.

import { SafeguardingError } from "./error.js";
import { start, startFrom } from "./instance.js";

export * from "./questions.js";

let starting;

export function init(source) {
  starting ??= load(source).catch((cause) => {
    starting = undefined;
    throw cause;
  });
  return starting;
}

async function load(source) {
  // Written out in full, because bundlers look for exactly this expression.
  const module = await compile(source ?? new URL("./safeguarding_rules_bg.wasm", import.meta.url));
  startFrom(() => module);
  start();
}

async function compile(given) {
  try {
    const source = await given;
    if (source instanceof WebAssembly.Module) return source;
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return await WebAssembly.compile(source);
    return await compileResponse(source instanceof Response ? source : await fetch(source));
  } catch (cause) {
    throw new SafeguardingError("internal", "", "The compiled rules could not be loaded. Expected safeguarding_rules_bg.wasm at the address given to `init`.", { cause });
  }
}

async function compileResponse(response) {
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  // Streaming refuses any other content type, and some servers do not know .wasm.
  if (response.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

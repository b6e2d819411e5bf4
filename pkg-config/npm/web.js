// The same questions with the compiled rules and their packs in files of their own, fetched by `await init()`.

import { PACKS } from "../glue/addresses.js";
import { SafeguardingError, refuse } from "./error.js";
import { touch } from "./given.js";
import { isRefusal } from "./instance.js";
import { entriesIn } from "./many.js";
import { rules } from "./rules.js";
import { bytesOf } from "./sealed.js";

export * from "./questions.js";

const OPTIONS = ["areas", "national", "packs"];

let starting;
let startedWith;

export async function init(source, options) {
  const chosen = packsFor(read(options ?? {}));
  if (starting && options != null && !isSame(chosen, startedWith)) refuse("scope", "", "Expected the options of the first call, or none: the rules are loaded once.");
  startedWith ??= chosen;
  starting ??= load(source, chosen).catch((cause) => {
    starting = startedWith = undefined;
    throw cause;
  });
  return starting;
}

function isSame(chosen, before) {
  return chosen.packs.length === before.packs.length && chosen.packs.every((pack, place) => pack === before.packs[place]);
}

async function load(source, chosen) {
  // Written out in full, because bundlers look for exactly this expression.
  const [module, ...packs] = await Promise.all([compile(source ?? new URL("./safeguarding_rules_bg.wasm", import.meta.url)), ...chosen.packs.map((pack, place) => fetchPack(chosen.areOurs ? pack() : pack, `packs[${place}]`))]);
  rules.startFrom({ module: () => module, packs: () => packs });
  try {
    rules.start();
  } catch (error) {
    // What is wrong with somebody's own packs is theirs to mend.
    if (chosen.areOurs || !isRefusal(error.cause)) throw error;
    refuse(error.cause.code, "packs", error.cause.message);
  }
}

// A getter or a Proxy of the caller's runs here, and nowhere after.
function read(options) {
  return touch("", "Expected a plain object.", () => {
    const [areas, national, packs] = OPTIONS.map((name) => options[name] ?? undefined);
    return { names: Object.keys(options), areas: copied(areas), national, packs: copied(packs) };
  });
}

function copied(given) {
  return Array.isArray(given) ? entriesIn(given) : given;
}

/** Where the packs are: those that were given, those that answer in the areas that are asked about, or all. */
function packsFor({ names, areas, national, packs }) {
  if (names.some((name) => !OPTIONS.includes(name))) refuse("unknown-field", "", `Expected an object with ${OPTIONS.join(", ")}.`);
  if (packs !== undefined) {
    if (areas !== undefined || national !== undefined) refuse("scope", "packs", "Expected either areas or the packs themselves, not both.");
    return { packs: listOf("packs", packs), areOurs: false };
  }
  if (national !== undefined && typeof national !== "boolean") refuse("bad-input", "national", "Expected true or false.");
  const isWanted = areas === undefined ? () => true : asked(areas, national);
  return { packs: PACKS.filter(isWanted).map(({ address }) => address), areOurs: true };
}

/** Which packs answer in these areas: those that they stand on, and those that belong to every record of sharing. */
function asked(areas, national) {
  const known = new Set(PACKS.flatMap((pack) => pack.areas));
  const wanted = listOf("areas", areas);
  wanted.forEach((area, place) => {
    if (!known.has(area)) refuse("bad-word", `areas[${place}]`, `Expected one of ${[...known].join(", ")}.`);
  });
  return (pack) => pack.forRecords || (pack.national && national) || pack.areas.some((area) => wanted.includes(area));
}

function listOf(name, given) {
  if (!Array.isArray(given)) refuse("bad-input", name, "Expected a list.");
  return given;
}

async function compile(given) {
  try {
    const source = await given;
    if (source instanceof WebAssembly.Module) return source;
    if (isBytes(source)) return await WebAssembly.compile(source);
    const response = await fetched(source);
    // Streaming refuses any other content type, and some servers do not know .wasm.
    if (response.headers.get("content-type")?.startsWith("application/wasm")) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw new SafeguardingError("internal", "", "The compiled rules could not be loaded. Expected safeguarding_rules_bg.wasm at the address given to `init`.", { cause });
  }
}

async function fetchPack(given, place) {
  let bytes;
  try {
    const source = await given;
    bytes = isBytes(source) ? source : await (await fetched(source)).arrayBuffer();
  } catch (cause) {
    throw new SafeguardingError("internal", "", "A pack could not be loaded. Expected the folder packs beside the module, or the packs themselves as the option `packs` of `init`.", { cause });
  }
  try {
    return bytesOf(bytes);
  } catch ({ code, message }) {
    return refuse(code, place, message);
  }
}

function isBytes(source) {
  return source instanceof ArrayBuffer || ArrayBuffer.isView(source);
}

async function fetched(source) {
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response;
}

// What the door must refuse: facts that are hostile, broken or merely wrong.

import { CANARY } from "./package-under-test.mjs";

export const GOOD = { area: "generic", concernsIdentifiedAt: "2026-12-23" };

const cyclic = { ...GOOD };
cyclic.concerns = cyclic;

export const deep = (levels) => {
  let facts = {};
  for (let level = 0; level < levels; level++) facts = { concerns: facts };
  return { ...GOOD, ...facts };
};

export const manyKeys = (count) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, true]));

export const throwing = (object, key) =>
  Object.defineProperty(object, key, { enumerable: true, get() { throw new Error(CANARY); } });

export const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({ ...GOOD }, {});
  revoke();
  return proxy;
};

export const trapping = (trap, target = { ...GOOD }) => new Proxy(target, { [trap]() { throw new Error(CANARY); } });

export class Facts {
  area = "generic";
}

export const withConcerns = (concerns) => ({ ...GOOD, concerns });
export const withRisk = (seriousRisk) => withConcerns({ seriousRisk });

/** Each case: what is wrong, the facts, the code and the place it is refused with. */
export const cases = [
  // the whole
  ["null", null, "bad-input", ""],
  ["nothing", undefined, "bad-input", ""],
  ["a text", CANARY, "bad-input", ""],
  ["JSON text", JSON.stringify(GOOD), "bad-input", ""],
  ["a number", 7, "bad-input", ""],
  ["a function", () => GOOD, "bad-input", ""],
  ["an array", [GOOD], "bad-input", ""],
  ["a Map", new Map(Object.entries(GOOD)), "not-plain", ""],
  ["a Set", new Set(["generic"]), "not-plain", ""],
  ["a Date", new Date(0), "not-plain", ""],
  ["a class instance", new Facts(), "not-plain", ""],
  ["a promise", Promise.resolve(GOOD), "not-plain", ""],
  ["inherited facts", Object.create(GOOD), "not-plain", ""],
  ["facts inherited from an object without a prototype", Object.create(Object.assign(Object.create(null), GOOD)), "not-plain", ""],
  ["a revoked Proxy", revoked(), "unreadable", ""],
  ["a Proxy that refuses its keys", trapping("ownKeys"), "unreadable", ""],
  ["a Proxy that refuses its prototype", trapping("getPrototypeOf"), "unreadable", ""],
  ["a Proxy that refuses its values", trapping("get"), "unreadable", "area"],
  ["a symbol as key", { ...GOOD, [Symbol(CANARY)]: true }, "not-plain", "…"],
  ["an own __proto__", JSON.parse('{"area":"generic","__proto__":{"seriousRisk":true}}'), "unknown-field", "__proto__"],
  ["cyclic", cyclic, "not-plain", "concerns"],
  ["a little too deep", deep(33), "too-large", `concerns${".concerns".repeat(31)}`],
  ["200,000 levels deep", deep(200_000), "too-large", `concerns${".concerns".repeat(31)}`],
  ["100,000 extra keys", { ...GOOD, ...manyKeys(100_000) }, "too-large", ""],
  ["100,000 entries in a list", { ...GOOD, concernTypes: Array(100_000).fill("x") }, "too-large", "concernTypes"],
  ["texts of more than a million characters in all", { ...GOOD, concernTypes: Array(200).fill("x".repeat(9_000)) }, "too-large", "concernTypes[111]"],
  ["1,146 throwing getters", Object.defineProperties({}, Object.fromEntries(Array.from({ length: 1_146 }, (_, index) => [`key${index}`, { enumerable: true, get() { throw new Error(CANARY); } }]))), "unreadable", "key0"],
  ["a getter that throws what looks like a refusal", { get area() { throw Object.assign(new Error(CANARY), { code: "bad-date", path: CANARY }); } }, "unreadable", "area"],
  ["a getter that throws nothing", { get area() { throw undefined; } }, "unreadable", "area"],
  ["a getter without end", { get area() { return this.area; } }, "unreadable", "area"],
  ["a getter that makes facts inside facts without end", (() => { const facts = () => ({ get concerns() { return facts(); } }); return facts(); })(), "too-large", `concerns${".concerns".repeat(31)}`],
  ["a Proxy around itself without end", (() => { const facts = () => new Proxy({ concerns: true }, { get: facts }); return facts(); })(), "too-large", `concerns${".concerns".repeat(31)}`],
  ["a Proxy with 50,000 keys", new Proxy({}, { ownKeys: () => Array.from({ length: 50_000 }, (_, index) => `key${index}`) }), "too-large", ""],
  ["a Proxy of another prototype than its own", new Proxy({ ...GOOD }, { getPrototypeOf: () => Map.prototype }), "not-plain", ""],
  ["a Proxy of a function", new Proxy(() => GOOD, {}), "bad-input", ""],
  ["an error", new Error(CANARY), "not-plain", ""],
  ["a regular expression", /CanaryBird/, "not-plain", ""],
  ["the arguments of a function", (function () { return arguments; })(GOOD), "unreadable", "callee"],
  ["an address", new URL("https://example.org"), "not-plain", ""],
  ["a form's data", new FormData(), "not-plain", ""],
  ["a generator", (function* () {})(), "not-plain", ""],
  ["a weak reference", new WeakRef(GOOD), "not-plain", ""],
  ["an own constructor", { ...GOOD, constructor: Object }, "not-plain", "constructor"],
  ["an own hasOwnProperty", { ...GOOD, hasOwnProperty: true }, "unknown-field", "hasOwnProperty"],
  ["an own then", { ...GOOD, then: null, toString: true }, "unknown-field", "then"],
  // a value
  ["NaN where yes, no or unknown is expected", withRisk(NaN), "bad-input", "concerns.seriousRisk"],
  ["infinity", withRisk(Infinity), "bad-input", "concerns.seriousRisk"],
  ["a number where yes, no or unknown is expected", withRisk(1), "bad-input", "concerns.seriousRisk"],
  ["an object where yes, no or unknown is expected", withRisk({ [CANARY]: CANARY }), "bad-input", "concerns.seriousRisk"],
  ["an array where yes, no or unknown is expected", withRisk([true]), "bad-input", "concerns.seriousRisk"],
  ["a boxed boolean", withRisk(new Boolean(true)), "not-plain", "concerns.seriousRisk"],
  ["a bigint", withRisk(1n), "not-plain", "concerns.seriousRisk"],
  ["a symbol", withRisk(Symbol(CANARY)), "not-plain", "concerns.seriousRisk"],
  ["a function as a value", withRisk(() => CANARY), "not-plain", "concerns.seriousRisk"],
  ["a boxed text", { ...GOOD, complexReason: new String(CANARY) }, "not-plain", "complexReason"],
  ["a list that says it is longer", { ...GOOD, concernTypes: new Proxy([], { get: (list, key) => (key === "length" ? 1e9 : list[key]) }) }, "not-plain", "concernTypes"],
  ["a list of which an entry throws", { ...GOOD, concernTypes: throwing([], 0) }, "unreadable", "concernTypes[0]"],
  ["a shared memory", { ...GOOD, concernTypes: new SharedArrayBuffer(8) }, "not-plain", "concernTypes"],
  ["a word with a zero in it", withRisk("unknown\0"), "bad-input", "concerns.seriousRisk"],
  ["a word in letters that look alike", { area: "gеneric" }, "bad-word", "area"],
  ["minus nothing", withRisk(-0), "bad-input", "concerns.seriousRisk"],
  ["a Date that is none", { ...GOOD, concernsIdentifiedAt: new Date(NaN) }, "bad-date", "concernsIdentifiedAt"],
  ["a Date after the year 9999", { ...GOOD, concernsIdentifiedAt: new Date(8.64e15) }, "bad-date", "concernsIdentifiedAt"],
  ["a Date with facts of its own", { ...GOOD, concernsIdentifiedAt: Object.assign(new Date(0), { seriousRisk: true }) }, "not-plain", "concernsIdentifiedAt"],
  ["a Proxy of a Date", { ...GOOD, concernsIdentifiedAt: new Proxy(new Date(0), {}) }, "not-plain", "concernsIdentifiedAt"],
  ["what calls itself a Date", { ...GOOD, concernsIdentifiedAt: Object.create(Date.prototype) }, "not-plain", "concernsIdentifiedAt"],
  ["a Date where yes, no or unknown is expected", withRisk(new Date(0)), "bad-input", "concerns.seriousRisk"],
  ["a Map inside", withConcerns(new Map([["seriousRisk", true]])), "not-plain", "concerns"],
  ["inherited facts inside", withConcerns(Object.create({ seriousRisk: true })), "not-plain", "concerns"],
  ["an own toJSON", withConcerns({ toJSON: () => ({ seriousRisk: false }) }), "not-plain", "concerns.toJSON"],
  ["a throwing getter", withConcerns(throwing({}, "seriousRisk")), "unreadable", "concerns.seriousRisk"],
  ["a revoked Proxy inside", { ...GOOD, children: [{ ref: "first" }, { ref: revoked() }] }, "unreadable", "children[1].ref"],
  ["half a character", { ...GOOD, complexReason: `${CANARY}\ud800` }, "bad-input", "complexReason"],
  ["half a character in a key", withConcerns({ "\udc00": true }), "bad-input", "concerns.…"],
  ["a text of 10,001 characters", { ...GOOD, complexReason: "x".repeat(10_001) }, "too-long", "complexReason"],
  ["a text of 10 MB", { ...GOOD, complexReason: CANARY.repeat(800_000) }, "too-long", "complexReason"],
  ["a key of 10 MB", withConcerns({ [CANARY.repeat(800_000)]: true }), "too-long", "concerns.…"],
  ["a list with a gap", { ...GOOD, concernTypes: [, "serious-neglect"] }, "not-plain", "concernTypes"],
  ["a list of a thousand million gaps", { ...GOOD, concernTypes: new Array(1e9) }, "not-plain", "concernTypes"],
  ["a list with a field of its own", { ...GOOD, concernTypes: Object.assign([], { extra: CANARY }) }, "not-plain", "concernTypes"],
  ["a kind of list of its own", { ...GOOD, concernTypes: new (class extends Array {})() }, "not-plain", "concernTypes"],
  ["a typed array", { ...GOOD, concernTypes: new Uint8Array(2) }, "not-plain", "concernTypes"],
  // a word, a date, a name
  ["a wrong word", withRisk(CANARY), "bad-input", "concerns.seriousRisk"],
  ["a text that looks like our own messages", withRisk(`expected ${CANARY} at line 1 column 1`), "bad-input", "concerns.seriousRisk"],
  ["an area that is not in the list", { area: CANARY }, "bad-word", "area"],
  ["a concern type that is not in the list", { ...GOOD, concernTypes: [CANARY] }, "bad-word", "concernTypes[0]"],
  ["a misspelt fact", withConcerns({ seriusRisk: true }), "unknown-field", "concerns.seriusRisk"],
  ["a misspelt field", { ...GOOD, consernTypes: [] }, "unknown-field", "consernTypes"],
  ["a field that is no ordinary name", { ...GOOD, [`${CANARY} Street 7`]: true }, "unknown-field", "…"],
  ["a text that is no date", { ...GOOD, now: CANARY }, "bad-date", "now"],
  ["an impossible date", { ...GOOD, concernsIdentifiedAt: "2026-02-30" }, "bad-date", "concernsIdentifiedAt"],
  ["a day that the year has not", { ...GOOD, concernsIdentifiedAt: "2026-02-29" }, "bad-date", "concernsIdentifiedAt"],
  ["a time that the day has not", { ...GOOD, concernsIdentifiedAt: "2026-12-23T25:00" }, "bad-date", "concernsIdentifiedAt"],
  ["a date with a space", { ...GOOD, concernsIdentifiedAt: " 2026-12-23" }, "bad-date", "concernsIdentifiedAt"],
  ["a date in wide figures", { ...GOOD, concernsIdentifiedAt: "２０２６-12-23" }, "bad-date", "concernsIdentifiedAt"],
  ["a year of six figures", { ...GOOD, concernsIdentifiedAt: "+275760-09-13" }, "bad-date", "concernsIdentifiedAt"],
  ["an offset of more than a day", { ...GOOD, concernsIdentifiedAt: "2026-12-23T10:00+25:00" }, "bad-date", "concernsIdentifiedAt"],
  ["a date of the wrong kind", { ...GOOD, concernsIdentifiedAt: 20261223 }, "bad-input", "concernsIdentifiedAt"],
  ["both area and packs", { area: "generic", packs: ["multi-agency-meetings"] }, "scope", "packs"],
  ["no pack named", { packs: [] }, "scope", "packs"],
];

// Values that nobody's form makes and somebody's program may. Dice make their description, which can be printed and made smaller;
// from that each value is made anew for the one call.

import fc from "fast-check";

/** What stands in every text that is typed or thrown here, and may stand in no error. It is no ordinary name of a field. */
export const CANARY = "Canary Bird";

const refusing = (error) => () => { throw error; };
const TRAPS = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor", "isExtensible", "set", "defineProperty", "apply"];
const NAMES = ["area", "facts", "concerns", "path", "length", "toJSON", "constructor", "0", "question", "kind", "hash"];
const CALLED = [Symbol.iterator, Symbol.toPrimitive, Symbol.toStringTag, Symbol.hasInstance, "then", "toString", "valueOf", "map", "entries", "toJSON", "every"];
const LENGTHS = [2 ** 32 - 1, 1e9, 0];
const DEPTHS = [33, 200, 20_000];
const LONG = [9_999, 10_001, 300_000];

/** What may be thrown at whoever reads; also what only looks like a refusal of ours. */
const ERRORS = [
  () => new Error(CANARY), () => CANARY, () => undefined, () => null, () => Symbol(CANARY), () => ({ code: "internal", path: CANARY, message: CANARY }),
  () => ({ toString: refusing(new Error(CANARY)) }), (Refusal) => new Refusal("bad-date", CANARY, CANARY), () => new RangeError(CANARY),
];

const WORDS = [
  null, undefined, true, false, "unknown", NaN, Infinity, -Infinity, -0, 0, 1, 17.5, 1e21, 2 ** 53, -1, 1n, 2n ** 70n, "", " ", CANARY, `${CANARY}\ud800`,
  `\0${CANARY}`, `\u202e${CANARY}`, "yes", "no", "generic", "county-durham", "hampshire", "strategy", "classify-concern", "2026-02-30", "2026-12-23", "2026-12-23T10:00",
  "2026-10-25T01:30+01:00", "0000-00-00", "9999-12-31", "+275760-09-13", "1e3", "[object Object]", "__proto__", "facts.area", "decision",
];

/** Objects that are no plain data, and need nothing to be made of. */
const STRANGE = [
  () => Symbol(CANARY), () => Symbol.iterator, () => new Date(NaN), () => new Date(8.64e15), () => new Date(-1), () => new Date("2026-12-23"), () => new Map([["area", CANARY]]),
  () => new Set([CANARY]), () => new WeakMap(), () => /Canary/, () => new Error(CANARY), () => Promise.resolve(CANARY), () => () => CANARY, () => class {},
  () => new Boolean(true), () => new String(CANARY), () => Object(1n), () => Object(Symbol(CANARY)), () => new URL("https://example.org"), () => new FormData(),
  () => (function* () {})(), () => new WeakRef({}), () => globalThis, () => new SharedArrayBuffer(8), () => new DataView(new ArrayBuffer(8)), () => new Proxy(new Date(0), {}),
  () => Object.create(Date.prototype), () => Object.create(Array.prototype), () => Math, () => new Intl.Locale("en-GB"), () => Object.assign(new Date(0), { area: CANARY }),
  () => (function () { return arguments; })(CANARY), () => new Uint32Array(5), () => new Float64Array([NaN]), () => new ArrayBuffer(8),
  () => { const view = new Uint8Array(8); structuredClone(view.buffer, { transfer: [view.buffer] }); return view; },
  () => new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 })),
];

const endless = () => new Proxy({}, { get: endless, ownKeys: () => ["concerns"], getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }) });
const deep = (levels) => { let facts = CANARY; for (let level = 0; level < levels; level++) facts = { concerns: facts }; return facts; };
const round = (value) => { const whole = { value }; whole.concerns = whole; return whole; };
const roundList = (value) => { const whole = [value]; whole.push(whole); return whole; };
const revoked = (value) => { const { proxy, revoke } = Proxy.revocable(Object(value), {}); revoke(); return proxy; };
const changing = (name, first, later) => { let reads = 0; return { get [name]() { return reads++ === 0 ? first : later; } }; };
const getter = (target, name, error) => Object.defineProperty(target, name, { enumerable: true, configurable: true, get: refusing(error) });
const pick = (list, place) => list[place % list.length];

/** Each kind of value: made of the values in it, by what the dice say. */
const KINDS = {
  list: ({ values }) => values,
  facts: ({ values, dice }) => Object.fromEntries(values.map((value, place) => [pick(NAMES, dice + place), value])),
  "a key that is no name": ({ values: [value] }) => ({ [`${CANARY} 7`]: value }),
  strange: ({ dice }) => pick(STRANGE, dice)(),
  "a trap that throws": ({ values: [value], dice, error }) => new Proxy(Object(value), { [pick(TRAPS, dice)]: refusing(error) }),
  "a trap that answers wrongly": ({ values: [value, wrong], dice }) => new Proxy(Object(value), { [pick(TRAPS, dice)]: () => wrong }),
  "a Proxy": ({ values: [value] }) => new Proxy(Object(value), {}),
  "a revoked Proxy": ({ values: [value] }) => revoked(value),
  "a getter that throws": ({ dice, error }) => getter({ area: "generic" }, pick(NAMES, dice), error),
  "an entry that throws": ({ values, error }) => getter([...values, 1], 0, error),
  "a getter that changes its mind": ({ values: [first, later], dice }) => changing(pick(NAMES, dice), first, later),
  "a method that throws": ({ dice, error }) => Object.defineProperty({ area: "generic" }, pick(CALLED, dice), { value: refusing(error), configurable: true }),
  "a method that answers": ({ values: [value], dice }) => ({ [pick(CALLED, dice)]: () => value }),
  endless,
  inherited: ({ values: [value] }) => Object.create(Object(value)),
  "without a prototype": ({ values: [value], dice }) => Object.assign(Object.create(null), { [pick(NAMES, dice)]: value }),
  "that holds itself": ({ values: [value], dice }) => (dice % 2 ? round : roundList)(value),
  gaps: ({ values: [value] }) => [, value],
  "a list with a field": ({ values: [value] }) => Object.assign([value], { area: CANARY }),
  "a list of a kind of its own": ({ values }) => Object.assign(new (class extends Array {})(), values),
  hidden: ({ values: [value], dice }) => Object.defineProperty({}, pick(NAMES, dice), { value }),
  "a symbol as key": ({ values: [value] }) => ({ [Symbol(CANARY)]: value }),
  "an own __proto__": ({ values: [value] }) => Object.defineProperty({}, "__proto__", { value, enumerable: true }),
  "an own constructor": ({ values: [value] }) => ({ constructor: value, hasOwnProperty: value, valueOf: value, toString: value }),
  deep: ({ dice }) => deep(pick(DEPTHS, dice)),
  "a list of gaps": ({ dice }) => new Array(pick(LENGTHS, dice)),
  frozen: ({ values }) => Object.freeze({ facts: Object.freeze(values) }),
};

/** What takes long to read, and comes seldom. */
const HUGE = {
  long: ({ dice }) => CANARY.repeat(pick(LONG, dice)).slice(0, pick(LONG, dice)),
  bytes: () => new Uint8Array(1_000_001),
  many: () => Array(21_000).fill("x"),
  "long in all": () => Array(130).fill("x".repeat(9_000)),
  "many keys": () => Object.fromEntries(Array.from({ length: 21_000 }, (_, place) => [`key${place}`, true])),
};

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }).map((text) => `${CANARY}${text}`) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.bigInt() },
);
const madeOf = (kinds, inner) => fc.record({ kind: fc.constantFrom(...Object.keys(kinds)), inner: fc.array(inner, { maxLength: 3 }), dice: fc.nat({ max: 1_000 }), error: fc.nat({ max: ERRORS.length - 1 }) });
const { described } = fc.letrec((tie) => ({
  described: fc.oneof({ depthSize: "small", withCrossShrink: true }, { weight: 3, arbitrary: word.map((value) => ({ value })) }, { weight: 3, arbitrary: madeOf(KINDS, tie("described")) }),
}));

/** The description of any value at all. A text that is no known word bears the canary. */
export const anything = fc.oneof({ weight: 400, arbitrary: described }, { weight: 1, arbitrary: madeOf(HUGE, described) });

/** The value that is described; `Refusal` is the package's own error. */
export function made(described, Refusal) {
  if ("value" in described) return described.value;
  const { kind, inner, dice, error } = described;
  return { ...KINDS, ...HUGE }[kind]({ values: inner.map((one) => made(one, Refusal)), dice, error: ERRORS[error](Refusal) });
}

/** Names that a page may have put on the prototype of every object. */
export const PUT_ON_EVERY_OBJECT = ["area", "concerns", "facts", "toJSON", "path", "seriousRisk", "question", "0", "code"];

// While `faulty` is set, the rules are handed a text that lies beyond the end of their memory.
"use strict";

globalThis.faulty = false;
globalThis.instances = 0;

const RealInstance = WebAssembly.Instance;
WebAssembly.Instance = function (module, imports) {
  globalThis.instances++;
  const { exports } = new RealInstance(module, imports);
  const answer = (name, length, ...facts) => (globalThis.faulty ? exports.answer(name, length, 0x7fff_0000, 100_000) : exports.answer(name, length, ...facts));
  return { exports: { ...exports, answer } };
};

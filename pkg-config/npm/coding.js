// What reads and writes a text's bytes. A page that is stood in for in Node, as jsdom does, may not have it; Node has.

export const { TextDecoder, TextEncoder } = globalThis.TextDecoder ? globalThis : globalThis.process.getBuiltinModule("node:util");

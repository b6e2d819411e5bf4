// Many cases answered in a worker, so that a page stays free meanwhile. What goes over is JSON text, made here and refused here.

import { SafeguardingError } from "./error.js";
import { textOf } from "./facts.js";
import { each } from "./many.js";
import { bytesOf } from "./sealed.js";
import { optionsOf } from "./stream.js";

const GONE = "The worker was closed, and no answer was given.";
const FAILED = "The worker failed, and no answer was given. Expected worker-inside.js beside this file, and under a content security policy its address in worker-src.";

export function openWorker() {
  const asked = new Map();
  let [count, ended] = [0, ""];
  // Written out in full, because bundlers look for exactly this expression.
  const worker = new Worker(new URL("./worker-inside.js", import.meta.url), { type: "module" });

  worker.addEventListener("message", ({ data: { id, done, told, refusal } }) => {
    const call = asked.get(id);
    if (done !== undefined) return call?.onProgress?.(done, call.total);
    asked.delete(id);
    if (refusal) call?.reject(new SafeguardingError(refusal.code, refusal.path, refusal.message));
    else call?.resolve(told);
  });
  worker.addEventListener("error", () => end(FAILED));

  function end(why) {
    ended = why;
    worker.terminate();
    for (const { reject } of asked.values()) reject(new SafeguardingError("internal", "", ended));
    asked.clear();
  }

  function ask(order, { onProgress, total } = {}) {
    if (ended) throw new SafeguardingError("internal", "", ended);
    return new Promise((resolve, reject) => {
      const id = (count += 1);
      asked.set(id, { resolve, reject, onProgress, total });
      worker.postMessage({ id, ...order });
    });
  }

  // What a caller's own facts cannot hold is refused before anything is asked.
  async function askEach(order, cases, options = {}) {
    optionsOf(options);
    const texts = each(cases, textOf);
    return ask({ ...order, texts }, { onProgress: options.onProgress, total: texts.length });
  }

  // A file is read where its records are answered: what is handed over is the file and none of them.
  async function askOfFile(order, file, options = {}) {
    const { examples } = optionsOf(options);
    if (!(file instanceof Blob)) throw new SafeguardingError("bad-input", "file", "Expected a file: a Blob of JSON lines, or one that is named or typed as CSV.");
    return ask({ ...order, file, examples }, { onProgress: options.onProgress });
  }

  return {
    answerMany: (question, cases, options) => askEach({ name: "answerMany", question: String(question) }, cases, options),
    classifyMany: (cases, options) => askEach({ name: "classifyMany" }, cases, options),
    replay: async (question, file, against, options) =>
      askOfFile({ name: "replay", question: String(question), against: JSON.parse(textOf(against)) }, file, options),
    reportQuarterFrom: async (file, common = {}, options) => askOfFile({ name: "reportQuarterFrom", common: JSON.parse(textOf(common)) }, file, options),
    loadPack: async (sealed) => ask({ name: "loadPack", given: bytesOf(sealed) }),
    setMessages: async (messages) => ask({ name: "setMessages", given: JSON.parse(textOf(messages)) }),
    close: () => end(GONE),
  };
}

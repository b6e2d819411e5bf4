// What runs in the worker of worker.js.

import { SafeguardingError, answerMany, classifyMany, loadPack, setMessages } from "safeguarding-rules";
import { readCsv, readJsonLines, replay, reportQuarterFrom } from "safeguarding-rules/streams";

/** Between as many, a page hears how far it is. */
const CASES_AT_ONCE = 50;

const FUNCTIONS = {
  answerMany: ({ id, question, texts }) => inParts(id, texts, (cases) => answerMany(question, cases)),
  classifyMany: ({ id, texts }) => inParts(id, texts, classifyMany),
  loadPack: ({ given }) => loadPack(given),
  replay: ({ id, question, file, against, examples }) => replay(question, recordsIn(file), against, { examples, onProgress: tellProgress(id) }),
  reportQuarterFrom: ({ id, file, common }) => reportQuarterFrom(recordsIn(file), common, { onProgress: tellProgress(id) }),
  setMessages: ({ given }) => setMessages(given),
};

self.addEventListener("message", async ({ data }) => self.postMessage({ id: data.id, ...(await toldOf(data)) }));

async function toldOf(order) {
  try {
    return { told: await FUNCTIONS[order.name](order) };
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    const { code, path, message } = error;
    return { refusal: { code, path, message } };
  }
}

/** The records in a file, by what its name or its type says that it is. */
function recordsIn(file) {
  return /\.csv$/i.test(file.name ?? "") || file.type === "text/csv" ? readCsv(file) : readJsonLines(file);
}

function tellProgress(id) {
  return (done) => self.postMessage({ id, done });
}

function inParts(id, texts, answer) {
  const told = [];
  // Asked of no case, so that a question that there is not is refused where there are no cases either.
  if (texts.length === 0) return answer([]);
  while (told.length < texts.length) {
    const first = told.length;
    const cases = texts.slice(first, first + CASES_AT_ONCE).map((text) => JSON.parse(text));
    told.push(...placed(first, () => answer(cases)));
    self.postMessage({ id, done: told.length });
  }
  return told;
}

/** The same with its refusals named by their place among all. */
function placed(first, answer) {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    const path = error.path.replace(/^cases\[(\d+)\]/, (_, place) => `cases[${first + Number(place)}]`);
    throw new SafeguardingError(error.code, path, error.message);
  }
}

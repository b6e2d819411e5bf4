// Facts read from a file of text, record by record: each line a JSON object, or a row of a table whose first row names paths of facts.

import papaparse from "papaparse";
import { SafeguardingError, factsFrom } from "safeguarding-rules";
import { touch } from "./given.js";
import { itemsOf, optionsOf } from "./stream.js";

const LONGEST_RECORD = 1_000_000;
const EXPECTED = "Expected a file, a response, a stream, bytes or a text.";

export async function* readJsonLines(source) {
  let [number, rest] = [0, ""];
  for await (const text of textsOf(source)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      number += 1;
      if (line.trim() !== "") yield recordIn(line, number);
    }
    if (rest.length > LONGEST_RECORD) refuse("too-large", `lines[${number}]`, "Expected at most 1,000,000 characters on a line.");
  }
  if (rest.trim() !== "") yield recordIn(rest, number + 1);
}

/** What stands on a line, which people count from 1. */
function recordIn(line, number) {
  let record;
  try {
    record = JSON.parse(line.trim());
  } catch {
    // Told below.
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) refuse("bad-input", `lines[${number - 1}]`, "Expected one JSON object on each line.");
  return record;
}

export async function* readCsv(source, options = {}) {
  const { fields } = optionsOf(options);
  let [names, parser, rest, row] = [undefined, undefined, "", 0];
  const rowsIn = (text, isLast) => {
    const { data, meta } = parser.parse(text, 0, !isLast);
    rest = text.slice(meta.cursor);
    if (rest.length > LONGEST_RECORD) refuse("too-large", `rows[${row}]`, "Expected at most 1,000,000 characters in a row.");
    return data;
  };
  for await (const { text, isLast } of withTheLast(textsOf(source))) {
    rest += text;
    // How the file is written is told by its first rows.
    if (!parser && !isLast && !/[\r\n][^\r\n]/.test(rest)) continue;
    parser ??= new papaparse.Parser(writtenAs(rest));
    for (const cells of rowsIn(rest, isLast)) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (names) yield factsIn(names, cells, fields, row++);
      else names = cells.map((name) => name.trim());
    }
  }
}

function writtenAs(text) {
  const { delimiter, linebreak } = papaparse.parse(text, { preview: 2 }).meta;
  return { delimiter, newline: linebreak };
}

/** The facts of a row, by the names of its columns. */
function factsIn(names, cells, fields, row) {
  const place = `rows[${row}]`;
  if (cells.slice(names.length).some((cell) => cell.trim() !== "")) refuse("bad-input", place, "Expected at most as many cells as in the first row, which names the facts.");
  const filled = names.flatMap((name, column) => (name === "" ? [] : [[name, cells[column] ?? ""]]));
  try {
    return factsFrom(new URLSearchParams(filled), fields);
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return refuse(error.code, error.path ? `${place}.${error.path}` : place, error.message);
  }
}

async function* withTheLast(texts) {
  for await (const text of texts) yield { text, isLast: false };
  yield { text: "", isLast: true };
}

/** The texts of a file, a response, a stream of bytes or of texts, or a text. */
async function* textsOf(source) {
  if (typeof source === "string") return yield source;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return refuse("bad-input", "", "Expected text in UTF-8.");
    }
  };
  for await (const { item: part } of partsOf(source)) yield typeof part === "string" ? part : decoded(part);
  yield decoded();
}

function partsOf(source) {
  return itemsOf(touch("", EXPECTED, () => streamIn(source)), "", EXPECTED);
}

function streamIn(source) {
  const stream = typeof source?.stream === "function" ? source.stream() : (source?.body ?? source);
  if (stream instanceof ArrayBuffer || ArrayBuffer.isView(stream)) return [stream];
  return !stream?.[Symbol.asyncIterator] && typeof stream?.getReader === "function" ? readBy(stream.getReader()) : stream;
}

/** Some browsers cannot go through a stream yet. */
function readBy(reader) {
  const { read } = reader;
  const next = typeof read === "function" ? () => read.call(reader) : undefined;
  return { [Symbol.asyncIterator]: () => ({ next, return: () => reader.cancel() }) };
}

function refuse(code, path, message) {
  throw new SafeguardingError(code, path, message);
}

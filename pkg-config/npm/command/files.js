// Files, and what ends the command before it has judged anything.

import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

/** Said as it is, without a place in the code. */
export class Stopped extends Error {}

export function read(file) {
  return tried(() => readFileSync(file, "utf8"), `${file}: this file cannot be read`);
}

export function write(file, content) {
  tried(() => writeFileSync(file, content), `${file}: this file cannot be written`);
}

export function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What is there already stays as it is. */
export function expectAbsent(file) {
  if (existsSync(file)) throw new Stopped(`${file}: this file is there already`);
}

function tried(act, otherwise) {
  try {
    return act();
  } catch {
    throw new Stopped(otherwise);
  }
}

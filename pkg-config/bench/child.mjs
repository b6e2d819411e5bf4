// A figure is measured in a process of its own, so that none is warmed or worn by another.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const MOST_OUTPUT = 64 * 1024 * 1024;

/** What a module of this folder prints, as JSON, when it is run with these settings. */
export async function told(module, settings) {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, JSON.stringify(settings)], { maxBuffer: MOST_OUTPUT });
  return JSON.parse(stdout);
}

// The pages of the tests and the installed package, served as one site under the strictest policy that can run it.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../pkg-config/serve.mjs";
import { folder as installed } from "../door/package-under-test.mjs";
import { atTheEnd } from "./at-the-end.mjs";

export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A folder with copies of `pages` and of the package, which is gone after the tests. */
export function folderWith(pages) {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(fileURLToPath(pages), folder, { recursive: true });
  cpSync(installed, join(folder, "safeguarding-rules"), { recursive: true });
  return folder;
}

/** Serves such a folder under a policy; gives { address, asked }. */
export async function siteWith(pages, policy = STRICT) {
  const site = await serve(folderWith(pages), 0, () => ({ "Content-Security-Policy": policy }));
  atTheEnd(() => site.close());
  return site;
}

/** What was asked of a site, but for the icon that a browser looks for by itself. */
export function askedOf(site) {
  return site.asked.filter((request) => !request.endsWith(" /favicon.ico"));
}

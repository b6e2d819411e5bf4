// As a new user would: from an empty folder, the package is installed, and what the READMEs show is run as it stands.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { serve } from "../../pkg-config/serve.mjs";
import { sealPack } from "../door/sealed.mjs";
import { OWN_PACK } from "../door/types/calls.mjs";
import { HOSTS, TARBALL, emptyFolder, npm, opened, told } from "./the-host.mjs";

const READMES = ["pkg-config/npm/README.md", "README.md"];
/** Its pack is written in TOML, and what it answers is asked in tests/rules/own_pack.rs. */
const ASKED_IN_RUST = "riverbridge-first.pack";
const ENTRIES = { "safeguarding-rules": "index.js", "safeguarding-rules/web": "web.js", "safeguarding-rules/workshop": "workshop.js" };
const IMPORTS = Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, `./node_modules/safeguarding-rules/${file}`]));

// Whether a line's value is what the comment beside it says; "…" stands for anything.
const SAME = `
function same(value, said) {
  const [start, end] = typeof said === "string" && said.includes("…") ? said.split("…") : [];
  const isSame = start === undefined ? value === said : value.startsWith(start) && value.endsWith(end);
  if (!isSame) throw new Error(\`expected \${said}, got \${value}\`);
}`;

function blocksOf(readme, language) {
  const text = readFileSync(join(HOSTS, "../..", readme), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))].map(([, code]) => code).filter((code) => !code.includes(ASKED_IN_RUST));
}

/** The code, in which each `expression;   // "what it is"` is checked. */
function checked(code) {
  return code.replace(/^(\S.*);\s+\/\/ ("[^"]*"|true\b|false\b).*$/gm, "same($1, $2);") + SAME;
}

const OUR_PROCEDURE = { ...OWN_PACK, document: { ...OWN_PACK.document, id: "our-procedure" } };
const asksForAFile = (code) => code.includes("fetch(") || code.includes("init(");

let folder;
before(async (run) => {
  folder = emptyFolder(run);
  await npm(folder, "install", "--offline", "--no-audit", "--no-fund", TARBALL);
  cpSync(join(folder, "node_modules/safeguarding-rules"), join(folder, "safeguarding-rules"), { recursive: true });
});

for (const readme of READMES) {
  for (const [index, code] of blocksOf(readme, "js").entries()) {
    const name = `${readme}, program ${index + 1}`;
    if (asksForAFile(code)) test(`${name} runs in a page`, (run) => runInPage(run, code));
    else test(`${name} runs in Node`, () => told(folder, process.execPath, ["--input-type=module", "--eval", checked(code)]));
  }

  for (const [index, html] of blocksOf(readme, "html").entries()) {
    test(`${readme}, page ${index + 1} answers`, async (run) => {
      const page = await opened(run, await served(run, html));
      await page.locator("output:not(:empty)").waitFor();
      assert.deepEqual(page.faults, []);
    });
  }
}

async function runInPage(run, code) {
  writeFileSync(join(folder, "our-procedure.json"), JSON.stringify(OUR_PROCEDURE));
  writeFileSync(join(folder, "our-procedure.pack"), sealPack(OUR_PROCEDURE));
  cpSync(join(HOSTS, "../own-pack/riverbridge-first.toml"), join(folder, "our-procedure.toml"));
  writeFileSync(join(folder, "program.js"), `${checked(code)}\ndocument.title = "ran";`);
  const html = `<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script><script type="module" src="program.js"></script>`;
  const page = await opened(run, await served(run, html));
  await page.waitForFunction(() => document.title === "ran");
  assert.deepEqual(page.faults, []);
}

async function served(run, html) {
  writeFileSync(join(folder, "index.html"), `<!doctype html><link rel="icon" href="data:,">${html}`);
  const server = await serve(folder, 0, () => ({}));
  run.after(() => server.close());
  return server.address;
}

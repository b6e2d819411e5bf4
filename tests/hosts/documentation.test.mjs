// The documentation is what was tried: each block of code in it is a whole file of a host or whole tables of a pack, and each host is shown whole.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { test } from "node:test";
import { TRIED, tableOf } from "./table.mjs";
import { HOSTS, TARBALL, emptyFolder, npm } from "./the-host.mjs";

const DOCS = join(HOSTS, "../../pkg-config/npm/docs");
const OURS = "safeguarding-rules";
const NOT_SHOWN = ["package.json", "package-lock.json"];
/** How the package is had, the recheck is run and a pack is written: the only lines of a shell that the documentation may show. */
const SHELL = [
  "npm install safeguarding-rules",
  "pip install extism",
  "cp -R node_modules/safeguarding-rules safeguarding-rules",
  "pip install rfc8785",
  "openssl pkeyutl -sign -inkey key.pem -rawin -in head.json -out head.sig",
  ...["", " head.sig public.pem"].map((signed) => `python3 verify-records.py records.jsonl head.json${signed}`),
  "cargo xtask record verify records.jsonl head.json",
  "cargo run --locked --example recheck -- our-pack.json < posted.jsonl",
  ...["new", "check", "diff multi-agency-meetings", "build", "lint"].map((command) => `npx safeguarding-rules pack ${command} larkmoor.toml`),
  "node --test larkmoor.test.mjs",
];

const EXAMPLES = "examples/";
/** The packs that are tried: a page shows tables of them, each whole. */
const OWN_PACKS = ["tests/own-pack/", "pkg-config/npm/examples/"];
const isOfThePack = (file) => file.endsWith(".toml") && OWN_PACKS.some((folder) => file.startsWith(folder));
const isOfTheProject = (file) => [EXAMPLES, ...OWN_PACKS].some((folder) => file.startsWith(folder));
const pathOf = (file) => join(HOSTS, isOfTheProject(file) ? "../.." : ".", file);
const read = (path) => readFileSync(path, "utf8");
const pages = readdirSync(DOCS).filter((name) => name.endsWith(".md"));
const hosts = readdirSync(HOSTS).filter((name) => existsSync(join(HOSTS, name, "package.json")));
const manifestOf = (host) => JSON.parse(read(join(HOSTS, host, "package.json")));

/** The files of a folder and of the folders in it, by their paths from it. */
function filesOf(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? filesOf(join(folder, entry.name)).map((name) => posix.join(entry.name, name)) : [entry.name]));
}

/** The blocks of code of a page: the language, the file that it names, what it holds. */
function blocksOf(page) {
  return [...read(join(DOCS, page)).matchAll(/^```(\S*) ?(.*)\n([^]*?)^```$/gm)].map(([, language, file, code]) => ({ language, file, code }));
}

test("each host has its page", () => {
  assert.ok(hosts.length > 10);
  for (const host of hosts) assert.ok(pages.includes(`${host}.md`), host);
});

test("each host stands in the table of what was tried", () => {
  for (const host of hosts) assert.ok(TRIED[host], host);
  const table = tableOf([["lit: a", "yes"], ["next: a", "yes"], ["next: b", "FAILED"], ["nexttime: a", "yes"]].map(([name, result]) => ({ name, result })));
  const rows = table.trim().split("\n").map((row) => row.split(/ {2,}/));
  assert.deepEqual(rows.slice(1), [["next", "FAILED", "FAILED", "FAILED", "FAILED"], ["lit", "yes", "yes", "yes", "-"]]);
});

test("each block of code is a file of a host or an example, byte for byte, whole tables of a pack, or a command that is tried", () => {
  for (const page of pages) {
    for (const { language, file, code } of blocksOf(page)) {
      if (language === "sh") for (const line of code.trim().split("\n")) assert.ok(SHELL.includes(line), `${page}: ${line}`);
      else if (isOfThePack(file)) assert.ok(read(pathOf(file)).includes(`\n\n${code}\n`), `${page}: ${file} holds another table`);
      else assert.equal(code, read(pathOf(file)), `${page}: ${file}`);
    }
  }
});

test("each host's page shows the whole project, and names the versions that were tried", () => {
  for (const host of hosts) {
    const page = `${host}.md`;
    const shown = blocksOf(page).map(({ file }) => file);
    for (const name of filesOf(join(HOSTS, host)).filter((name) => !NOT_SHOWN.includes(name))) {
      assert.ok(shown.includes(`${host}/${name}`), `${page}: ${name} is not shown`);
    }
    const { dependencies, devDependencies } = manifestOf(host);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (name !== OURS) assert.ok(read(join(DOCS, page)).includes(`${name} ${version}`), `${page}: ${name} ${version}`);
    }
  }
});

test("each host's packages are pinned exactly, and locked", () => {
  for (const host of hosts) {
    const { dependencies, devDependencies } = manifestOf(host);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(version, name === OURS ? /^file:safeguarding-rules\.tgz$/ : /^\d+\.\d+\.\d+$/, `${host}: ${name}`);
    }
    const { packages } = JSON.parse(read(join(HOSTS, host, "package-lock.json")));
    // What is bundled with another package is pinned with it.
    for (const [path, { integrity, inBundle = false }] of Object.entries(packages)) {
      const isPinned = path === "" || path === `node_modules/${OURS}` || integrity !== undefined || inBundle;
      assert.ok(isPinned, `${host}: ${path}`);
    }
  }
});

test("the README leads to every page, and every link leads to a file of the package", async (run) => {
  const folder = emptyFolder(run);
  const installed = join(folder, "node_modules", OURS);
  await npm(folder, "install", "--offline", "--no-save", TARBALL);
  const linked = linksOf(join(installed, "README.md"), "README.md");
  for (const page of pages) assert.ok(linked.includes(posix.join("docs", page)), `the README does not lead to ${page}`);
  for (const page of pages) {
    const path = posix.join("docs", page);
    assert.equal(read(join(installed, path)), read(join(DOCS, page)), `${page} is not packed as it is`);
    for (const link of linksOf(join(installed, path), path)) assert.ok(existsSync(join(installed, link)), `${page}: ${link}`);
  }
  for (const link of linked) assert.ok(existsSync(join(installed, link)), `README.md: ${link}`);
});

/** The files that a page links to outside its blocks of code, from the package's own folder. */
function linksOf(file, path) {
  const text = read(file).replace(/^```[^]*?^```$/gm, "");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link);
  return links.map((link) => posix.join(dirname(path), link));
}

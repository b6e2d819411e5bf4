// What comes with the package for whoever has nothing else of the project: its pages in one file, hashes, licences, an inventory.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder } from "./package-under-test.mjs";

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const { Spec, Validation } = tools("@cyclonedx/cyclonedx-library");
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (file) => readFileSync(join(folder, file), "utf8");
const manifest = JSON.parse(read("package.json"));
const pages = readdirSync(join(folder, "docs")).map((name) => `docs/${name}`);
const hashOf = (file) => `sha384-${createHash("sha384").update(readFileSync(join(folder, file))).digest("base64")}`;

test("every page stands whole in one file, and the list of pages leads to each", () => {
  const [full, list] = [read("llms-full.txt"), read("llms.txt")];
  assert.ok(pages.length > 30);
  for (const page of ["README.md", ...pages]) assert.ok(full.includes(`\n${page}\n\n${read(page).trimEnd()}\n`), page);
  for (const page of pages) assert.ok(list.includes(`](${page})`), page);
  assert.ok(full.includes(`safeguarding-rules ${manifest.version}`));
});

test("each file that a page loads is told with its size and the hash of its very bytes", () => {
  const told = JSON.parse(read("integrity.json"));
  const loaded = [...readdirSync(folder).filter((name) => /\.(js|css|wasm)$/.test(name)), ...readdirSync(join(folder, "packs")).map((name) => `packs/${name}`)];
  const forPages = loaded.filter((name) => !["command.js", "workerd.js", "workshop.js"].includes(name));
  assert.deepEqual(Object.keys(told).sort(), forPages.sort());
  for (const [file, { bytes, integrity }] of Object.entries(told)) {
    assert.equal(bytes, readFileSync(join(folder, file)).length, file);
    assert.equal(integrity, hashOf(file), file);
    assert.ok(read("docs/integrity.md").includes(`| \`${file}\` |`) && read("docs/integrity.md").includes(integrity), file);
  }
});

test("each line for a content network names a file of this version, with its hash", () => {
  const lines = [...read("docs/integrity.md").matchAll(/(?:src|href)="([^"]+)" integrity="([^"]+)"|"(https:[^"]+)": "(sha384-[^"]+)"/g)];
  assert.equal(lines.length, 4);
  for (const [, source, hash, address = source, integrity = hash] of lines) {
    const [, version, file] = /\/safeguarding-rules@([^/]+)\/(.+)$/.exec(address);
    assert.deepEqual([version, integrity], [manifest.version, hashOf(file)], file);
  }
});

const inventory = JSON.parse(read("sbom.cdx.json"));

test("the inventory is CycloneDX, as its own strict schema has it", async () => {
  const problem = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(read("sbom.cdx.json"));
  assert.equal(problem, null, JSON.stringify(problem));
  const wrong = read("sbom.cdx.json").replace('"type": "library"', '"type": "something"');
  assert.notEqual(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(wrong), null);
});

test("the inventory and the licences name the same crates, of the versions that are locked, and every one that is depended on", () => {
  const crates = inventory.components.filter(({ name }) => name !== "std").map(({ name, version }) => `${name} ${version}`);
  const locked = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const { packages: ofNpm } = JSON.parse(readFileSync(join(ROOT, "pkg-config/package-lock.json"), "utf8"));
  const licences = read("THIRD-PARTY-LICENCES.txt");
  const [head, ...texts] = licences.split(`\n${"=".repeat(79)}\n\n`);
  const bearers = new Set(texts.flatMap((text) => text.split("\n\n")[0].split(", ")));
  for (const crate of crates) {
    const [name, version] = crate.split(" ");
    assert.ok(locked.includes(`name = "${name}"\nversion = "${version}"`) || ofNpm[`node_modules/${name}`]?.version === version, crate);
    assert.ok(head.includes(`\n${crate}: `) && bearers.has(crate), crate);
  }
  assert.deepEqual([...bearers].sort(), crates.sort());
  for (const text of texts) assert.ok(text.split("\n\n").slice(1).join("").trim().length > 10, text);
  const manifests = ["Cargo.toml", "pkg-config/wasm/Cargo.toml"].map((file) => readFileSync(join(ROOT, file), "utf8"));
  const dependencies = manifests.flatMap((text) => text.split(/^\[/m).find((table) => table.startsWith("dependencies]")).split("\n").slice(1));
  const names = dependencies.filter((line) => /^[a-z]/.test(line) && !line.startsWith("safeguarding-rules") && !line.startsWith("schemars")).map((line) => line.split(" ")[0]);
  assert.ok(names.length > 10);
  for (const name of names) assert.ok(crates.some((crate) => crate.startsWith(`${name} `)), name);
});

test("the package says where the project is to be found exactly where the workspace does", () => {
  const [, place] = /^repository = "(.*)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"));
  if (place === "") assert.deepEqual(["repository", "homepage", "bugs"].filter((name) => name in manifest), []);
  else assert.deepEqual([manifest.repository.url, manifest.homepage, manifest.bugs.url], [`git+${place}.git`, `${place}#readme`, `${place}/issues`]);
});

/** What a heading is called by in a link, as the places do that show these pages. */
const anchorOf = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");

/** The links of a page outside its blocks of code, with where they lead; those that lead nowhere are told. */
function brokenLinks(base, page) {
  const text = readFileSync(join(base, page), "utf8").replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => {
    if (/^[a-z]+:/.test(link)) return !URL.canParse(link) || !link.startsWith("https://");
    const [path, anchor] = link.split("#");
    const file = path === "" ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(base, file))) return true;
    const headings = () => [...readFileSync(join(base, file), "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));
    return anchor !== undefined && !headings().includes(anchor);
  });
}

test("every link of every page leads somewhere, in the package and among the sources", () => {
  const inPackage = ["README.md", "CHANGELOG.md", "SECURITY.md", "llms.txt", ...pages];
  for (const page of inPackage) assert.deepEqual(brokenLinks(folder, page), [], page);
  for (const page of ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]) assert.deepEqual(brokenLinks(ROOT, page), [], page);
});

// What is inside the package that somebody else has made: an inventory for programs (CycloneDX), and the licences for people.
// Asked of Cargo each time the package is made, so that neither is kept by hand.

import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PackageURL } from "packageurl-js";

const [metadata, tree, rust, dist] = process.argv.slice(2);
const OURS = "safeguarding-rules";
const LICENCE_FILE = /^(licen[cs]e|copying|copyright|notice|unlicense)/i;

const manifest = JSON.parse(readFileSync(join(dist, "package.json"), "utf8"));
const known = new Map(JSON.parse(readFileSync(metadata, "utf8")).packages.map((crate) => [`${crate.name} v${crate.version}`, crate]));
const inside = [...new Set(readFileSync(tree, "utf8").split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")))].sort();
const crates = inside.map((id) => known.get(id)).filter((crate) => crate && !crate.name.startsWith(OURS));
/** What is inside of other packages of npm. */
const npm = ["papaparse"].map((name) => {
  const manifest_path = new URL(`node_modules/${name}/package.json`, import.meta.url).pathname;
  const { version, license, description, repository } = JSON.parse(readFileSync(manifest_path, "utf8"));
  return { name, version, license, description, repository: repository.url.replace(/^git\+/, ""), manifest_path };
});
const standardLibrary = { name: "std", version: rust.split(" ")[1], license: "MIT OR Apache-2.0", description: "The Rust standard library", repository: "https://github.com/rust-lang/rust" };

writeFileSync(join(dist, "sbom.cdx.json"), inventory());
writeFileSync(join(dist, "THIRD-PARTY-LICENCES.txt"), licences());

function inventory() {
  const bom = new Models.Bom();
  bom.metadata.component = component({ ...manifest, repository: manifest.repository?.url }, "npm");
  for (const [kind, crate] of [...[...crates, standardLibrary].map((crate) => ["cargo", crate]), ...npm.map((one) => ["npm", one])]) {
    const part = component(crate, kind);
    bom.components.add(part);
    bom.metadata.component.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
}

function component({ name, version, license, description, repository }, type) {
  const purl = new PackageURL(type, undefined, name, version).toString();
  const part = new Models.Component(Enums.ComponentType.Library, name, { version, description: description?.trim().replaceAll(/\s+/g, " "), purl, bomRef: purl });
  // Cargo took a stroke for "or" once.
  part.licenses.add(new Models.LicenseExpression(license.replaceAll("/", " OR ")));
  if (repository) part.externalReferences.add(new Models.ExternalReference(repository, Enums.ExternalReferenceType.VCS));
  return part;
}

/** Each licence once, below the crates that bear it. */
function licences() {
  const bearers = new Map();
  for (const crate of [...crates, ...npm]) {
    for (const text of textsOf(crate)) bearers.set(text, [...(bearers.get(text) ?? []), `${crate.name} ${crate.version}`]);
  }
  const list = [...crates, ...npm].map((crate) => `${crate.name} ${crate.version}: ${crate.license}`);
  const head = `What ${OURS} ${manifest.version} contains that others have made, and under which licences.\n\n${list.join("\n")}\n` +
    `\nThe Rust standard library ${standardLibrary.version}: ${standardLibrary.license}\n`;
  return [head, ...[...bearers].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`)].join(`\n${"=".repeat(79)}\n\n`);
}

function textsOf({ name, version, license, manifest_path, license_file }) {
  const folder = dirname(manifest_path);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name)).map((entry) => entry.name);
  const named = license_file && !files.includes(license_file) ? [license_file] : [];
  const texts = [...files, ...named].sort().map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (texts.length > 0) return texts;
  // Some crates bring no text along. Whoever may choose the Apache licence has ours.
  if (!license.includes("Apache-2.0")) throw new Error(`${name} ${version} brings no text of its licence along: ${license}.`);
  return [readFileSync(join(dist, "LICENSE-APACHE"), "utf8").trim()];
}

// Writes down each file that a page loads: how large it is, and the hash by which a browser knows it.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotli } from "./brotli.mjs";

const [dist] = process.argv.slice(2);
const { name, version } = JSON.parse(readFileSync(join(dist, "package.json"), "utf8"));
const NETWORK = `https://cdn.jsdelivr.net/npm/${name}@${version}/`;
const packs = readdirSync(join(dist, "packs")).sort().map((file) => `packs/${file}`);
const LOADED = ["script.js", "elements.script.js", "elements.css", "elements.js", "parts.js", "index.js", "web.js", "records.js", "streams.js", "worker.js", "worker-inside.js", "safeguarding_rules_bg.wasm", ...packs];

const files = LOADED.map((file) => {
  const bytes = readFileSync(join(dist, file));
  return { file, bytes: bytes.length, brotli: brotli(bytes).length, integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}` };
});
const hashOf = (name) => files.find(({ file }) => file === name).integrity;

writeFileSync(join(dist, "integrity.json"), `${JSON.stringify(Object.fromEntries(files.map(({ file, ...told }) => [file, told])), null, 1)}\n`);
writeFileSync(join(dist, "docs/integrity.md"), page());

function page() {
  const rows = files.map(({ file, bytes, brotli, integrity }) => `| \`${file}\` | ${inKilobytes(bytes)} | ${inKilobytes(brotli)} | \`${integrity}\` |`);
  return `# Sizes, hashes, and how to build the same bytes

Version ${version}. The same table for programs is \`integrity.json\`.

| file | size | with brotli | integrity |
|---|---|---|---|
${rows.join("\n")}

## From a content network

A live portal serves the files itself: then nothing depends on another's server, and nobody else sees who opens the page. To try it, one line is enough. The browser runs the file only if it has this very hash:

\`\`\`html
<script src="${NETWORK}script.js" integrity="${hashOf("script.js")}" crossorigin="anonymous"></script>
\`\`\`

The elements, with their style:

\`\`\`html
<link rel="stylesheet" href="${NETWORK}elements.css" integrity="${hashOf("elements.css")}" crossorigin="anonymous">
<script src="${NETWORK}elements.script.js" integrity="${hashOf("elements.script.js")}" crossorigin="anonymous"></script>
\`\`\`

A module has its hash in an import map:

\`\`\`html
<script type="importmap">
  {
    "imports": { "${name}": "${NETWORK}index.js" },
    "integrity": { "${NETWORK}index.js": "${hashOf("index.js")}" }
  }
</script>
\`\`\`

With \`./web\`, the compiled rules and the packs are fetched with their hashes too: \`await init(fetch(address, { integrity }), { packs: [fetch(packAddress, { integrity: packIntegrity })] })\`.

## The same bytes

The package holds nothing of the machine that made it: the same commit makes the same bytes in any folder, on any machine with the Rust that \`rust-toolchain.toml\` names. From the sources of version ${version}:

\`\`\`sh
cargo xtask build
openssl dgst -sha512 -binary pkg-config/packed/${name}.tgz | openssl base64 -A
npm view ${name}@${version} dist.integrity
\`\`\`

The last two show the same, after \`sha512-\`. A package cannot hold its own hash: \`cargo xtask release --dry-run\` prints it, and it is published with the release.
`;
}

function inKilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

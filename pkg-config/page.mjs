// Makes the page: its files, the service worker that keeps them for use without a network, and the page as one single file.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";
import { POLICY_IN_PAGE, policyOfSingleFile } from "./policy.mjs";

const TOOLS = dirname(fileURLToPath(import.meta.url));
const SINGLE = "safeguarding-rules.html";

const [source, library, output] = process.argv.slice(2);
const from = (name) => join(source, name);
const to = (name) => join(output, name);

async function bundle(entry, settings) {
  const { outputFiles } = await build({
    entryPoints: [from(entry)],
    bundle: true, minify: true, write: false, format: "esm", platform: "browser", target: "es2022",
    charset: "utf8", legalComments: "none", logLevel: "warning",
    // The page's own imports, such as its design system, are among the tools' packages.
    nodePaths: [join(TOOLS, "node_modules")],
    alias: { "safeguarding-rules": library },
    ...settings,
  });
  return outputFiles[0].text;
}

function style() {
  return compile(from("style.scss"), { style: "compressed", loadPaths: [join(TOOLS, "node_modules")], quietDeps: true }).css;
}

function hash(algorithm, text) {
  return `${algorithm}-${createHash(algorithm).update(text).digest("base64")}`;
}

/** Each kept file with its hash: a login page of a captive network, or half a file, is not taken for it. */
function precache(files) {
  return Object.entries(files).map(([url, text]) => ({ url, revision: hash("sha256", text), integrity: hash("sha384", text) }));
}

function put(text, mark, content) {
  if (text.split(mark).length !== 2) throw new Error(`index.html must hold ${mark} once`);
  return text.replace(mark, () => content);
}

function withPolicy(page, policy) {
  return put(page, '<meta charset="utf-8">', `<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy}">\n  <meta name="referrer" content="no-referrer">`);
}

/** The page with its script and its style inside it, to be opened from a folder. */
function singleFile(page, script, styles) {
  if (script.includes("</script") || styles.includes("</style")) throw new Error("the script or the style would end its own element");
  let text = withPolicy(page, policyOfSingleFile(hash("sha256", script), hash("sha256", styles)));
  text = put(text, '<link rel="manifest" href="manifest.webmanifest">', "");
  text = put(text, '<link rel="stylesheet" href="style.css">', `<style>${styles}</style>`);
  // At the end, so that a file that is cut off still says what to do.
  text = put(text, '<script type="module" src="main.js"></script>', "");
  return put(text, "</body>", `<script type="module">${script}</script>\n</body>`);
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
// Whatever the page needs to open without a network: each is kept for it, and no other file is.
const page = readFileSync(from("index.html"), "utf8");
const files = {
  "index.html": withPolicy(page, POLICY_IN_PAGE),
  "main.js": await bundle("main.js", {}),
  "style.css": style(),
  "manifest.webmanifest": readFileSync(from("manifest.webmanifest"), "utf8"),
};
const worker = await bundle("sw.js", { define: { "self.__PRECACHE": JSON.stringify(precache(files)) } });
const single = singleFile(page, files["main.js"], files["style.css"]);
for (const [name, text] of Object.entries({ ...files, "sw.js": worker, [SINGLE]: single })) writeFileSync(to(name), text);

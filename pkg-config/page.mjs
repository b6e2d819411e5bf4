// Makes the page: its files, the service worker that keeps them for use without a network, and the page as one single file.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PurgeCSS } from "purgecss";
import { compile } from "sass";
import { minify } from "terser";
import { at } from "./npm/elements/parts/paths.js";
import { POLICY_IN_PAGE, policyOfSingleFile } from "../www-demo/app/policy.mjs";

const TOOLS = dirname(fileURLToPath(import.meta.url));
const SINGLE = "safeguarding-rules.html";
/** The houses of the demo: the practitioners' page, the form that developers copy from, and the page for authors of packs. */
const APP = "app";
const PORTAL = "portal";
const PLAYGROUND = "playground";
/** What the portal's page takes from the package, in a folder beside it as the documentation tells. */
const OF_PACKAGE = ["index.js", "elements.js", "elements.css", "docs"];

// With the path of a module that has every export of both files of words, the page is made in the language of that module.
const [source, library, output, translation] = process.argv.slice(2);
const from = (name) => join(source, name);
const ofApp = (name) => from(`${APP}/${name}`);
const to = (name) => join(output, name);
const WORDS = [resolve(ofApp("words.js")), join(TOOLS, "npm/elements/words.js")];
/** The parts of the package as they are written, where their words are to be others. */
const PARTS = join(TOOLS, "npm/parts.js");
const WORKSHOP = "workshop.js";
const DRAFTS = "drafts.js";
const workshop = join(dirname(resolve(library)), WORKSHOP);

const words = await exportsOf(WORDS);
const translated = translation ? await exportsOf([resolve(translation)]) : words;
const missing = missingOf(words, translated);
if (missing.length > 0) throw new Error(`these words are missing in ${translation}: ${missing.join(", ")}`);

async function exportsOf(files) {
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file))));
  return Object.assign({}, ...modules);
}

/** The names of the words that a translation lacks, or has as another kind. */
function missingOf(words, translated, path = "") {
  return Object.entries(words).flatMap(([name, word]) => {
    const [place, other] = [`${path}${name}`, translated[name]];
    if (typeof word !== typeof other) return [place];
    return typeof word === "object" ? missingOf(word, other, `${place}.`) : [];
  });
}

const inTranslation = {
  name: "words",
  setup({ onResolve }) {
    const path = translation && resolve(translation);
    onResolve({ filter: /^safeguarding-rules\/parts$/ }, () => (path ? { path: PARTS } : undefined));
    onResolve({ filter: /\/words\.js$/ }, (asked) => {
      const isForeign = asked.importer !== path && WORDS.includes(resolve(asked.resolveDir, asked.path));
      return path && isForeign ? { path } : undefined;
    });
  },
};

/** The tools that make calendars, and read and write tables: each by the name of its file. */
const TOOLS_LATER = { "ical-generator": "calendars.js", papaparse: "tables.js" };

/** Leaves these, the library's workshop, and the page's drafts, each in a file of its own, which is fetched when it is asked for. */
const wantedLater = {
  name: "wanted later",
  setup({ onResolve }) {
    onResolve({ filter: /^safeguarding-rules\/workshop$/ }, () => ({ path: `./${WORKSHOP}`, external: true }));
    onResolve({ filter: /\/drafts\/index\.js$/ }, ({ kind }) => (kind === "dynamic-import" ? { path: `./${DRAFTS}`, external: true } : undefined));
    const isTool = new RegExp(`^(${Object.keys(TOOLS_LATER).join("|")})$`);
    onResolve({ filter: isTool }, ({ path }) => ({ path: `./${TOOLS_LATER[path]}`, external: true }));
  },
};

/** The text of a file in which names of words stand in braces, twice each. */
function filled(name, escaped) {
  return readFileSync(ofApp(name), "utf8").replace(/\{\{([\w.]+)\}\}/g, (_, place) => {
    const word = at(translated, place);
    if (typeof word !== "string") throw new Error(`${name} asks for ${place}, and no word has that name`);
    return escaped(word);
  });
}

function asMarkup(text) {
  return text.replace(/[&<"]/g, (character) => `&#${character.charCodeAt()};`);
}

function asJson(text) {
  return JSON.stringify(text).slice(1, -1);
}

async function bundle(entry, { plugins = [], ...settings } = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true, minify: true, write: false, format: "esm", platform: "browser", target: "es2022",
    charset: "utf8", legalComments: "none", logLevel: "warning",
    // The page's own imports, such as its design system, are among the tools' packages.
    nodePaths: [join(TOOLS, "node_modules"), resolve(library, "../..")],
    plugins: [inTranslation, ...plugins],
    ...settings,
  });
  return outputFiles[0].text;
}

/** The bundler has taken away what it can; names and words that are used once are put where they are used. */
async function smaller(script) {
  const { code } = await minify(script, { module: true, ecma: 2022, compress: { passes: 2 } });
  return code;
}

/** Names that the script puts together from parts. What is not the tools' own is all used. */
const STYLES_KEPT = [
  /^govuk-(checkboxes|radios)(__(hint|input|item|label)|--small)?$/,
  /^govuk-fieldset__legend--[ls]$/, /^govuk-heading-[lms]$/, /^govuk-tag--(blue|green|grey|red|yellow)$/,
  /^(?!govuk-)/,
];

/** The styles, without those of the tools that the page has no use for. */
async function style(...users) {
  const css = compile(ofApp("style.scss"), { style: "compressed", loadPaths: [join(TOOLS, "node_modules")], quietDeps: true }).css;
  const content = users.map((raw) => ({ raw, extension: "html" }));
  const [kept] = await new PurgeCSS().purge({ content, css: [{ raw: css }], variables: true, safelist: { standard: STYLES_KEPT } });
  return kept.css;
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

/** The page with its script and its style inside it, to be opened from a folder, where nothing stands beside it. */
function singleFile(page, script, styles) {
  if (script.includes("</script") || styles.includes("</style")) throw new Error("the script or the style would end its own element");
  let text = withPolicy(page, policyOfSingleFile(hash("sha256", script), hash("sha256", styles)));
  for (const house of [PORTAL, PLAYGROUND]) text = put(text, new RegExp(`<li><a [^>]*href="${house}/">[^<]*</a></li>`), "");
  text = put(text, '<link rel="manifest" href="manifest.webmanifest">', "");
  text = put(text, '<link rel="stylesheet" href="style.css">', `<style>${styles}</style>`);
  // At the end, so that a file that is cut off still says what to do.
  text = put(text, '<script type="module" src="main.js"></script>', "");
  return put(text, "</body>", `<script type="module">${script}</script>\n</body>`);
}

/** The page for whoever builds a portal: it shows parts of itself, and files beside it, by their names. Each is written once, and runs. */
function portalPage() {
  const page = readFileSync(from(`${PORTAL}/index.html`), "utf8");
  const named = (name) => (name.includes(".") ? readFileSync(from(`${PORTAL}/${name}`), "utf8").trimEnd() : partOf(page, name));
  return page.replace(/\{\{([\w.-]+)\}\}/g, (_, name) => asMarkup(named(name)));
}

/** What stands between two comments of one name, moved to the edge. */
function partOf(page, name) {
  const [, part] = page.match(new RegExp(`<!-- ${name} -->\\n([^]*?)\\n *<!-- /${name} -->`)) ?? [];
  if (part === undefined) throw new Error(`${PORTAL}/index.html has no part ${name}`);
  const edge = Math.min(...part.split("\n").map((line) => line.search(/\S/)));
  return part.replaceAll(new RegExp(`^ {${edge}}`, "gm"), "");
}

function makePortal() {
  cpSync(from(PORTAL), to(PORTAL), { recursive: true });
  writeFileSync(to(`${PORTAL}/index.html`), portalPage());
  for (const name of OF_PACKAGE) cpSync(join(dirname(resolve(library)), name), to(`${PORTAL}/safeguarding-rules/${name}`), { recursive: true });
}

/** The page for authors of packs, which keeps itself for use without a network: nobody else loads an editor. */
async function makePlayground() {
  const source = (name) => from(`${PLAYGROUND}/${name}`);
  const files = {
    "index.html": withPolicy(readFileSync(source("index.html"), "utf8"), POLICY_IN_PAGE),
    "main.js": await bundle(source("main.js")),
    "beside.js": await bundle(source("beside.js")),
    "style.css": await bundle(source("style.css")),
    "own-pack.md": readFileSync(join(dirname(resolve(library)), "docs/own-pack.md"), "utf8"),
  };
  mkdirSync(to(PLAYGROUND));
  for (const [name, text] of Object.entries({ ...files, "sw.js": await workerFor(files) })) writeFileSync(to(`${PLAYGROUND}/${name}`), text);
}

function workerFor(files) {
  return bundle(ofApp("sw.js"), { define: { "self.__PRECACHE": JSON.stringify(precache(files)) } });
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
// Whatever the page needs to open without a network: each is kept for it, and no other file is.
const page = filled("index.html", asMarkup);
const script = await smaller(await bundle(ofApp("main.js"), { plugins: [wantedLater] }));
const files = {
  "index.html": withPolicy(page, POLICY_IN_PAGE),
  "main.js": script,
  [WORKSHOP]: await bundle(workshop),
  [DRAFTS]: await bundle(ofApp("drafts/index.js")),
  ...Object.fromEntries(await Promise.all(Object.entries(TOOLS_LATER).map(async ([tool, name]) => [name, await bundle(tool)]))),
  "style.css": await style(page, script),
  "manifest.webmanifest": filled("manifest.webmanifest", asJson),
};
const worker = await workerFor(files);
const taker = await bundle(ofApp("sw-taken-away.js"));
const single = singleFile(page, await smaller(await bundle(ofApp("main.js"))), files["style.css"]);
for (const [name, text] of Object.entries({ ...files, "sw.js": worker, "sw-taken-away.js": taker, [SINGLE]: single })) writeFileSync(to(name), text);
makePortal();
await makePlayground();

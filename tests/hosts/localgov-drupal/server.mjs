// Stands where Drupal stands: prints the block with its library into a page, and takes what is posted.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { SafeguardingError } from "safeguarding-rules";
import { kept } from "./kept.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const POLICY = read("content-security-policy.txt").trim();
const SCRIPTS = new Map(scriptsOf(read("safeguarding.libraries.yml")));

/** The scripts of a library by their addresses. A path from the root is one of the site's, another is one of the module's. */
function scriptsOf(library) {
  const paths = [...library.matchAll(/^ {4}(\S+\.js):/gm)].map(([, path]) => path);
  return paths.map((path) => (path.startsWith("/libraries/") ? [path, path.replace("/libraries/", "node_modules/")] : [`/${path}`, path.replace("js/", "")]));
}

function page(body) {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Referral</title><link rel="icon" href="data:,"></head><body><main><h1>Referral</h1>${body}</main></body></html>`;
}

/** The block with its library. */
function block() {
  const scripts = [...SCRIPTS.keys()].map((address) => `<script src="${address}" defer></script>`);
  return [read("how-soon-block.html.twig"), ...scripts].join("\n");
}

function answered({ method, url }, posted) {
  if (SCRIPTS.has(url)) return [200, "text/javascript", read(SCRIPTS.get(url))];
  if (method === "GET" && url === "/") return [200, "text/html", page(block())];
  if (method === "POST" && url === "/") return saved(kept(new URLSearchParams(posted)));
  return [404, "text/plain", "Not found"];
}

function saved({ verdict, paths, decision }) {
  if (verdict === "refused") return [400, "text/plain", `Check this field: ${paths[0]}`];
  const note = verdict === "same" ? [] : ["This is not what the page showed. It is what holds."];
  const sentences = [decision.answer.heading, ...note, ...decision.cautions.map(({ text }) => text)];
  return [200, "text/html", page(`<div role="status">${sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join("")}</div>`)];
}

const escaped = (sentence) => sentence.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** What cannot be read as facts is refused, and nothing of it is repeated. */
function refused(error) {
  if (error instanceof SafeguardingError) return [400, "text/plain", `${error.path}: ${error.message}`];
  if (error instanceof SyntaxError) return [400, "text/plain", "The form could not be read."];
  throw error;
}

const server = createServer(async (request, response) => {
  const posted = await text(request);
  let answer;
  try {
    answer = answered(request, posted);
  } catch (error) {
    answer = refused(error);
  }
  const [status, type, body] = answer;
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer" });
  response.end(body);
});

server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));

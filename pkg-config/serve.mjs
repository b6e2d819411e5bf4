// Serves a folder on this machine only, with the headers the page is meant to run under.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { headersOf } from "./policy.mjs";

const HOST = "127.0.0.1";
const PORTS_TO_TRY = 20;

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Serves `folder`; gives { address, close }. A taken port is passed over for the next; port 0 takes any. */
export async function serve(folder, port = 0) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => refuse(response, 500));
  });
  await listen(server, port, PORTS_TO_TRY);
  return {
    address: `http://${HOST}:${server.address().port}/`,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

async function answer(root, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const file = await fileFor(root, request.url);
  if (!file) return refuse(response, 404);
  response.writeHead(200, {
    ...headersOf(file.path),
    "Content-Type": TYPES[extname(file.path)] ?? "application/octet-stream",
    "Content-Length": file.size,
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
}

async function fileFor(root, url) {
  let asked;
  try {
    asked = decodeURIComponent(new URL(url, `http://${HOST}`).pathname);
  } catch {
    return undefined;
  }
  // Normalised as an absolute path first, so that no number of dots leads out of the folder.
  const path = join(root, normalize(asked.endsWith("/") ? `${asked}index.html` : asked));
  try {
    const found = await stat(path);
    return found.isFile() ? { path, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response, status) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { ...headersOf(""), "Content-Type": TYPES[".txt"] });
  response.end(`${status}\n`);
}

function listen(server, port, tries) {
  return new Promise((listening, failed) => {
    server.once("error", (error) => {
      if (error.code !== "EADDRINUSE" || tries === 0) return failed(error);
      listening(listen(server, port + 1, tries - 1));
    });
    server.listen(port, HOST, () => {
      server.removeAllListeners("error");
      listening();
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder, port] = process.argv.slice(2);
  const { address } = await serve(folder, Number(port));
  console.log(`\nThe page is at ${address}   (Ctrl-C ends it)`);
}

// Serves a folder on this machine only, with the headers the page is meant to run under.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { TYPES, headersOf } from "../www-demo/app/policy.mjs";

const HOST = "127.0.0.1";
const PORTS_TO_TRY = 20;
/** Nearly all of what brotli can do, in a twentieth of the time. */
const EFFORT = 9;

/** Serves `folder`; gives { address, asked, close }: `asked` keeps what was asked for. A taken port is passed over for the next; port 0
 *  takes any. `headers` gives those of a file by its path. */
export async function serve(folder, port = 0, headers = headersOf) {
  const root = resolve(folder);
  const asked = [];
  const compressed = new Map();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(root, request, response, headers, compressed).catch(() => refuse(response, 500));
  });
  await listen(server, port, PORTS_TO_TRY);
  return {
    address: `http://${HOST}:${server.address().port}/`,
    asked,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

async function answer(root, request, response, headers, compressed) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const file = await fileFor(root, request.url);
  if (!file) return refuse(response, 404);
  const type = TYPES[extname(file.path)] ?? "application/octet-stream";
  const common = { ...headers(file.path), "Content-Type": type, Vary: "Accept-Encoding" };
  if (isText(type) && /\bbr\b/.test(request.headers["accept-encoding"])) {
    const bytes = await compressedOnce(file, compressed);
    response.writeHead(200, { ...common, "Content-Encoding": "br", "Content-Length": bytes.length });
    return response.end(request.method === "HEAD" ? undefined : bytes);
  }
  response.writeHead(200, { ...common, "Content-Length": file.size });
  if (request.method === "HEAD") return response.end();
  createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
}

function isText(type) {
  return /^text\/|json$|svg/.test(type);
}

/** The file as it is now, compressed: a file that has changed since is compressed anew. */
function compressedOnce({ path, size, changed }, compressed) {
  const version = `${path} ${size} ${changed}`;
  if (!compressed.has(version)) compressed.set(version, readFile(path).then((bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: EFFORT } })));
  return compressed.get(version);
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
    return found.isFile() ? { path, size: found.size, changed: found.mtimeMs } : undefined;
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

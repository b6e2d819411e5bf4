// The decision tables in dsntk, which is made by other hands again, in Rust: it serves them by HTTP. It takes no model whose namespace
// is an `urn:`, as ours is: here it is read as an address.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const READ_AS = "https://safeguarding-rules.invalid/";

/** Serves models, each by a name of its own, and gives what evaluates one of their decisions, and what ends it. */
export async function servedByDsntk(program, models) {
  const folder = mkdtempSync(join(tmpdir(), "dmn-"));
  for (const [name, xml] of Object.entries(models)) writeFileSync(join(folder, `${name}.dmn`), xml.replaceAll(/urn:safeguarding-rules:[\w-]+/g, `${READ_AS}${name}`));
  const port = await freePort();
  const server = spawn(program, ["srv", "-H", "127.0.0.1", "-P", String(port), "-D", folder, "-v", "-c", "never"], { stdio: ["ignore", "pipe", "inherit"] });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const close = () => {
    agent.destroy();
    server.kill();
    rmSync(folder, { recursive: true });
  };
  // Its last line is its address; before that stand the decisions, each by the path at which it is asked.
  const paths = new Map();
  const said = [];
  for await (const line of createInterface({ input: server.stdout })) {
    said.push(line);
    const [, , model, , decision] = line.trim().split("/");
    if (decision) paths.set(`${model} ${decision}`, `/evaluate/${line.trim()}`);
    if (line.includes(`:${port}`)) break;
  }
  // What it says afterwards is read, so that it is never kept waiting.
  server.stdout.resume();
  if (paths.size === 0) {
    close();
    throw new Error(`dsntk serves no decision:\n${said.join("\n")}`);
  }
  return { evaluate: (model, decision, truths) => asked(agent, port, paths.get(`${model} ${decision}`), truths), close };
}

function asked(agent, port, path, truths) {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: "127.0.0.1", path, method: "POST", headers: { "content-type": "application/json" } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (more) => (text += more)).on("end", () => resolve(toldIn(text)));
    });
    sent.on("error", reject).end(JSON.stringify(truths));
  });
}

/** What a table gives; nothing where no row is met, which dsntk says in words. */
function toldIn(text) {
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(text);
  if (typeof data === "string" && data.startsWith("null(no rules matched")) return undefined;
  if (typeof data !== "object" || data === null) throw new Error(text);
  return data;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

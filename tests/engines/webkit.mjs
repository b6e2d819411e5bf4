// WebKitGTK's MiniBrowser on a screen of its own, driven by plain WebDriver calls.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { pause, withWaiting } from "./page.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const TRIES = 100;
const PAUSE_IN_MS = 100;

export async function startWebKit(program) {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = `:${await firstLineOf(screen)}`;
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: display, WAYLAND_DISPLAY: "" } });
  const address = `http://127.0.0.1:${port}`;
  await ready(address);
  return {
    open: (page) => open(address, page),
    close: () => {
      driver.kill();
      screen.kill();
    },
  };
}

async function open(driver, address) {
  const capabilities = { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } };
  const { sessionId } = await ask("POST", `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
  return pageOf(`${driver}/session/${sessionId}`, address);
}

async function pageOf(session, address) {
  const element = async (selector) => {
    const found = await ask("POST", `${session}/element`, { using: "css selector", value: selector });
    return `${session}/element/${found[ELEMENT]}`;
  };
  await ask("POST", `${session}/url`, { url: address });
  const evaluate = async (look, ...data) => {
    const { value, error } = await ask("POST", `${session}/execute/async`, { script: asked(look), args: data });
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return withWaiting({
    evaluate,
    // Its driver does not hear the console: the page listens itself.
    said: () => evaluate(() => watch.said),
    click: async (selector) => ask("POST", `${await element(selector)}/click`, {}),
    type: async (selector, text) => ask("POST", `${await element(selector)}/value`, { text }),
    tab: async (other) => {
      const { handle } = await ask("POST", `${session}/window/new`, { type: "tab" });
      await ask("POST", `${session}/window`, { handle });
      return pageOf(session, other);
    },
    close: () => ask("DELETE", session),
  });
}

function miniBrowser() {
  const places = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map((machine) => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`);
  const found = [process.env.SAFEGUARDING_MINIBROWSER, ...places].find((place) => place && existsSync(place));
  if (!found) throw new Error("There is no MiniBrowser of WebKitGTK 4.1.");
  return found;
}

function asked(look) {
  return `
    const data = [...arguments], done = data.pop();
    (async () => (${look})(...data))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
}

async function ask(method, address, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit's driver: ${value.error}: ${value.message}`);
  return value;
}

async function ready(address) {
  for (let tried = 0; tried < TRIES; tried++) {
    const isReady = await ask("GET", `${address}/status`).then((status) => status.ready, () => false);
    if (isReady) return;
    await pause(PAUSE_IN_MS);
  }
  throw new Error("WebKit's driver did not start.");
}

function firstLineOf(process) {
  return new Promise((read, failed) => {
    let text = "";
    process.on("error", failed);
    process.on("exit", (code) => failed(new Error(`Xvfb ended with ${code}`)));
    process.stdio[3].on("data", (piece) => {
      text += piece;
      if (text.includes("\n")) read(text.trim());
    });
  });
}

function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

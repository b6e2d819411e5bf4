// The packs that the package shows: short, of the schema, without doubt, and answering as their pages say.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execPath } from "node:process";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileOf, folder } from "./package-under-test.mjs";
import { sealPack, workshop } from "./sealed.mjs";

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const { default: Ajv } = tools("ajv/dist/2020");
const { default: addFormats } = tools("ajv-formats");

const TAPLO = fileURLToPath(new URL("../../pkg-config/node_modules/.bin/taplo", import.meta.url));

const textOf = (name) => readFileSync(fileOf(`examples/${name}.toml`), "utf8");
const objectOf = (name) => workshop.checkToml(textOf(name)).pack;
const NAMES = readdirSync(fileURLToPath(fileOf("examples"))).filter((name) => name.endsWith(".toml")).map((name) => name.replace(".toml", ""));

function folderOf(name) {
  const made = mkdtempSync(join(tmpdir(), `safeguarding-${name}-`));
  after(() => rmSync(made, { recursive: true }));
  return made;
}

const rules = await import(`${fileOf("index.js")}?partnerships`);
for (const name of NAMES) rules.loadPack(sealPack(objectOf(name)));

test("each is short, without doubt, and of the schema that its first line leads to", () => {
  assert.deepEqual(NAMES, ["larkmoor", "saltmere", "wrenfold"]);
  for (const name of NAMES) {
    const text = textOf(name);
    assert.ok(text.split("\n").length < 150, name);
    assert.deepEqual(workshop.checkToml(text).doubts, [], name);
    const [, schema] = text.match(/^#:schema (.*)\n/);
    const isOfIt = addFormats(new Ajv({ allErrors: true, strict: false })).compile(JSON.parse(readFileSync(new URL(schema, fileOf(`examples/${name}.toml`)), "utf8")));
    assert.ok(isOfIt(objectOf(name)), `${name}: ${JSON.stringify(isOfIt.errors)}`);
    assert.ok(!isOfIt({ ...objectOf(name), list_atendees: [] }));
  }
});

test("an editor is led to the schema, and sees what is misspelt", () => {
  const desk = folderOf("desk");
  for (const part of ["examples", "schema"]) cpSync(fileURLToPath(fileOf(part)), join(desk, part), { recursive: true });
  const checked = () => spawnSync(execPath, [TAPLO, "check", "examples/*.toml"], { cwd: desk, encoding: "utf8" });
  assert.equal(checked().status, 0, checked().stderr);
  writeFileSync(join(desk, "examples/larkmoor.toml"), textOf("larkmoor").replace("says ", "say "));
  const { status, stderr } = checked();
  assert.equal(status, 1);
  assert.match(stderr, /larkmoor\.toml[^]*'say' was unexpected/);
});

test("Larkmoor: the discussion within hours, and the meeting after it", () => {
  const referred = { area: "larkmoor", othersConsidered: true, concernsIdentifiedAt: "2026-03-07T16:00", referralReceivedAt: "2026-03-07T16:00" };
  assert.equal(rules.classifyConcern(referred).answer.dueInstant, "2026-03-08T16:00:00+00:00");
  const held = [{ at: "2026-03-08T10:00", full: true }];
  assert.match(rules.classifyConcern({ ...referred, held }).answer.heading, /Wednesday 11 March 2026/);
});

test("Saltmere: reports before the conference, and a time for each step of a disagreement", () => {
  const { deadlines } = rules.listDeadlines({ area: "saltmere", meetingType: "cp-conference", conferenceAt: "2026-03-09T10:00" }).answer;
  assert.deepEqual(deadlines.slice(0, 2).map(({ duty, dueBy }) => [duty, dueBy]), [["report-to-chair", "2026-03-04"], ["report-discussed", "2026-03-08"]]);
  const { next } = rules.resolveDisagreement({ area: "saltmere", ladder: "saltmere", stage: 2, stageAt: "2026-03-06T16:00" }).answer;
  assert.deepEqual(next.map(({ action, due }) => [action, due]), [["heads-of-service-decide", "2026-03-13T23:59:59+00:00"]]);
});

test("Wrenfold: meetings of its own, with who comes and what falls due", () => {
  const ask = (facts) => ({ area: "wrenfold", child: { onProtectionPlan: true, ofSchoolAge: true }, ...facts });
  assert.equal(rules.chooseMeeting(ask({})).answer.heading, "The route is the core group.");
  const { heading } = rules.listAttendees({ area: "wrenfold", meetingType: "core-group", child: { ofSchoolAge: true } }).answer;
  assert.equal(heading, "Needed at the core group: children's social care and school.");
  const { deadlines } = rules.listDeadlines({ area: "wrenfold", meetingType: "core-group", conferenceEndedAt: "2026-03-06T16:00" }).answer;
  assert.equal(deadlines.find(({ duty }) => duty === "first-core-group").dueBy, "2026-03-20");
});

test("the portal of the page answers from what the command built, as the page says", () => {
  const portal = folderOf("portal");
  symlinkSync(resolve(folder, ".."), join(portal, "node_modules"), "dir");
  cpSync(fileURLToPath(fileOf("examples/larkmoor.toml")), join(portal, "larkmoor.toml"));
  cpSync(fileURLToPath(new URL("../own-pack/larkmoor.test.mjs", import.meta.url)), join(portal, "larkmoor.test.mjs"));
  const at = (...words) => {
    const { status, stdout, stderr } = spawnSync(execPath, words, { cwd: portal, encoding: "utf8", env: {} });
    assert.equal(status, 0, stdout + stderr);
    return stdout;
  };
  const command = join("node_modules", ".bin", "safeguarding-rules");
  for (const name of ["check", "build", "lint 2026-11-21"]) at(command, "pack", ...name.split(" "), "larkmoor.toml");
  assert.match(at(command, "pack", "diff", "multi-agency-meetings", "larkmoor.toml"), /^Answers change in /);
  assert.match(at("--test", "larkmoor.test.mjs"), /^# pass 2$/m);
});

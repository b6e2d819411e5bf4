// The command of the package, as whoever installed it runs it: with Node alone.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { execPath } from "node:process";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileOf, folder } from "./package-under-test.mjs";
import { sealPack, workshop } from "./sealed.mjs";

const COMMAND = resolve(folder, "../.bin/safeguarding-rules");
const OWN_PACKS = fileURLToPath(new URL("../own-pack/", import.meta.url));
const ownPacks = readdirSync(OWN_PACKS).filter((name) => name.endsWith(".toml"));
const pack = (name) => readFileSync(join(OWN_PACKS, name), "utf8");

const desk = mkdtempSync(join(tmpdir(), "safeguarding-command-"));
after(() => rmSync(desk, { recursive: true }));

/** What the command says and how it ends, in a folder of its own and with no other program at hand. */
function run(words, input = "") {
  const { status, stdout, stderr } = spawnSync(execPath, [COMMAND, ...words], { cwd: desk, input, encoding: "utf8", env: {} });
  return { status, said: stdout, complained: stderr };
}

function written(name, text) {
  writeFileSync(join(desk, name), text);
  return name;
}

test("every pack of ours is without doubt, and that is said without colours", () => {
  const files = ownPacks.map((name) => written(name, pack(name)));
  const { status, said, complained } = run(["pack", "check", ...files]);
  assert.deepEqual([status, complained], [0, ""]);
  assert.deepEqual(said.match(/^.*: no doubts, \d+ rules, \d+ examples$/gm).length, files.length);
  assert.doesNotMatch(said, /\u001b/);
});

test("a doubt is shown at its line, with a mark under what is meant and what would help", () => {
  const text = pack("riverbridge-first.toml");
  const line = text.split("\n").findIndex((line) => line.startsWith("force    =")) + 1;
  const doubtful = written("doubtful.toml", text.replace('force    = "must"', 'force    = "shall"'));
  const shown = [
    `doubtful.toml:${line}: list_attendees[0].force`,
    ` ${line} | force    = "shall"`,
    "    |            ^^^^^^^",
    "  help: expected one of must, should, may",
    "",
    "doubtful.toml: doubts: 1",
    "",
  ];
  assert.deepEqual(run(["pack", "check", doubtful]), { status: 1, said: shown.join("\n"), complained: "" });
  const sound = written("sound.toml", text);
  assert.equal(run(["pack", "check", doubtful, sound]).status, 1, "one that is doubtful is enough");
  const notToml = run(["pack", "check", written("no.toml", "[document\n")]);
  assert.equal(notToml.status, 1);
  assert.match(notToml.said, /^no\.toml:1: this is not TOML\n 1 \| \[document\n/);
});

test("a pack is built as the workshop seals it, and answers; a doubtful one is not built", async () => {
  const file = written("built.toml", pack("ashvale.toml"));
  const { status, said } = run(["pack", "build", file]);
  assert.deepEqual([status, said], [0, "built.json and built.pack: 8 rules, 10 examples\n"]);
  const sealed = readFileSync(join(desk, "built.pack"));
  assert.deepEqual(sealPack(JSON.parse(readFileSync(join(desk, "built.json"), "utf8"))), new Uint8Array(sealed));
  const rules = await import(`${fileOf("index.js")}?command`);
  rules.loadPack(sealed);
  const { heading } = rules.listAttendees({ area: "ashvale", meetingType: "core-group" }).answer;
  assert.equal(heading, "Needed at the core group: children's social care and the health visitor.");
  assert.equal(run(["pack", "build", file, "elsewhere.pack"]).status, 0);
  assert.deepEqual(readFileSync(join(desk, "elsewhere.pack")), sealed);
  assert.equal(run(["pack", "build", written("unsound.toml", pack("ashvale.toml").replace("misses", "fires"))]).status, 1);
  assert.ok(!existsSync(join(desk, "unsound.pack")) && !existsSync(join(desk, "unsound.json")));
});

test("what changes between two packs is told with a case and both answers", () => {
  const text = pack("elmshire.toml");
  const [before, after] = [written("before.toml", text), written("after.toml", text.replace("within 5 calendar days", "within 4 calendar days"))];
  assert.deepEqual(run(["pack", "diff", before, before]), { status: 0, said: "No change.\n", complained: "" });
  assert.deepEqual(run(["pack", "diff", "county-durham", "county-durham"]).said, "No change.\n");
  const { status, said } = run(["pack", "diff", before, after]);
  assert.equal(status, 0);
  assert.match(said, /^(?:Answers change in|No change of any answer).*\n  classify_concern EL-2: changed\n/);
  const unknown = run(["pack", "diff", "county-durham", "nowhere"]);
  assert.equal(unknown.status, 1);
  assert.match(unknown.said, /^nowhere: neither a file nor the id of a pack\n  help: expected one of northamptonshire-mdt,/);
  const refused = run(["pack", "diff", before, written("refused.toml", text.replace("within 24 hours", "within a day"))]);
  assert.equal(refused.status, 1);
  assert.match(refused.said, /^refused\.toml:\d+: classify_concern\[0\]\.hold\n/);
});

test("what is compared is a file first, also one without an ending, and the id of a pack where there is none", () => {
  const text = pack("elmshire.toml");
  const [county, before] = [written("county", text), written("with-ending.toml", text)];
  assert.deepEqual(run(["pack", "diff", county, before]), { status: 0, said: "No change.\n", complained: "" });
  const named = written("professionals-meetings", text);
  assert.deepEqual(run(["pack", "diff", named, before]).said, "No change.\n", "a file that bears the id of a pack");
  mkdirSync(join(desk, "county-durham"));
  assert.deepEqual(run(["pack", "diff", "county-durham", "county-durham"]).said, "No change.\n", "a folder is no file");
});

test("a document that nobody looked at for a year is named, on the day that is asked for", () => {
  const file = written("old.toml", pack("elmshire.toml"));
  assert.deepEqual(run(["pack", "lint", "2027-11-21", file]), { status: 0, said: "old.toml: looked at within a year of 2027-11-21\n", complained: "" });
  const { status, said } = run(["pack", "lint", "2027-11-22", file]);
  assert.equal(status, 1);
  assert.match(said, /^old\.toml:\d+: document\.status\.checked_on\n.*"2026-11-21".*\n.*\^\n  help: expected a day within a year of 2027-11-22/);
  assert.notEqual(run(["pack", "lint", file]).said, "", "today");
  assert.equal(run(["pack", "lint", "2027-02-30", file]).status, 2);
});

const ANSWERS = {
  name: "Saint Ashwold & Vale",
  title: "Our procedure for strategy meetings",
  guidance: "Working Together to Safeguard Children (2026)",
  day: "2026-11-21",
  hold: "within 24 hours",
  force: "must",
  at: "Paragraph 3.2",
  words: 'a "discussion" is held within twenty-four hours',
};
const answered = (answers) => Object.values(answers).flat().map((line) => `${line}\n`).join("");

test("a new pack is begun from answers, is without doubt, and leads an editor to its schema", () => {
  const { status, said, complained } = run(["pack", "new", "new.toml"], answered(ANSWERS));
  assert.deepEqual([status, complained], [0, ""]);
  assert.equal(said.match(/^> /gm).length, Object.keys(ANSWERS).length);
  assert.match(run(["pack", "check", "new.toml"]).said, /^new\.toml: no doubts, 1 rules, 2 examples\n$/);
  const text = readFileSync(join(desk, "new.toml"), "utf8");
  const [, schema] = text.match(/^#:schema (.*)\n/);
  assert.equal(schema, "node_modules/safeguarding-rules/schema/pack.json");
  assert.match(text, /^area       = "saint-ashwold-vale"$/m);
  const { guidance: cites, day: checked, ...known } = ANSWERS;
  assert.equal(workshop.beginToml({ ...known, cites, checked }), text, "the workshop begins the same");
  assert.deepEqual(run(["pack", "new", "new.toml"], answered(ANSWERS)).status, 2, "what is there stays");
  assert.equal(readFileSync(join(desk, "new.toml"), "utf8"), text);
});

test("an answer that cannot be is told with what was expected, and asked for again", () => {
  const answers = { ...ANSWERS, day: ["21/11/2026", "2026-11-21"], hold: ["soon", "within 2 working days"], force: ["shall", "", "should"] };
  const { status, said } = run(["pack", "new", "again.toml"], answered(answers));
  assert.equal(status, 0, said);
  assert.equal(said.match(/^> +expected /gm).length, 4);
  assert.match(readFileSync(join(desk, "again.toml"), "utf8"), /^hold  = "within 2 working days"$/m);
});

test("a document whose time is longer than the guide's, or that gives none, is begun without a rule", () => {
  const { name, title, guidance, day } = ANSWERS;
  for (const [file, hold] of [["none.toml", [""]], ["longer.toml", ["within 15 working days", ""]]]) {
    const { status, said, complained } = run(["pack", "new", file], answered({ name, title, guidance, day, hold }));
    assert.deepEqual([status, complained], [0, ""], said);
    assert.match(said, /Leave it empty where the document gives no time, or a longer one than the guide\n/);
    assert.match(run(["pack", "check", file]).said, /: no doubts, 0 rules, 0 examples\n$/);
    assert.doesNotMatch(readFileSync(join(desk, file), "utf8"), /\[\[|\{\w+\}/);
  }
});

test("without an answer to each question nothing is written", () => {
  const { status, complained } = run(["pack", "new", "half.toml"], "Ashwold\n");
  assert.equal(status, 2);
  assert.match(complained, /Nothing was written/);
  assert.ok(!existsSync(join(desk, "half.toml")));
});

test("the help tells every command; called otherwise, it is shown as a complaint", () => {
  const help = run(["help"]);
  assert.equal(help.status, 0);
  for (const name of ["new", "check", "build", "diff", "lint"]) assert.match(help.said, new RegExp(`pack ${name} `));
  const wrong = [[], ["pack"], ["pack", "toString", "a"], ["check", "a.toml"], ["pack", "check"], ["pack", "build"], ["pack", "diff", "county-durham"], ["pack", "lint"], ["pack", "new"], ["pack", "new", "a.toml", "b.toml"]];
  for (const words of wrong) assert.deepEqual(run(words), { status: 2, said: "", complained: help.said }, words.join(" "));
  const missing = run(["pack", "check", "nowhere.toml"]);
  assert.deepEqual(missing, { status: 2, said: "", complained: "nowhere.toml: this file cannot be read\n" });
});

test("it is named in the manifest, and stands beside what it asks", () => {
  const { bin } = JSON.parse(readFileSync(fileOf("package.json"), "utf8"));
  assert.deepEqual(Object.keys(bin), ["safeguarding-rules"]);
  const file = fileURLToPath(fileOf(bin["safeguarding-rules"]));
  assert.match(readFileSync(file, "utf8"), /^#!\/usr\/bin\/env node\n/);
  assert.ok(existsSync(join(dirname(file), "workshop.js")));
});

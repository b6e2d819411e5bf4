#!/usr/bin/env node
// The command of the package: `npx safeguarding-rules pack …`. What it says of a pack comes from the workshop.

import { argv, stderr, stdout } from "node:process";
import { Stopped, expectAbsent, isFile, read, write } from "./command/files.js";
import { begunPack } from "./command/new.js";
import { SafeguardingError, checkToml, diffToml, lintToml, sealPack } from "safeguarding-rules/workshop";

const HELP = `Packs: the rules of a partnership's own document.

  safeguarding-rules pack new FILE.toml           ask a few questions, and begin a pack
  safeguarding-rules pack check FILE.toml …       show each doubt at its line, with what would help
  safeguarding-rules pack build FILE.toml [OUT]   write OUT.pack, which loadPack takes, and OUT.json, its object form
  safeguarding-rules pack diff OLD NEW            say which answers change; each is a file or the id of a built-in pack
  safeguarding-rules pack lint [DAY] FILE.toml …  name what is to be looked at again, today or on a day such as 2027-03-02

It ends with 0 where nothing is doubtful, with 1 where something is, and with 2 where it is called otherwise or a file cannot
be read or written. It needs no network.`;

const [SOUND, DOUBTFUL, WRONG_USE] = [0, 1, 2];

const COMMANDS = {
  async new(file, ...rest) {
    expect(file && rest.length === 0);
    expectAbsent(file);
    write(file, await begunPack(file, today()));
    say(`${file}: begun, and without doubt.`);
    return SOUND;
  },
  check(...files) {
    expect(files.length > 0);
    return worst(files.map(check));
  },
  build(file, output = file, ...rest) {
    expect(file && rest.length === 0);
    return build(file, output.replace(/\.\w+$/, ""));
  },
  diff(before, after, ...rest) {
    expect(before && after && rest.length === 0);
    return diff(before, after);
  },
  lint(...words) {
    const [day, ...files] = /^\d{4}-\d\d-\d\d$/.test(words[0]) ? words : [today(), ...words];
    expect(files.length > 0);
    return worst(files.map((file) => tell(file, lintToml(read(file), day), `looked at within a year of ${day}`)));
  },
};

function check(file) {
  const { doubts, rules, examples } = checkToml(read(file));
  return tell(file, doubts, `no doubts, ${rules} rules, ${examples} examples`);
}

function build(file, output) {
  const { doubts, pack, rules, examples } = checkToml(read(file));
  if (doubts.length > 0) return tell(file, doubts);
  write(`${output}.json`, `${JSON.stringify(pack, null, 2)}\n`);
  write(`${output}.pack`, sealPack(pack));
  say(`${output}.json and ${output}.pack: ${rules} rules, ${examples} examples`);
  return SOUND;
}

function diff(...sides) {
  const { told, refused } = diffToml(...sides.map((side) => (isId(side) ? side : read(side))));
  if (refused) return tell(sides[Number(refused.isAfter)], [refused.doubt]);
  say(told);
  return SOUND;
}

/** A file goes before a built-in pack: whoever has one of that name here means it. */
function isId(side) {
  return /^[a-z0-9-]+$/.test(side) && !isFile(side);
}

/** Shows what is doubtful about a file as a compiler does, or says what is told of it otherwise. */
function tell(file, doubts, otherwise) {
  for (const { line, shown } of doubts) say(`${file}${line === null ? "" : `:${line}`}: ${shown}`);
  say(doubts.length > 0 ? `${file}: doubts: ${doubts.length}` : `${file}: ${otherwise}`);
  return doubts.length > 0 ? DOUBTFUL : SOUND;
}

function worst(endings) {
  return Math.max(...endings);
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function expect(isSo) {
  if (!isSo) throw new Stopped(HELP);
}

function say(text) {
  stdout.write(`${text}\n`);
}

async function obey([what, name, ...words]) {
  if (["help", "--help", "-h"].includes(what)) {
    say(HELP);
    return SOUND;
  }
  expect(what === "pack" && Object.hasOwn(COMMANDS, name));
  return COMMANDS[name](...words);
}

try {
  process.exitCode = await obey(argv.slice(2));
} catch (stopped) {
  if (!(stopped instanceof Stopped || stopped instanceof SafeguardingError)) throw stopped;
  stderr.write(`${stopped.message}\n`);
  process.exitCode = WRONG_USE;
}

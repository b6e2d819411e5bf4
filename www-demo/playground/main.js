// The page for authors of packs: the text, its doubts, a case, what it changes, and the files to take along.

import { bench, keepForOffline } from "./bench.js";
import { caseOf } from "./case.js";
import { differencesShown } from "./differences.js";
import { make, one } from "./dom.js";
import { editorIn } from "./editor.js";
import { keepText, keptText } from "./kept.js";
import { rulesIn } from "./rules.js";
import { AT_LINE, BEGUN, DOUBTS, EDITOR, MEND_FIRST, NOT_OPENED, OPENED, SOUND, TOO_LARGE, WHOLE } from "./words.js";

const CHECKED_AFTER_MS = 400;
const KEPT_FOR_MS = 1000;
const LARGEST = 1_000_000;

const state = one("#state");
/** Checks, compares and seals. A pack that was loaded cannot be taken out again: each that answers has a bench of its own. */
const desk = bench();
let answering, timer, last, editor, cases;
/** The text as it was last checked, with what the check said; `sealed` is null where there are doubts. */
let checked = { text: "", sealed: null, pack: null };
let isSaved = true;

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function changed(text) {
  isSaved = keepText(text);
  clearTimeout(timer);
  timer = setTimeout(() => check(text), CHECKED_AFTER_MS);
}

async function check(text) {
  const mine = (last = Symbol());
  const told = await desk.ask("check", text);
  // Where somebody wrote on meanwhile, another check is on its way.
  if (mine !== last || text !== editor.text()) return;
  checked = { text, ...told };
  const { doubts, rules, examples, pack, sealed } = checked;
  editor.doubt(doubts);
  state.textContent = doubts.length === 0 ? SOUND(rules, examples) : DOUBTS(doubts.length);
  one("#doubts").replaceChildren(...doubts.map(doubtShown));
  one("#stale").hidden = sealed !== null || !cases.isTaken();
  one("#refused").textContent = "";
  one("#differences").replaceChildren();
  if (!sealed) return;
  compareWithItsBase(pack);
  const fresh = bench();
  await fresh.ask("load", sealed);
  if (mine !== last) return fresh.close();
  answering?.close();
  answering = fresh;
  await cases.take(pack);
}

/** Until somebody chooses another. */
function compareWithItsBase({ document: { stands_on: [base] = [] } }) {
  const select = one("#compare select");
  if (!select.dataset.chosen && base) select.value = base;
}

/** With its help: what the library tells for a terminal, below the line that is shown here anyway. */
function doubtShown({ line, path, shown }) {
  const [, help] = shown.split("  help: ");
  const leading = { type: "button", className: "link", onclick: () => editor.goTo(line) };
  const place = line === null ? WHOLE : make("button", leading, AT_LINE(line));
  return make("li", {}, place, " ", path && make("code", {}, path), make("br"), help.trim());
}

function goTo({ table, id }) {
  const rule = rulesIn(editor.text()).find((one) => one.table === table && one.id === id);
  if (rule) editor.goTo(rule.from);
}

function lit(rules) {
  const isLit = ({ table, id }) => rules.some((rule) => rule.table === table && rule.id === id);
  editor.light(rulesIn(editor.text()).filter(isLit));
}

/** Another text in the editor, in the place of the one that is there. */
async function put(text, said) {
  editor.write(text);
  clearTimeout(timer);
  await check(text);
  state.textContent = `${said} ${state.textContent}`;
}

function download(name, content) {
  const address = URL.createObjectURL(new Blob([content]));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}

/** The check of what stands there now, also where somebody is quicker than it. */
async function checkedNow() {
  const text = editor.text();
  clearTimeout(timer);
  if (text !== checked.text) await check(text);
  return checked;
}

async function differences(before) {
  const { pack } = await checkedNow();
  if (!pack) return [make("p", { textContent: MEND_FIRST })];
  try {
    return differencesShown(await desk.ask("compare", { before, after: pack }));
  } catch ({ message }) {
    return [make("p", { textContent: message })];
  }
}

function listen() {
  const begin = one("#begin form");
  begin.elements.checked.value = today();
  begin.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answers = [...new FormData(begin)].map(([name, value]) => [name, value.trim()]);
    await put(await desk.ask("begin", Object.fromEntries(answers)), BEGUN);
    one("#begin").open = false;
    editor.goTo(1);
  });
  one("#open").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    if (file.size > LARGEST) state.textContent = TOO_LARGE;
    else await put(await file.text(), OPENED);
    target.value = "";
  });
  one("#compare").addEventListener("change", ({ target }) => (target.dataset.chosen = "yes"));
  one("#compare").addEventListener("submit", async (event) => {
    event.preventDefault();
    one("#differences").replaceChildren(...(await differences(one("#compare select").value)));
  });
  one("#toml").addEventListener("click", () => {
    const [, id = "pack"] = /^\s*id\s*=\s*"([\w-]+)"/m.exec(editor.text()) ?? [];
    download(`${id}.toml`, editor.text());
    isSaved = true;
  });
  one("#sealed").addEventListener("click", async () => {
    const { sealed, pack } = await checkedNow();
    one("#refused").textContent = sealed ? "" : MEND_FIRST;
    if (sealed) download(`${pack.document.id}.pack`, sealed);
  });
  window.addEventListener("beforeunload", (event) => isSaved || event.preventDefault());
}

async function begin() {
  const text = keptText() ?? (await desk.ask("begin", { checked: today() }));
  const packs = await desk.ask("packs");
  one("#compare select").append(...packs.map(({ id, title }) => new Option(title, id)));
  editor = editorIn(one("#editor"), { text, label: EDITOR, changed });
  cases = caseOf({ bench: () => answering, lit, goTo });
  listen();
  await check(text);
}

// Whatever fails is said, and nothing stands there as if it were still to come.
window.addEventListener("unhandledrejection", () => (state.textContent = NOT_OPENED));
begin().then(keepForOffline);

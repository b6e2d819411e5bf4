// What a form holds becomes facts: as every portal would write it by hand, and nothing of it is lost or guessed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { revoked, trapping } from "./hostile.mjs";
import { CANARY, fileOf, refusalOf } from "./package-under-test.mjs";

const rules = await import(fileOf("index.js"));
const { factsFrom } = rules;
const QUESTIONS = [
  "classify-concern", "list-attendees", "check-action", "check-plan", "record-consent-basis", "choose-meeting", "list-deadlines",
  "make-checklist", "resolve-disagreement", "report-quarter",
];
const schemaOf = (question) => JSON.parse(readFileSync(fileOf(`schema/${question}.json`)));
const from = (...entries) => factsFrom(entries);

test("names are paths, in points or in brackets, and a row of a list stands where its number says", () => {
  const concerns = { concerns: { seriousRisk: true } };
  assert.deepEqual(from(["concerns.seriousRisk", "yes"]), concerns);
  assert.deepEqual(from(["concerns[seriousRisk]", "on"]), concerns);
  const children = { children: [{ ref: "A", concerns: { seriousRisk: false } }, { ref: "B" }] };
  assert.deepEqual(from(["children[10].ref", "B"], ["children[2][ref]", "A"], ["children.2.concerns.seriousRisk", "no"], ["children[3].ref", ""]), children);
  assert.deepEqual(from(["attendance.health-visitor", "phone"]), { attendance: { "health-visitor": "phone" } });
  assert.deepEqual(from(["plan.actions[0].owner", "Health visitor"]), { plan: { actions: [{ owner: "Health visitor" }] } });
});

test("what is empty is not known, and never a no", () => {
  assert.deepEqual(from(["area", ""], ["concerns.seriousRisk", "  "], ["children[0].ref", ""], ["concernTypes[]", ""], ["othersConsidered", ""]), {});
  assert.deepEqual(factsFrom(new FormData()), {});
  assert.deepEqual(from(["concerns.seriousRisk", "unknown"]), { concerns: { seriousRisk: "unknown" } });
});

test("yes and no are what boxes, buttons and lists post; a text stays a text, and a number a number where one is asked", () => {
  for (const yes of ["on", "true", "yes", "Yes", " TRUE "]) assert.deepEqual(from(["child.lookedAfter", yes]), { child: { lookedAfter: true } });
  for (const no of ["no", "false", "No"]) assert.deepEqual(from(["child.lookedAfter", no]), { child: { lookedAfter: false } });
  for (const other of ["maybe", "0", "constructor", "toString"]) assert.deepEqual(from(["child.lookedAfter", other]), { child: { lookedAfter: other } });
  assert.deepEqual(from(["complexReason", "Yes"], ["children[0].ref", "007"], ["child.age", "7"]), { complexReason: "Yes", children: [{ ref: "007" }], child: { age: 7 } });
  assert.deepEqual(from(["child.age", "unknown"]), { child: { age: "unknown" } });
  assert.equal(refusalOf(rules, () => rules.listAttendees(factsFrom({ area: "county-durham", meetingType: "strategy", "child.age": "seven" }))).path, "child.age");
});

test("a list is what stands several times, ends in brackets, or can be nothing else", () => {
  assert.deepEqual(from(["concernTypes", "neglect"]), { concernTypes: ["neglect"] });
  assert.deepEqual(from(["concernTypes", "neglect"], ["concernTypes", ""], ["concernTypes", "serious-neglect"]), { concernTypes: ["neglect", "serious-neglect"] });
  assert.deepEqual(from(["accessIssue", "school"]), { accessIssue: "school" });
  assert.deepEqual(from(["accessIssue[]", "school"]), { accessIssue: ["school"] });
  assert.deepEqual(from(["plan.reviewDates", "2027-01-20"]), { plan: { reviewDates: ["2027-01-20"] } });
});

test("a date may stand in three fields, whole or not at all", () => {
  const parts = (day, month, year, time = "") => from(["concernsIdentifiedAt-day", day], ["concernsIdentifiedAt-month", month], ["concernsIdentifiedAt-year", year], ["concernsIdentifiedAt-time", time]);
  assert.deepEqual(parts("3", "12", "2026"), { concernsIdentifiedAt: "2026-12-03" });
  assert.deepEqual(parts("03", "2", "2026", "09:10"), { concernsIdentifiedAt: "2026-02-03T09:10" });
  assert.deepEqual(parts("", "", ""), {});
  for (const wrong of [["3", "", "2026"], ["3", "12", "26"], ["", "", "", "09:10"], ["3rd", "12", "2026"]]) {
    const { code, path } = refusalOf(rules, () => parts(...wrong));
    assert.deepEqual([code, path], ["bad-date", "concernsIdentifiedAt"]);
  }
  assert.equal(refusalOf(rules, () => rules.classifyConcern(parts("31", "2", "2026"))).code, "bad-date");
});

test("a form is a FormData, URLSearchParams, a list of entries or a server's object, alike", () => {
  const entries = [["area", "generic"], ["concerns.seriousRisk", "yes"], ["concernTypes", "neglect"], ["children[0].ref", "A"], ["concernsIdentifiedAt", "2026-12-23"]];
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  const facts = factsFrom(entries);
  const nested = { area: "generic", concerns: { seriousRisk: "yes" }, concernTypes: ["neglect"], children: [{ ref: "A" }], concernsIdentifiedAt: "2026-12-23" };
  for (const same of [form, new URLSearchParams(entries), new Map(entries), Object.fromEntries(entries), nested]) assert.deepEqual(factsFrom(same), facts);
  assert.ok(rules.classifyConcern(facts).answer.dueBy);
});

test("a name that is no path, a value beside fields below it, and what is no text are refused, and nothing typed is repeated", () => {
  const cyclic = {};
  cyclic.concerns = cyclic;
  const inVeryManyPlaces = Array.from({ length: 40 }).reduce((inner) => ({ one: inner, other: inner }), {});
  const wrong = [
    [[[`${CANARY} [0`, "a"]], "unknown-field", "…"],
    [[["", "a"]], "unknown-field", "…"],
    [[["a..b", "a"]], "unknown-field", "…"],
    [[["child", CANARY], ["child.age", "7"]], "bad-input", "child"],
    [[["complexReason", new Blob([CANARY])]], "bad-input", "complexReason"],
    [new Proxy({}, { ownKeys: () => { throw new Error(CANARY); } }), "unreadable", ""],
    [[["complexReason", trapping("getPrototypeOf")]], "unreadable", ""],
    [null, "unreadable", ""],
    [[7], "unreadable", ""],
    // What would be followed for ever, or for longer than anybody waits.
    [new Array(1e9), "unreadable", ""],
    [[[new Array(1e9), "a"]], "unknown-field", "…"],
    [{ area: new Array(1e9), oops: CANARY, ...{ [`${CANARY} [`]: 7 } }, "unknown-field", "…"],
    [[[Array(34).fill("child").join("."), "a"]], "unknown-field", "…"],
    [cyclic, "unknown-field", "…"],
    [{ concerns: inVeryManyPlaces }, "unknown-field", "…"],
  ];
  for (const [form, code, path] of wrong) {
    const refused = refusalOf(rules, () => factsFrom(form));
    assert.deepEqual([refused.code, refused.path], [code, path]);
  }
  for (const fields of [null, 7, [undefined], new Array(1e9), [revoked()], { map: () => [7] }])
    assert.equal(refusalOf(rules, () => factsFrom([["area", "generic"]], fields)).code, "unreadable");
  const polluted = factsFrom([["__proto__.seriousRisk", "yes"], ["constructor.prototype.x", "yes"]]);
  assert.equal({}.seriousRisk, undefined);
  assert.equal({}.x, undefined);
  assert.throws(() => rules.classifyConcern(polluted), rules.SafeguardingError);
});

test("whatever is asked, filled in as its kind says, is taken as it was meant", () => {
  const filled = { answer: "yes", date: "2027-01-20", moment: "2026-12-23T10:00", count: "3", text: "No", word: "", list: "" };
  const meant = { answer: true, count: 3 };
  // No ladder has more than one step everywhere.
  const valueOf = (path, kind) => (path === "stage" ? "1" : filled[kind]);
  let taken = 0;
  for (const question of QUESTIONS) {
    const name = question.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    for (const { id: area } of rules.describePacks().areas) {
      const least = { area, ...(question === "list-attendees" ? { meetingType: "strategy" } : {}) };
      const fields = rules.questionsFor(question, least);
      const form = Object.entries(least);
      for (const { path, kind, words, each } of fields) {
        if (each?.fields) each.fields.forEach((part) => form.push([`${path}[0].${part.name}`, filled[part.kind]]));
        else form.push([path, words?.[0].id ?? valueOf(path, each?.kind ?? kind)]);
      }
      const facts = factsFrom(form, fields);
      for (const { path, kind, words, each } of fields) {
        const value = path.split(/[.[\]]+/).filter(Boolean).reduce((inner, step) => inner?.[step], facts);
        const wanted = words?.[0].id ?? (path === "stage" ? 1 : meant[kind]) ?? filled[each?.kind ?? kind];
        if (each?.fields) assert.equal(value.length, 1, path);
        else assert.deepEqual(value, kind === "list" ? [wanted] : wanted, `${question} ${path}`);
        taken += 1;
      }
      // Where no document asks for anything of an action, the form has no field for it.
      rules[name]({ ...(question === "check-action" && { action: {} }), ...(question === "check-plan" && { plan: {} }), ...facts });
      // Without the fields it is read alike, but that one entry of a list may stand alone where that is taken too.
      const alone = (given) => JSON.parse(JSON.stringify(given).replace(/\["([^"]*)"\]/g, '"$1"'));
      const written = form.map(([path, value]) => [path, value === "No" ? "Health visitor" : value]);
      assert.deepEqual(alone(factsFrom(written)), alone(factsFrom(written, fields)), question);
    }
  }
  assert.ok(taken > 300, `only ${taken}`);
});

/** Every field of every schema, by its steps, with the least that stands beside it. */
function* fieldsOf(schema, steps = []) {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield { steps: [...steps, name], field, required: (schema.required ?? []).includes(name) };
    yield* fieldsOf(field, [...steps, name]);
    yield* fieldsOf(field.items ?? {}, [...steps, name, 0]);
  }
}

function put(facts, [step, ...rest], value) {
  if (rest.length === 0) facts[step] = value;
  else put((facts[step] ??= typeof rest[0] === "number" ? [] : {}), rest, value);
}

const RECORD = { id: "0c3e3a5c-1f2e-4d7a-9b3e-2f6d8c1a7b90", createdAt: "2026-12-23T10:00:00Z", salt: "00112233445566778899aabbccddeeff" };
const LEAST = { "list-attendees": { meetingType: "strategy" }, "check-action": { action: {} }, "check-plan": { plan: {} }, "record-consent-basis": RECORD, "report-quarter": { meetings: [] } };

const OF_RISK = ["fiiConcern", "parentsPoseRisk"];

test("undefined, null and \"unknown\" are alike in every field that may be left out, but for a risk of telling the family", () => {
  let alike = 0;
  for (const question of QUESTIONS) {
    const name = question.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const told = (steps, value) => {
      const facts = structuredClone(LEAST[question] ?? {});
      put(facts, steps, value);
      try {
        return JSON.stringify(rules[name](facts));
      } catch (refusal) {
        return [refusal.code, refusal.path].join(" at ");
      }
    };
    for (const { steps, field, required } of fieldsOf(schemaOf(question))) {
      if (required || (LEAST[question] ?? {})[steps[0]] !== undefined && steps.length === 1) continue;
      const [silent, empty, unknown] = [undefined, null, "unknown"].map((value) => told(steps, value));
      const where = `${question} ${steps.join(".")}`;
      // A fact of the packs is looked at as soon as it is named, so that what no document asks can be told.
      const isDeclared = unknown.includes("not-asked-here") || steps[0] === "concerns" || steps.includes("concerns");
      // What goes to a group waits for an answer of whoever may be among it and is a risk.
      if (["list-deadlines", "make-checklist"].includes(question) && [...OF_RISK, "recipientUnsafe"].includes(steps[0])) {
        assert.equal(empty, silent, `${where}: null`);
        if (unknown !== silent) assert.ok(JSON.parse(unknown).ask.some(({ path }) => path === steps[0]), where);
        continue;
      }
      if (question === "record-consent-basis" && OF_RISK.includes(steps[0])) {
        assert.equal(empty, silent, `${where}: null`);
        // Who says that nobody knows is told to wait, and asked: unknown never discloses.
        const [unasked, doubted] = [silent, unknown].map((answer) => JSON.parse(answer));
        assert.deepEqual([unasked.answer.informFamily, doubted.answer.informFamily], ["inform", "not-yet"], where);
        assert.ok(doubted.ask.some(({ path }) => path === steps[0]), where);
      } else if (isDeclared || field.properties || silent.startsWith("{") === false) assert.equal(empty.startsWith("{"), unknown.startsWith("{"), where);
      else {
        assert.equal(empty, silent, `${where}: null`);
        assert.equal(unknown, silent, `${where}: "unknown"`);
        alike += 1;
      }
    }
  }
  assert.ok(alike > 150, `only ${alike}`);
});

test("a Date is the moment it holds, of whatever realm, wherever a moment stands", () => {
  const at = "2026-12-23T10:15:30Z";
  const date = new Date(`${at.slice(0, -1)}.250Z`);
  let alike = 0;
  for (const question of QUESTIONS) {
    const name = question.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    for (const { steps, field } of fieldsOf(schemaOf(question))) {
      if (![].concat(field.type).includes("string") || steps.includes("bankHolidays")) continue;
      const told = (value) => {
        const facts = structuredClone(LEAST[question] ?? {});
        put(facts, steps, value);
        try {
          return rules[name](facts);
        } catch (refusal) {
          return [refusal.code, refusal.path];
        }
      };
      const [text, moment] = [told(at), told(date)];
      assert.deepEqual(moment, text, `${question} ${steps.join(".")}`);
      if (!Array.isArray(text)) alike += 1;
    }
  }
  assert.ok(alike > 60, `only ${alike}`);
});

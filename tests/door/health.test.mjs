// The door stays healthy: after any number of bad calls, and after a fault inside the rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, FUNCTIONS, LEAST, LEAST_OF_WORKSHOP, freshPackage, refusalOf, watching } from "./package-under-test.mjs";
import { SEALED, sealPack, sealedFor } from "./sealed.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const GOOD = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
const RealInstance = WebAssembly.Instance;

for (const name of FUNCTIONS) {
  test(`${name}: memory does not grow however often it is asked`, async () => {
    const { Instance, bytes } = watching();
    const rules = await freshPackage(Instance, (fresh) => fresh.classifyConcern(GOOD));
    const ask = (count) => {
      for (let call = 0; call < count; call++) rules[name](LEAST[name]);
    };
    ask(100);
    const before = bytes();
    ask(1_000);
    assert.equal(bytes(), before);
  });
}

/** Packs as large as some are, in each state that a call may leave: nothing of them is held afterwards. */
const LONG_RULES = Array.from({ length: 8 }, (_, place) => ({
  ...OWN_PACK.list_attendees[0],
  id: `OUR-${place + 1}`,
  says: `The ward manager attends. ${"Nothing else is asked. ".repeat(40)}`.trim(),
}));
const LONG_IDS = LONG_RULES.map(({ id }) => id);
const [FIRES, MISSES] = OWN_PACK.example;
const WORDY = { ...OWN_PACK, list_attendees: LONG_RULES, example: [{ ...FIRES, fires: LONG_IDS }, { ...MISSES, misses: LONG_IDS }] };
const LATER = { ...WORDY, document: { ...WORDY.document, version: "2.0.0" } };
const DOUBTFUL = { ...WORDY, example: WORDY.example.slice(0, 1) };
const damaged = (sealed) => sealed.map((byte, place) => (place === sealed.length - 1 ? byte ^ 1 : byte));

const THOUSANDS = 3_000;

test("thousands of sealed packs that are refused leave the memory as it was, and there is the same instance", async () => {
  const watched = watching();
  const sealed = sealPack(WORDY);
  const rules = await freshPackage(watched.Instance, (fresh) => fresh.loadPack(SEALED));
  const refuse = (count) => {
    for (let call = 0; call < count; call++) {
      assert.equal(refusalOf(rules, () => rules.loadPack(damaged(sealed))).path, "");
      assert.equal(refusalOf(rules, () => rules.loadPack(sealed)).path, "document.id");
    }
  };
  refuse(100);
  const before = watched.bytes();
  refuse(THOUSANDS);
  assert.equal(watched.bytes(), before);
  assert.equal(watched.made, 1);
  assert.ok(rules.describePacks().packs.some(({ id }) => id === OWN_PACK.document.id), "the loaded pack is still there");
});

test("thousands of sentences that are set in place of others leave the memory as it was", async () => {
  const watched = watching();
  const rules = await freshPackage(watched.Instance, (fresh) => fresh.classifyConcern(GOOD));
  const messages = rules.listMessages();
  const set = (count) => {
    for (let call = 0; call < count; call++) rules.setMessages(call % 2 ? messages : {});
  };
  set(100);
  const before = watched.bytes();
  set(1_000);
  assert.equal(watched.bytes(), before);
  assert.equal(watched.made, 1);
});

test("thousands of packs that are sealed, refused or compared in the workshop leave its memory as it was", async () => {
  const watched = watching();
  const workshop = await freshPackage(watched.Instance, (fresh) => fresh.sealPack(OWN_PACK), "workshop.js");
  const work = (count) => {
    for (let call = 0; call < count; call++) {
      assert.ok(workshop.sealPack(call % 2 ? WORDY : LATER).length > 1_000);
      assert.equal(refusalOf(workshop, () => workshop.sealPack(DOUBTFUL)).code, "bad-example");
      assert.equal(workshop.comparePacks({ before: WORDY, after: LATER }).heading, "No change.");
      assert.equal(refusalOf(workshop, () => workshop.comparePacks({ before: WORDY, after: "nowhere" })).code, "bad-word");
    }
  };
  work(50);
  const before = watched.bytes();
  work(THOUSANDS / 2);
  assert.equal(watched.bytes(), before);
  assert.equal(watched.made, 1);
});

/** The first instance faults in every answer the way `fault` does; the ones after it are sound. */
const faultingFirst = (fault) => {
  let made = 0;
  const Instance = function (module, imports) {
    const instance = new RealInstance(module, imports);
    if (++made > 1) return instance;
    return { exports: { ...instance.exports, answer: fault } };
  };
  return { Instance, made: () => made };
};

const FAULTS = {
  "a trap": () => { throw new WebAssembly.RuntimeError(`unreachable ${CANARY}`); },
  "an exhausted stack": () => { throw new RangeError("Maximum call stack size exceeded"); },
  "an error": () => { throw new Error(CANARY); },
  "a thrown text": () => { throw CANARY; },
  "a refusal of no known code": () => { throw { code: CANARY, path: "", message: CANARY }; },
};

for (const [what, fault] of Object.entries(FAULTS)) {
  test(`${what} inside the rules: internal, and the next question gets a fresh instance`, async () => {
    const { Instance, made } = faultingFirst(fault);
    await freshPackage(Instance, (rules) => {
      const error = refusalOf(rules, () => rules.classifyConcern(GOOD));
      assert.equal(error.code, "internal");
      assert.equal(error.path, "");
      assert.match(error.message, /no answer was given/);
      assert.match(error.message, /Try again/);
      assert.equal(rules.classifyConcern(GOOD).settled, false);
      assert.equal(rules.listAttendees({ area: "generic", meetingType: "strategy" }).answer.required.length > 0, true);
      assert.equal(made(), 2);
    });
  });
}

// A real one: an instruction that is never to be reached.
const TRAP = new RealInstance(new WebAssembly.Module(new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11,
]))).exports.trap;

/** Faults of the compiled rules themselves, after which their memory may be in any state. */
const REAL_FAULTS = {
  "a trap": () => TRAP(),
  "a text beyond the end of memory": (real) => real(0x7fff_0000, 100_000),
};

const STANDING_PACK = sealedFor("standing");
const [MESSAGE, WORDS] = ["how_soon.HOLD", "Meet {by}."];

/** What each function is asked. */
const OTHERS = { ...LEAST, listMessages: undefined, setMessages: {}, loadPack: SEALED };

/** The function of the binary that a function of the package calls. */
const doorOf = (name, exports) => (name in exports ? name : "answer");

for (const [what, fault] of Object.entries(REAL_FAULTS)) {
  const takesText = (name) => name !== "listMessages";
  for (const name of Object.keys(OTHERS).filter((name) => what === "a trap" || takesText(name))) {
    test(`${what} in ${name}: an error, then a fresh instance with the same packs and sentences, and never an earlier answer`, async () => {
      let made = 0;
      let faulty = false;
      const Instance = function (module, imports) {
        made++;
        const instance = new RealInstance(module, imports);
        const door = doorOf(name, instance.exports);
        const real = instance.exports[door];
        return { exports: { ...instance.exports, [door]: (...given) => (faulty ? fault(real) : real(...given)) } };
      };
      await freshPackage(Instance, (rules) => {
        rules.loadPack(STANDING_PACK);
        rules.setMessages({ [MESSAGE]: WORDS });
        const held = () => [rules.describePacks(), rules.listMessages()[MESSAGE], rules.classifyConcern(GOOD)];
        const before = held();
        faulty = true;
        assert.equal(refusalOf(rules, () => rules[name](OTHERS[name])).code, "internal");
        faulty = false;
        const later = rules.classifyConcern({ ...GOOD, concernsIdentifiedAt: "2027-03-01" });
        assert.equal(later.answer.counted[0].date, "2027-03-01");
        assert.equal(made, 2);
        assert.deepEqual(held(), before);
        assert.doesNotThrow(() => rules[name](OTHERS[name]));
      });
    });
  }
}

for (const [what, fault] of Object.entries(REAL_FAULTS)) {
  for (const name of Object.keys(LEAST_OF_WORKSHOP)) {
    test(`${what} in the workshop's ${name}: an error, then a fresh instance with the same packs`, async () => {
      let made = 0;
      let faulty = false;
      const Instance = function (module, imports) {
        made++;
        const instance = new RealInstance(module, imports);
        const real = instance.exports[name];
        return { exports: { ...instance.exports, [name]: (...given) => (faulty ? fault(real) : real(...given)) } };
      };
      await freshPackage(Instance, (workshop) => {
        workshop.loadPack(STANDING_PACK);
        const held = () => [workshop[name](LEAST_OF_WORKSHOP[name]), workshop.comparePacks({ before: `${OWN_PACK.document.id}-standing`, after: "county-durham" })];
        const before = held();
        faulty = true;
        assert.equal(refusalOf(workshop, () => workshop[name](LEAST_OF_WORKSHOP[name])).code, "internal");
        faulty = false;
        assert.deepEqual(held(), before);
        assert.equal(made, 2);
      }, "workshop.js");
    });
  }
}

test("a start that fails is told, and tried again", async () => {
  let tries = 0;
  const failingOnce = function (module, imports) {
    if (++tries === 1) throw new WebAssembly.CompileError("blocked");
    return new RealInstance(module, imports);
  };
  await freshPackage(failingOnce, (rules) => {
    const error = refusalOf(rules, () => rules.classifyConcern(GOOD));
    assert.equal(error.code, "internal");
    assert.match(error.message, /wasm-unsafe-eval/);
    assert.equal(rules.classifyConcern(GOOD).settled, false);
  });
});

test("a question asked with the stack almost exhausted does no lasting harm", async () => {
  const rules = await freshPackage(RealInstance, (fresh) => fresh.classifyConcern(GOOD));
  const expected = rules.classifyConcern(GOOD);
  let asked = 0;
  const descend = () => {
    try {
      descend();
    } catch {
      // On the way back up there is a little more room for each question.
    }
    if (asked < 500) {
      asked++;
      rules.classifyConcern(GOOD);
    }
  };
  try {
    descend();
  } catch {
    // The question itself may have found no room; what matters is the next one.
  }
  assert.ok(asked > 0);
  assert.deepEqual(rules.classifyConcern(GOOD), expected);
});

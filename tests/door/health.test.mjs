// The door stays healthy: after any number of bad calls, and after a fault inside the rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, FUNCTIONS, LEAST, freshPackage, refusalOf, watching } from "./package-under-test.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const GOOD = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
const RealInstance = WebAssembly.Instance;

for (const name of FUNCTIONS.filter((name) => name !== "loadPack")) {
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

test("packs that are compared or refused again and again do not make memory grow without end", async () => {
  const watched = watching();
  const wordy = { ...OWN_PACK, filler: "nothing ".repeat(1_200) };
  const refused = { ...OWN_PACK, example: [] };
  await freshPackage(watched.Instance, (rules) => {
    rules.loadPack(OWN_PACK);
    const atStart = watched.bytes();
    let most = 0;
    for (let call = 0; call < 1_500; call++) {
      assert.equal(rules.comparePacks({ before: wordy, after: wordy }).heading, "No change.");
      assert.equal(refusalOf(rules, () => rules.loadPack(refused)).code, "bad-pack");
      most = Math.max(most, watched.bytes());
    }
    assert.ok(most - atStart < 80 * 1024 * 1024, `${most - atStart} bytes`);
    assert.ok(watched.made > 1, "a fresh instance took the place of the one that had grown");
    assert.ok(rules.describePacks().packs.some(({ id }) => id === OWN_PACK.document.id), "the loaded pack is still there");
  });
});

/** The first instance faults in classifyConcern the way `fault` does; the ones after it are sound. */
const faultingFirst = (fault) => {
  let made = 0;
  const Instance = function (module, imports) {
    const instance = new RealInstance(module, imports);
    if (++made > 1) return instance;
    return { exports: { ...instance.exports, classifyConcern: fault } };
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

const STANDING_PACK = { ...OWN_PACK, document: { ...OWN_PACK.document, id: "standing", area: "standing", area_label: "Standing" } };
const [MESSAGE, WORDS] = ["how_soon.HOLD", "Meet {by}."];

/** What each function is asked. */
const OTHERS = { ...LEAST, listMessages: undefined, setMessages: {}, loadPack: OWN_PACK };

for (const [what, fault] of Object.entries(REAL_FAULTS)) {
  for (const name of Object.keys(OTHERS)) {
    test(`${what} in ${name}: an error, then a fresh instance with the same packs and sentences, and never an earlier answer`, async () => {
      let made = 0;
      let faulty = false;
      const Instance = function (module, imports) {
        made++;
        const instance = new RealInstance(module, imports);
        const real = instance.exports[name];
        return { exports: { ...instance.exports, [name]: (...given) => (faulty ? fault(real) : real(...given)) } };
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

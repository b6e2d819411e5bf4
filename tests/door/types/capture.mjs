// Writes a real answer to each call as a typed constant: a field too many, too few or of another type does not compile. Beside
// them the examples in the comments of the types, which are to compile as they stand.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as rules from "safeguarding-rules";
import * as workshop from "safeguarding-rules/workshop";
import { OWN_PACK, callsWith, comparisons } from "./calls.mjs";
import { examplesIn } from "./examples.mjs";

const TYPES = fileURLToPath(import.meta.resolve("safeguarding-rules")).replace(/\.js$/, ".d.ts");
const TYPES_OF_WORKSHOP = TYPES.replace(/index\.d\.ts$/, "workshop.d.ts");

function write(name, lines) {
  writeFileSync(new URL(name, import.meta.url), lines.join("\n"));
}

function captured(file, entry, functions, calls) {
  const typesUsed = [...new Set(calls.flatMap(([, type]) => type.match(/\w+/g)))];
  const constants = calls.map(([name, type, ...given], index) => {
    const answer = JSON.stringify(functions[name](...given), null, 2);
    return `// ${name}\nexport const answer${index + 1}: ${type} = ${answer};\n`;
  });
  write(file, [`import type { ${typesUsed.join(", ")} } from "${entry}";\n`, ...constants]);
}

function copied(file, entry, types, given) {
  const examples = examplesIn(readFileSync(types, "utf8"));
  const lines = examples.map(({ name, example }) => `// ${name}\nexport const of_${name} = ${example}\n`);
  write(file, [`import { ${examples.map(({ name }) => name).join(", ")} } from "${entry}";\n`, given, ...lines]);
}

captured("answers.mts", "safeguarding-rules", rules, callsWith(workshop.sealPack(OWN_PACK)));
captured("comparisons.mts", "safeguarding-rules/workshop", workshop, comparisons);
copied("examples.mts", "safeguarding-rules", TYPES, "declare const sealed: Uint8Array;\n");
copied("workshop-examples.mts", "safeguarding-rules/workshop", TYPES_OF_WORKSHOP, 'import type { Pack } from "safeguarding-rules/workshop";\n\ndeclare const pack: Pack;\ndeclare const sealed: Uint8Array;\n');

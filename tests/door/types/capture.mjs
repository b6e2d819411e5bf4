// Writes a real answer to each call as a typed constant: a field too many, too few or of another type does not compile. Beside
// them the examples in the comments of the types, which are to compile as they stand.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as rules from "safeguarding-rules";
import { calls } from "./calls.mjs";
import { examplesIn } from "./examples.mjs";

const typesUsed = [...new Set(calls.flatMap(([, type]) => type.match(/\w+/g)))];

const constants = calls.map(([name, type, ...given], index) => {
  const answer = JSON.stringify(rules[name](...given), null, 2);
  return `// ${name}\nexport const answer${index + 1}: ${type} = ${answer};\n`;
});

const heading = `import type { ${typesUsed.join(", ")} } from "safeguarding-rules";\n`;
writeFileSync(new URL("answers.mts", import.meta.url), [heading, ...constants].join("\n"));

const types = fileURLToPath(import.meta.resolve("safeguarding-rules")).replace(/\.js$/, ".d.ts");
const examples = examplesIn(readFileSync(types, "utf8"));
const lines = examples.map(({ name, example }) => `// ${name}\nexport const of_${name} = ${example}\n`);
const used = `import { ${examples.map(({ name }) => name).join(", ")}, type Pack } from "safeguarding-rules";\n\ndeclare const pack: Pack;\n`;
writeFileSync(new URL("examples.mts", import.meta.url), [used, ...lines].join("\n"));

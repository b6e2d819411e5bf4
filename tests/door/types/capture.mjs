// Writes a real answer to each call as a typed constant: a field too many, too few or of another type does not compile.

import { writeFileSync } from "node:fs";
import * as rules from "safeguarding-rules";
import { calls } from "./calls.mjs";

const typesUsed = [...new Set(calls.flatMap(([, type]) => type.match(/\w+/g)))];

const constants = calls.map(([name, type, ...given], index) => {
  const answer = JSON.stringify(rules[name](...given), null, 2);
  return `// ${name}\nexport const answer${index + 1}: ${type} = ${answer};\n`;
});

const heading = `import type { ${typesUsed.join(", ")} } from "safeguarding-rules";\n`;
writeFileSync(new URL("answers.mts", import.meta.url), [heading, ...constants].join("\n"));

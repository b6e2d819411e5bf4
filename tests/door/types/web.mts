// The entry with the compiled rules in a file of their own.

import { SafeguardingError, classifyConcern, init, type Decision } from "safeguarding-rules/web";

await init();
await init("/assets/safeguarding_rules_bg.wasm");
await init(fetch("/assets/safeguarding_rules_bg.wasm"));
await init(new Uint8Array(8));
await init(undefined, { areas: ["county-durham"], national: true });
await init("/assets/safeguarding_rules_bg.wasm", { packs: [new Uint8Array(8), fetch("/assets/county-durham.pack")] });
// @ts-expect-error an area that no built-in pack has
await init(undefined, { areas: ["nowhere"] });

export const decision: Decision<unknown> = classifyConcern({ area: "generic" });
export const code = (error: SafeguardingError): string => error.code;

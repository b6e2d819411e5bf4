// The entry with the compiled rules in a file of their own.

import { SafeguardingError, classifyConcern, init, type Decision } from "safeguarding-rules/web";

await init();
await init("/assets/safeguarding_rules_bg.wasm");
await init(fetch("/assets/safeguarding_rules_bg.wasm"));
await init(new Uint8Array(8));

export const decision: Decision<unknown> = classifyConcern({ area: "generic" });
export const code = (error: SafeguardingError): string => error.code;

// The script of a page that has loaded script.js with a script tag.

import "safeguarding-rules/script.js";

export const dueBy: string | null = safeguardingRules.classifyConcern({ area: "generic" }).answer.dueBy;
export const isOurs = (error: unknown): boolean => error instanceof safeguardingRules.SafeguardingError;
// @ts-expect-error a function that there is not
safeguardingRules.decide({});

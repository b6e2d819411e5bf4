// The same package for a program that requires it.

import rules = require("safeguarding-rules");
import records = require("safeguarding-rules/records");
import workshop = require("safeguarding-rules/workshop");

const decision: rules.Decision<rules.ClassifyConcernAnswer> = rules.classifyConcern({ area: "generic" });
export const heading: string = decision.answer.heading;
export const isOurs = (error: unknown): error is rules.SafeguardingError => error instanceof rules.SafeguardingError;
export const whole = async (kept: readonly unknown[]): Promise<boolean> => (await records.verifyRecords(kept)).isWhole;
export const seal = (pack: workshop.Pack): rules.PackBasis => rules.loadPack(workshop.sealPack(pack));

import { classifyConcern } from "safeguarding-rules";

const decision = classifyConcern({
  area: "generic",
  concerns: { seriousRisk: true },
  concernsIdentifiedAt: "2026-12-23",
});

console.log(decision.answer.heading);
for (const { question } of decision.ask) console.log(question);

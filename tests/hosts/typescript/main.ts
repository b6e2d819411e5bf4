import { SafeguardingError, classifyConcern, type ClassifyConcernFacts } from "safeguarding-rules";

function sentences(facts: ClassifyConcernFacts): string[] {
  try {
    const { answer, ask } = classifyConcern(facts);
    return [answer.heading, ...ask.map(({ question }) => question)];
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return [`${error.path}: ${error.message}`];
  }
}

console.log(sentences({ area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" }).join("\n"));
console.log(sentences({ area: "generic", concernsIdentifiedAt: "yesterday" }).join("\n"));

import { expect, test } from "vitest";
import { SafeguardingError, classifyConcern } from "safeguarding-rules";

test("the answer stands in the page", () => {
  document.body.innerHTML = "<main></main>";
  const { answer } = classifyConcern({ area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" });
  document.querySelector("main").textContent = answer.heading;
  expect(document.querySelector("main").textContent).toBe("Hold the strategy meeting on Wednesday 23 December 2026, the same day.");
});

test("a refusal names its field", () => {
  expect(() => classifyConcern({ area: "generic", concernsIdentifiedAt: "yesterday" })).toThrow(SafeguardingError);
  expect(() => classifyConcern({ area: "generic", concernsIdentifiedAt: "yesterday" })).toThrow(expect.objectContaining({ path: "concernsIdentifiedAt" }));
});

import "survey-core/survey-core.fontless.css";
import { FunctionFactory, Model } from "survey-core";
import "survey-js-ui";
import { classifyConcern } from "safeguarding-rules";

const ANSWERS = { yes: true, no: false };

// Synchronous: SurveyJS goes on to the next page without waiting for a function that is not.
function howSoon([identified, seriousRisk]) {
  const { answer, ask } = classifyConcern({
    area: "generic",
    concerns: { seriousRisk: ANSWERS[seriousRisk] ?? "unknown" },
    concernsIdentifiedAt: identified,
  });
  return [answer.heading, answer.advice, ...ask.map(({ question }) => question)].filter(Boolean).join(" ");
}

FunctionFactory.Instance.register("howSoon", howSoon);

const survey = new Model({
  elements: [
    { type: "text", name: "identified", title: "When was the concern identified?", inputType: "date", isRequired: true },
    {
      type: "radiogroup",
      name: "seriousRisk",
      title: "Is there a serious risk of harm?",
      choices: [{ value: "yes", text: "Yes" }, { value: "no", text: "No" }, { value: "unknown", text: "Not known" }],
    },
    {
      type: "expression",
      name: "howSoon",
      title: "How soon must we meet?",
      expression: "howSoon({identified}, {seriousRisk})",
      visibleIf: "{identified} notempty",
    },
  ],
});
survey.render(document.getElementById("form"));

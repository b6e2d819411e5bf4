import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { classifyConcern } from "safeguarding-rules";

const ANSWERS = { yes: true, no: false };
const YES_OR_NO = [{ const: "yes", title: "Yes" }, { const: "no", title: "No" }, { const: "unknown", title: "Not known" }];

const schema = {
  type: "object",
  properties: {
    identified: { type: "string", format: "date", title: "When was the concern identified?" },
    seriousRisk: { type: "string", title: "Is there a serious risk of harm?", oneOf: YES_OR_NO },
    immediateActionRequired: { type: "string", title: "Is immediate action needed?", oneOf: YES_OR_NO },
  },
};

const form = {
  type: "VerticalLayout",
  elements: [
    { type: "Control", scope: "#/properties/identified" },
    { type: "Control", scope: "#/properties/seriousRisk" },
    {
      type: "Control",
      scope: "#/properties/immediateActionRequired",
      // Shown while its answer could change the decision.
      rule: { effect: "SHOW", condition: { scope: "#", validate: ({ fullData }) => isAsked("immediateActionRequired", fullData) } },
    },
  ],
};

function decisionOn({ identified, seriousRisk, immediateActionRequired }) {
  return classifyConcern({
    area: "generic",
    concerns: { seriousRisk: ANSWERS[seriousRisk] ?? "unknown", immediateActionRequired: ANSWERS[immediateActionRequired] ?? "unknown" },
    concernsIdentifiedAt: identified,
  });
}

function isAsked(fact, given) {
  return fact in given || decisionOn(given).ask.some(({ path }) => path === `concerns.${fact}`);
}

function Portal() {
  const [given, setGiven] = useState({});
  const { answer, ask, cautions } = decisionOn(given);
  const sentences = [answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)];
  return (
    <>
      <JsonForms
        schema={schema}
        uischema={form}
        data={given}
        renderers={vanillaRenderers}
        cells={vanillaCells}
        validationMode="NoValidation"
        onChange={({ data }) => setGiven(data)}
      />
      <div role="status">{sentences.filter(Boolean).map((sentence) => <p key={sentence}>{sentence}</p>)}</div>
    </>
  );
}

createRoot(document.getElementById("form")).render(<Portal />);

import Form from "@rjsf/core";
import { createPrecompiledValidator } from "@rjsf/validator-ajv8";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { classifyConcern } from "safeguarding-rules";
import { known, schema } from "./form.js";
import validators from "./validators.cjs";

const validator = createPrecompiledValidator(validators, schema);
const look = { howSoon: { "ui:field": HowSoon } };

/** A field that asks nothing and shows the answer. */
function HowSoon({ registry }) {
  const { answer, ask, cautions } = classifyConcern(registry.formContext);
  const sentences = [answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)];
  return <div role="status">{sentences.filter(Boolean).map((sentence) => <p key={sentence}>{sentence}</p>)}</div>;
}

function Portal() {
  const [{ howSoon, ...given }, setGiven] = useState({});
  return (
    <Form
      schema={schema}
      uiSchema={look}
      validator={validator}
      formData={given}
      formContext={{ ...known, ...given }}
      onChange={({ formData }) => setGiven(formData)}
    />
  );
}

createRoot(document.getElementById("form")).render(<Portal />);

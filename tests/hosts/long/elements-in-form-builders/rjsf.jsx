// The element as a field of React JSON Schema Form.

import Form from "@rjsf/core";
import { createPrecompiledValidator } from "@rjsf/validator-ajv8";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "safeguarding-rules/elements";
import { schema } from "./schema.js";
import validators from "./validators.cjs";

const validator = createPrecompiledValidator(validators, schema);
const look = { howSoon: { "ui:field": Timescale } };

function Timescale({ onChange, fieldPathId }) {
  return <sg-timescale area="county-durham" onsg-result={({ detail }) => onChange(JSON.stringify(detail), fieldPathId.path)} />;
}

function Portal() {
  const [given, setGiven] = useState({});
  const submit = ({ formData }) => (document.querySelector("output").textContent = formData.howSoon);
  return <Form schema={schema} uiSchema={look} validator={validator} formData={given} onChange={({ formData }) => setGiven(formData)} onSubmit={submit} />;
}

createRoot(document.getElementById("form")).render(<Portal />);

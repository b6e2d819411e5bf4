import "@formio/js/dist/formio.form.min.css";
import { Components, Formio } from "@formio/js";
import { SafeguardingError, classifyConcern } from "safeguarding-rules";

const ANSWERS = { yes: true, no: false };
const Field = Components.components.field;

class HowSoon extends Field {
  static schema() {
    return Field.schema({ type: "howSoon", input: false });
  }

  render() {
    return super.render('<div ref="result"></div>');
  }

  // The form cleans what `render` gives as text, so the answer is put in here.
  attach(element) {
    this.loadRefs(element, { result: "single" });
    this.refs.result.setAttribute("role", "status");
    this.on("change", () => this.show());
    return super.attach(element);
  }

  show() {
    const { identified, seriousRisk } = this.data;
    this.refs.result.replaceChildren(...(identified ? sentences(identified, seriousRisk) : []).map(paragraph));
  }
}

function sentences(identified, seriousRisk) {
  try {
    const { answer, ask, cautions } = classifyConcern({
      area: "generic",
      concerns: { seriousRisk: ANSWERS[seriousRisk] ?? "unknown" },
      concernsIdentifiedAt: identified,
    });
    return [answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)].filter(Boolean);
  } catch (error) {
    // While a date is being typed it is no date.
    if (!(error instanceof SafeguardingError)) throw error;
    return [error.message];
  }
}

function paragraph(sentence) {
  const element = document.createElement("p");
  element.textContent = sentence;
  return element;
}

Components.addComponent("howSoon", HowSoon);

await Formio.createForm(document.getElementById("form"), {
  components: [
    { type: "textfield", key: "identified", label: "When was the concern identified?", description: "For example 2026-03-27", input: true },
    {
      type: "radio",
      key: "seriousRisk",
      label: "Is there a serious risk of harm?",
      values: [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }, { value: "unknown", label: "Not known" }],
      input: true,
    },
    { type: "howSoon", key: "howSoon", label: "How soon must we meet?" },
  ],
});

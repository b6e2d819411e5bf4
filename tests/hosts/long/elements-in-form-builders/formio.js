// The element as a component of form.io.

import "@formio/js/dist/formio.form.min.css";
import { Components, Formio } from "@formio/js";
import "safeguarding-rules/elements";

const Field = Components.components.field;

class Timescale extends Field {
  static schema() {
    return Field.schema({ type: "timescale", input: true });
  }

  render() {
    return super.render('<div ref="place"></div>');
  }

  // The form cleans what `render` gives as text of every element that it does not know, so this one is put in here.
  attach(element) {
    this.loadRefs(element, { place: "single" });
    const timescale = document.createElement("sg-timescale");
    timescale.setAttribute("area", "county-durham");
    timescale.addEventListener("sg-result", ({ detail }) => this.updateValue(JSON.stringify(detail), { modified: true }));
    this.refs.place.replaceChildren(timescale);
    return super.attach(element);
  }
}

Components.addComponent("timescale", Timescale);

const form = await Formio.createForm(document.getElementById("form"), {
  components: [
    { type: "timescale", key: "howSoon", label: "How soon must we meet?", validate: { required: true } },
    { type: "button", action: "submit", key: "submit", label: "Submit", input: true },
  ],
});
form.nosubmit = true;
form.on("submit", ({ data }) => (document.querySelector("output").textContent = data.howSoon));

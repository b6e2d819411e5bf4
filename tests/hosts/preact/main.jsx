import { render } from "preact";
import { useState } from "preact/hooks";
import { classifyConcern } from "safeguarding-rules";
import "safeguarding-rules/elements";
import "safeguarding-rules/elements.css";

function Portal() {
  const [identified, setIdentified] = useState("");
  const [heading, setHeading] = useState("");
  const [saved, setSaved] = useState("");

  function save(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    // What a page posts is worked out again: here in the page, in a portal on its server.
    setSaved(classifyConcern(JSON.parse(form.get("how-soon-facts"))).answer.heading);
  }

  return (
    <form onSubmit={save}>
      <p>
        <label for="identified">When was the concern identified?</label>
        <input id="identified" type="date" required value={identified} onInput={({ target }) => setIdentified(target.value)} />
      </p>
      <sg-timescale
        name="how-soon"
        area="generic"
        required
        facts={{ concernsIdentifiedAt: identified || null }}
        onsg-result={({ detail }) => setHeading(detail.answer.heading)}
      ></sg-timescale>
      <p>In short: <strong>{heading}</strong></p>
      <button>Save</button>
      <div role="status">{saved}</div>
    </form>
  );
}

render(<Portal />, document.querySelector("#portal"));

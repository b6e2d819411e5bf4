import { useState, type FormEvent } from "react";
import { createRoot } from "react-dom/client";
import { classifyConcern } from "safeguarding-rules";
import "safeguarding-rules/elements.css";
import "safeguarding-rules/react";

function Portal() {
  const [identified, setIdentified] = useState("");
  const [heading, setHeading] = useState("");
  const [saved, setSaved] = useState("");

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    // What a page posts is worked out again: here in the page, in a portal on its server.
    const { answer } = classifyConcern(JSON.parse(String(form.get("how-soon-facts"))));
    setSaved(answer.heading);
  }

  return (
    <form onSubmit={save}>
      <p>
        <label htmlFor="identified">When was the concern identified?</label>
        <input id="identified" type="date" value={identified} onChange={(event) => setIdentified(event.target.value)} required />
      </p>
      <sg-timescale
        name="how-soon"
        area="generic"
        required
        facts={{ concernsIdentifiedAt: identified || null }}
        onsg-result={({ detail }) => setHeading(detail.answer.heading)}
      />
      <p>In short: <strong>{heading}</strong></p>
      <button>Save</button>
      <div role="status">{saved}</div>
    </form>
  );
}

createRoot(document.getElementById("portal")!).render(<Portal />);

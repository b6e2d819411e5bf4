"use client";

import { useActionState, useCallback, useEffect, useState } from "react";
import "safeguarding-rules/elements.css";
import { save } from "./save";

export function HowSoon({ known }) {
  const [heading, setHeading] = useState("");
  const [saved, send] = useActionState(save, "");
  // Defined once React has taken over what the server printed: until then the element holds its fallback, as React expects.
  useEffect(() => void import("safeguarding-rules/elements"), []);
  // On what a server printed React listens to no event of an element by itself.
  const listen = useCallback((element) => {
    const told = ({ detail }) => setHeading(detail.answer.heading);
    element.addEventListener("sg-result", told);
    return () => element.removeEventListener("sg-result", told);
  }, []);
  return (
    <form action={send}>
      <sg-timescale ref={listen} name="how-soon" area="generic" required facts={JSON.stringify(known)}>
        <p>If a child is in immediate danger, call 999. The answer is worked out when you save.</p>
      </sg-timescale>
      <p>In short: <strong>{heading}</strong></p>
      <button>Save</button>
      <div role="status">{saved}</div>
    </form>
  );
}

// A component of the server: it asks the functions, and prints the element with what is known.

import { classifyConcern } from "safeguarding-rules";
import { HowSoon } from "./how-soon";

const KNOWN = { concernsIdentifiedAt: "2026-12-23" };

export default function Page() {
  const { answer } = classifyConcern({ area: "generic", ...KNOWN });
  return (
    <>
      <h1>Referral</h1>
      <p>Before anything is asked: <strong>{answer.heading}</strong></p>
      <HowSoon known={KNOWN} />
    </>
  );
}

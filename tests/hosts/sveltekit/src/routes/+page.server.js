import { classifyConcern, SafeguardingError } from "safeguarding-rules";

const KNOWN = { concernsIdentifiedAt: "2026-12-23" };

export function load() {
  return { known: KNOWN, before: classifyConcern({ area: "generic", ...KNOWN }).answer.heading };
}

/** What a page posts is text that anybody can write: the answer is worked out again from the facts. */
async function save({ request }) {
  const form = await request.formData();
  try {
    return { saved: classifyConcern(JSON.parse(form.get("how-soon-facts"))).answer.heading };
  } catch (error) {
    if (error instanceof SafeguardingError || error instanceof SyntaxError) return { saved: "The form could not be read." };
    throw error;
  }
}

export const actions = { default: save };

import { classifyConcern, SafeguardingError } from "safeguarding-rules";

/** What a page posts is text that anybody can write: the answer is worked out again from the facts. */
export default defineEventHandler(async (event) => {
  const form = await readFormData(event);
  try {
    return classifyConcern(JSON.parse(form.get("how-soon-facts"))).answer.heading;
  } catch (error) {
    if (error instanceof SafeguardingError || error instanceof SyntaxError) return "The form could not be read.";
    throw error;
  }
});

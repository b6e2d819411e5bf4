import { questionsFor } from "safeguarding-rules";
import facts from "safeguarding-rules/schema/classify-concern.json" with { type: "json" };

/** What the portal knows before it asks. */
export const known = { area: "generic" };

/** The fields worth asking, in their order, each under its question; the answer stands below them. */
export const schema = { type: "object", title: facts.title, properties: {} };

for (const { path, question } of questionsFor("classify-concern", known)) {
  const groups = path.split(".");
  const field = groups.pop();
  let [from, to] = [facts, schema];
  for (const group of groups) {
    from = from.properties[group];
    to = to.properties[group] ??= { type: "object", title: "", properties: {} };
  }
  to.properties[field] = { ...from.properties[field], title: question };
}

schema.properties.howSoon = { type: "null" };

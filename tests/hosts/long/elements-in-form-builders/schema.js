/** One field of the form: the decision that the element gives, as text. */
export const schema = { type: "object", properties: { howSoon: { type: "string", title: "How soon must we meet?" } }, required: ["howSoon"] };

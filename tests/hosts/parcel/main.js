import { classifyConcern } from "safeguarding-rules";
import "safeguarding-rules/elements";

const form = document.querySelector("form");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  // What a page posts is worked out again: here in the page, in a portal on its server.
  const facts = JSON.parse(new FormData(form).get("how-soon-facts"));
  document.querySelector("[role=status]").textContent = classifyConcern(facts).answer.heading;
});

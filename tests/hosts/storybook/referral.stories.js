import { html, render } from "lit";
import { classifyConcern } from "safeguarding-rules";
import "safeguarding-rules/elements.css";

export default { title: "Referral", argTypes: { identified: { control: "text" } } };

/** How soon must we meet? The day on which the concern was identified is a control of the story. */
export const HowSoon = {
  args: { identified: "2026-12-23" },
  render: ({ identified }) => html`
    <form @submit=${save}>
      <p>Before anything is asked: <strong>${classifyConcern({ area: "generic", concernsIdentifiedAt: identified }).answer.heading}</strong></p>
      <sg-timescale name="how-soon" area="generic" required .facts=${{ concernsIdentifiedAt: identified }}></sg-timescale>
      <button>Save</button>
      <div role="status"></div>
    </form>
  `,
  // After Lit has drawn the story. What it has set until then is taken up.
  play: () => import("safeguarding-rules/elements"),
};

function save(event) {
  event.preventDefault();
  const posted = JSON.parse(new FormData(event.target).get("how-soon-facts"));
  // What a page posts is worked out again: here in the page, in a portal on its server.
  render(classifyConcern(posted).answer.heading, event.target.querySelector("[role=status]"));
}

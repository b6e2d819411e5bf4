import { LitElement, html } from "lit";
import { classifyConcern } from "safeguarding-rules";
import "safeguarding-rules/elements";
import "safeguarding-rules/elements.css";

class Portal extends LitElement {
  static properties = { identified: { state: true }, heading: { state: true }, saved: { state: true } };

  constructor() {
    super();
    this.identified = this.heading = this.saved = "";
  }

  // In the page itself, as the element is: its style and its labels reach in.
  createRenderRoot() {
    return this;
  }

  save(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    // What a page posts is worked out again: here in the page, in a portal on its server.
    this.saved = classifyConcern(JSON.parse(form.get("how-soon-facts"))).answer.heading;
  }

  render() {
    return html`
      <form @submit=${this.save}>
        <p>
          <label for="identified">When was the concern identified?</label>
          <input id="identified" type="date" required @input=${({ target }) => (this.identified = target.value)}>
        </p>
        <sg-timescale
          name="how-soon"
          area="generic"
          required
          .facts=${{ concernsIdentifiedAt: this.identified || null }}
          @sg-result=${({ detail }) => (this.heading = detail.answer.heading)}
        ></sg-timescale>
        <p>In short: <strong>${this.heading}</strong></p>
        <button>Save</button>
        <div role="status">${this.saved}</div>
      </form>
    `;
  }
}

customElements.define("concern-portal", Portal);

import { Component, CUSTOM_ELEMENTS_SCHEMA, computed, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import type { ClassifyConcernAnswer } from "safeguarding-rules";
import type { Told } from "safeguarding-rules/elements";

@Component({
  selector: "referral-form",
  // The one line that Angular needs: these are elements of the page, and no components.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form (submit)="save($event)">
      <p>
        <label for="identified">When was the concern identified?</label>
        <input id="identified" type="date" required (input)="identify($event)">
      </p>
      <sg-timescale name="how-soon" area="generic" [required]="true" [facts]="facts()" (sg-result)="heard($event)"></sg-timescale>
      <p>In short: <strong>{{ heading() }}</strong></p>
      <button>Save</button>
      <div role="status">{{ saved() }}</div>
    </form>
  `,
})
class ReferralForm {
  readonly identified = signal("");
  readonly heading = signal("");
  readonly saved = signal("");
  readonly facts = computed(() => ({ concernsIdentifiedAt: this.identified() || null }));

  identify(event: Event) {
    this.identified.set((event.target as HTMLInputElement).value);
  }

  heard(event: Event) {
    this.heading.set((event as CustomEvent<Told<ClassifyConcernAnswer>>).detail.answer.heading);
  }

  async save(event: Event) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    // What a page posts is worked out again: here in the page, in a portal on its server.
    const { classifyConcern } = await import("safeguarding-rules");
    this.saved.set(classifyConcern(JSON.parse(String(form.get("how-soon-facts")))).answer.heading);
  }
}

bootstrapApplication(ReferralForm);
// The rules come after the first paint and are no part of the budget for it. What Angular has set until then is taken up.
import("safeguarding-rules/elements");

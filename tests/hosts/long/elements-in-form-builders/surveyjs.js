// The element as a question of SurveyJS.

import "survey-core/survey-core.fontless.css";
import { CustomWidgetCollection, Model } from "survey-core";
import "survey-js-ui";
import "safeguarding-rules/elements";

CustomWidgetCollection.Instance.add({
  name: "timescale",
  isFit: (question) => question.name === "howSoon",
  isDefaultRender: true,
  afterRender: (question, place) => {
    const element = document.createElement("sg-timescale");
    element.setAttribute("area", "county-durham");
    element.addEventListener("sg-result", ({ detail }) => (question.value = JSON.stringify(detail)));
    place.after(element);
    place.hidden = true;
  },
});

const survey = new Model({ elements: [{ type: "text", name: "howSoon", title: "How soon must we meet?", isRequired: true }] });
survey.onComplete.add(({ data }) => (document.querySelector("output").textContent = data.howSoon));
survey.render(document.getElementById("form"));

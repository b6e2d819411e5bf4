// Every class that the elements wear, and the maps of design systems that are ready. A class that a map does not name stays
// as it is; one that it names with nothing is left away.

import { parsed } from "./parts/parsed.js";

/** Those of the GOV.UK Design System, which stand there where no map says otherwise. */
const GOVUK = [
  "govuk-body", "govuk-body-s", "govuk-button", "govuk-button--secondary", "govuk-checkboxes", "govuk-checkboxes--small", "govuk-checkboxes__hint",
  "govuk-checkboxes__input", "govuk-checkboxes__item", "govuk-checkboxes__label", "govuk-details", "govuk-details__summary",
  "govuk-details__summary-text", "govuk-details__text", "govuk-error-message", "govuk-fieldset", "govuk-fieldset__legend",
  "govuk-fieldset__legend--l", "govuk-fieldset__legend--s", "govuk-form-group", "govuk-form-group--error", "govuk-heading-l", "govuk-heading-m",
  "govuk-heading-s", "govuk-hint", "govuk-input", "govuk-inset-text", "govuk-label", "govuk-label--s", "govuk-list", "govuk-list--bullet",
  "govuk-radios", "govuk-radios--small", "govuk-radios__hint", "govuk-radios__input", "govuk-radios__item", "govuk-radios__label", "govuk-select",
  "govuk-summary-list", "govuk-summary-list__key", "govuk-summary-list__row", "govuk-summary-list__value", "govuk-table", "govuk-table__caption",
  "govuk-table__caption--s", "govuk-table__cell", "govuk-table__header", "govuk-table__row", "govuk-tag", "govuk-tag--blue", "govuk-tag--grey",
  "govuk-tag--red", "govuk-tag--yellow", "govuk-textarea", "govuk-visually-hidden", "govuk-warning-text", "govuk-warning-text__icon",
  "govuk-warning-text__text",
];

/** The NHS has the same parts under its own name, but for these. */
const NHS = {
  "govuk-body": "nhsuk-body",
  "govuk-body-s": "nhsuk-body-s",
  "govuk-form-group--error": "nhsuk-form-group--error",
  "govuk-tag--yellow": "nhsuk-tag--yellow",
  "govuk-visually-hidden": "nhsuk-u-visually-hidden",
  "govuk-warning-text": "nhsuk-warning-callout",
  "govuk-warning-text__icon": "nhsuk-u-visually-hidden",
  "govuk-warning-text__text": "nhsuk-body",
};

const BOOTSTRAP = {
  "govuk-body-s": "small",
  "govuk-button": "btn btn-primary",
  "govuk-button--secondary": "btn btn-outline-primary",
  "govuk-checkboxes__hint": "form-text",
  "govuk-checkboxes__input": "form-check-input",
  "govuk-checkboxes__item": "form-check",
  "govuk-checkboxes__label": "form-check-label",
  "govuk-error-message": "text-danger",
  "govuk-fieldset__legend": "fs-6 fw-bold",
  "govuk-form-group": "mb-3",
  "govuk-heading-l": "h2",
  "govuk-heading-m": "h3",
  "govuk-heading-s": "h4",
  "govuk-hint": "form-text",
  "govuk-input": "form-control",
  "govuk-inset-text": "alert alert-warning",
  "govuk-label--s": "form-label fw-bold",
  "govuk-radios__hint": "form-text",
  "govuk-radios__input": "form-check-input",
  "govuk-radios__item": "form-check",
  "govuk-radios__label": "form-check-label",
  "govuk-select": "form-select",
  "govuk-table": "table",
  "govuk-tag": "badge",
  "govuk-tag--blue": "text-bg-primary",
  "govuk-tag--grey": "text-bg-secondary",
  "govuk-tag--red": "text-bg-danger",
  "govuk-tag--yellow": "text-bg-warning",
  "govuk-textarea": "form-control",
  "govuk-visually-hidden": "visually-hidden",
  "govuk-warning-text": "alert alert-danger",
  "govuk-warning-text__icon": "visually-hidden",
  "govuk-warning-text__text": "mb-0",
};

const named = (prefix, own) => Object.fromEntries(GOVUK.map((name) => [name, own[name] ?? name.replace("govuk-", prefix)]));

const MAPS = {
  govuk: {},
  nhs: named("nhsuk-", NHS),
  bootstrap: { ...Object.fromEntries(GOVUK.map((name) => [name, ""])), ...BOOTSTRAP },
};

/** The map that is given: an object, JSON, or the name of one that is ready. */
export function mapOf(given) {
  if (typeof given !== "string") return given;
  return Object.hasOwn(MAPS, given) ? MAPS[given] : parsed(given);
}

// Makes elements of a page. What is typed or answered only ever goes in as text.

/** An element. Properties are attributes; one that begins with "on" is a listener; false and null are left out. */
export function make(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.replace(/^on/, ""), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...contents(children));
  return element;
}

export function contents(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false && child !== "");
}

const HEADING_SIZES = { 1: "l", 2: "m", 3: "s" };
let levelsAbove = 0;

/** Headings made by `build` stand this many levels lower: a part of somebody else's page does not begin with an h1. */
export function under(levels, build) {
  const before = levelsAbove;
  levelsAbove = levels;
  try {
    return build();
  } finally {
    levelsAbove = before;
  }
}

/** A heading; the first of a page can be given the focus. */
export function heading(level, ...children) {
  const shown = Math.min(level + levelsAbove, 6);
  return make(`h${shown}`, { class: `govuk-heading-${HEADING_SIZES[shown] ?? "s"}`, tabindex: shown === 1 && "-1" }, ...children);
}

export function paragraph(...children) {
  return make("p", { class: "govuk-body" }, ...children);
}

export function tag(text, colour = "grey") {
  return make("strong", { class: `govuk-tag govuk-tag--${colour}` }, text);
}

export function button(text, onclick, { secondary = true, ...properties } = {}) {
  const look = secondary ? "govuk-button govuk-button--secondary" : "govuk-button";
  return make("button", { type: "button", class: look, onclick, ...properties }, text);
}

/** A button that looks like a link; `about` says to those who do not see the page what it is for. */
export function linkButton(words, about, onclick) {
  return make("button", { type: "button", class: "link-button", onclick }, words, make("span", { class: "govuk-visually-hidden" }, ` ${about}`));
}

export function bullets(items) {
  return make("ul", { class: "govuk-list govuk-list--bullet" }, items.map((item) => make("li", null, item)));
}

/** A part that opens on demand. */
export function details(summary, ...children) {
  return make(
    "details",
    { class: "govuk-details" },
    make("summary", { class: "govuk-details__summary" }, make("span", { class: "govuk-details__summary-text" }, summary)),
    make("div", { class: "govuk-details__text" }, ...children),
  );
}

/** What can be entered where it stands: opened on demand, and no part of what is handed on. */
export function inPlace(summary, ...children) {
  const element = details(summary, ...children);
  element.classList.add("not-in-notes");
  return element;
}

/** A heading and what stands under it, or nothing where nothing does. */
export function section(title, ...children) {
  const inside = contents(children);
  return inside.length === 0 ? null : make("section", null, heading(2, title), ...inside);
}

/** A table that a narrow screen shows row by row. The roles keep it a table there. */
export function table(caption, columns, rows) {
  const cell = (content, index) =>
    index === 0
      ? make("th", { scope: "row", role: "rowheader", class: "govuk-table__header" }, content)
      : make("td", { role: "cell", class: "govuk-table__cell", "data-column": columns[index] }, content);
  return make(
    "table",
    { class: "govuk-table stacked", role: "table" },
    make("caption", { class: "govuk-table__caption govuk-table__caption--s" }, caption),
    make(
      "thead",
      { role: "rowgroup" },
      make("tr", { role: "row" }, columns.map((column) => make("th", { scope: "col", role: "columnheader", class: "govuk-table__header" }, column))),
    ),
    make("tbody", { role: "rowgroup" }, rows.map((row) => make("tr", { role: "row", class: "govuk-table__row" }, row.map(cell)))),
  );
}

/** Names and values, line by line; a row may end in a link-like button. */
export function summaryList(rows) {
  return make(
    "dl",
    { class: "govuk-summary-list" },
    rows.map(([key, value, action]) =>
      make(
        "div",
        { class: "govuk-summary-list__row" },
        make("dt", { class: "govuk-summary-list__key" }, key),
        make("dd", { class: "govuk-summary-list__value" }, value),
        action && make("dd", { class: "govuk-summary-list__actions not-in-notes" }, action),
      ),
    ),
  );
}

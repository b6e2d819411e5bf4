// A reporter of Node's tests: with what of the package each host of a run was tried, as a table. A test that failed or was not run shows nothing.

const PARTS = ["functions", "elements", "form value", "server rendering"];
const [FUNCTIONS, ELEMENTS, VALUE, SERVER] = PARTS;
const FORM = [FUNCTIONS, ELEMENTS, VALUE];
const SHOWN = "yes";
const FAILED = "FAILED";
const NOT_RUN = "not run";

/** With what the tests of a host, whose names begin with its own, try it. */
export const TRIED = {
  "node-esm": [FUNCTIONS],
  "node-commonjs": [FUNCTIONS],
  typescript: [FUNCTIONS],
  deno: [FUNCTIONS],
  bun: [FUNCTIONS],
  workerd: [FUNCTIONS],
  jest: [FUNCTIONS],
  vitest: [FUNCTIONS],
  "many-cases": [FUNCTIONS],
  streams: [FUNCTIONS],
  "open-cases": [FUNCTIONS],
  "plain-page": [FUNCTIONS],
  "web-page": [FUNCTIONS],
  "script-page": [FUNCTIONS],
  "asked-page": [FUNCTIONS],
  "module-worker": [FUNCTIONS],
  comlink: [FUNCTIONS],
  "service-worker": [FUNCTIONS],
  vite: [FUNCTIONS],
  webpack: [FUNCTIONS],
  esbuild: [FUNCTIONS],
  rollup: FORM,
  rspack: FORM,
  parcel: FORM,
  "react-rjsf": [FUNCTIONS],
  surveyjs: [FUNCTIONS],
  formio: [FUNCTIONS],
  "json-forms": [FUNCTIONS],
  "form-builders": [ELEMENTS, VALUE],
  elements: [ELEMENTS, VALUE],
  "old-page": [ELEMENTS, VALUE],
  "php-page": [ELEMENTS, VALUE, SERVER],
  "localgov-drupal": [...FORM, SERVER],
  react: FORM,
  next: [...FORM, SERVER],
  vue: FORM,
  nuxt: [...FORM, SERVER],
  angular: FORM,
  svelte: FORM,
  sveltekit: [...FORM, SERVER],
  astro: [...FORM, SERVER],
  preact: FORM,
  lit: FORM,
  storybook: FORM,
};

export default async function* table(events) {
  const results = [];
  for await (const { type, data } of events) {
    if (type === "test:pass") results.push({ name: data.name, result: data.skip === undefined && data.todo === undefined ? SHOWN : NOT_RUN });
    if (type === "test:fail") results.push({ name: data.name, result: FAILED });
  }
  yield tableOf(results);
}

/** The hosts of which a run had tests, each `{ name, result }`. */
export function tableOf(results) {
  const rows = Object.entries(TRIED).flatMap(([host, tried]) => {
    const own = results.filter(({ name }) => name.startsWith(`${host}: `));
    const mark = [FAILED, NOT_RUN].find((mark) => own.some(({ result }) => result === mark)) ?? SHOWN;
    return own.length === 0 ? [] : [[host, ...PARTS.map((part) => (tried.includes(part) ? mark : "-"))]];
  });
  const lines = [["host", ...PARTS], ...rows].map(([host, ...marks]) => [host.padEnd(16), ...marks.map((mark) => mark.padEnd(SERVER.length))].join("  ").trimEnd());
  return rows.length === 0 ? "" : `\n${lines.join("\n")}\n`;
}

// A reporter of Node's tests: writes the accessibility statement from the results of the very run. A test that failed or was not run
// shows nothing.

import { ACCESSIBILITY } from "../../www-demo/app/words.js";
import { CRITERIA } from "./criteria.mjs";

const SHOWN = "Shown by tests";
const IN_PART = "Shown by tests in part";
const NOT_SHOWN = "Not shown";
const FOR_A_PERSON = "Not tested by machine";
const DOES_NOT_APPLY = "Does not apply";

/** The statement of one run, as Node's test runner tells of it. */
export default async function* statement(events) {
  const results = [];
  for await (const { type, data } of events) {
    if (type === "test:pass") results.push({ name: data.name, passed: data.skip === undefined && data.todo === undefined });
    if (type === "test:fail") results.push({ name: data.name, passed: false });
  }
  yield statementOf(results, new Date());
}

/** What the tests of a run, each `{ name, passed }`, say of a criterion. */
export function resultOf({ tests = [], judge, absent }, results) {
  if (absent) return { result: DOES_NOT_APPLY, why: absent };
  const unproven = tests.filter((test) => !isProven(test, results));
  if (unproven.length > 0) return { result: NOT_SHOWN, why: `This test failed or was not run: ${unproven.join("; ")}` };
  const toJudge = judge && `A person must judge ${judge}.`;
  if (tests.length === 0) return { result: FOR_A_PERSON, why: toJudge };
  return { result: judge ? IN_PART : SHOWN, why: [tests.join("; "), toJudge].filter(Boolean).join(". ") };
}

function isProven(test, results) {
  const found = results.filter(({ name }) => name.startsWith(test));
  return found.length > 0 && found.every(({ passed }) => passed);
}

export function statementOf(results, day) {
  const rows = CRITERIA.map((criterion) => ({ ...criterion, ...resultOf(criterion, results) }));
  const on = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return page(`
<h1>Accessibility statement for Safeguarding rules</h1>
<p>This statement is about the page “Safeguarding rules” as [name of your organisation] offers it at [address]. Put in what stands in square brackets before you publish it.</p>
<p>We want as many people as possible to be able to use this page. You should be able to:</p>
${list(ACCESSIBILITY.canDoItems)}
<h2>How accessible this page is</h2>
<p>We know of these limits:</p>
${list(ACCESSIBILITY.gapItems)}
<h2>Feedback and contact</h2>
<p>If you need what stands here in another form, tell [name, email, telephone]. We answer within [number] working days.</p>
<h2>Reporting a problem</h2>
<p>If you find a problem that is not named here, tell [name, email, telephone]. Write nothing about a child.</p>
<h2>Enforcement</h2>
<p>The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not content with our answer to a complaint, turn to the Equality Advisory and Support Service (EASS).</p>
<h2>Technical information</h2>
<p>[Name of your organisation] is committed to making this page accessible, as the regulations above require.</p>
<h3>Compliance status</h3>
${compliance(rows)}
<h3>Results for each criterion</h3>
<p>Tests in the browser Chromium gave these results on ${on}. The names of tests stand as they are in the page's source.</p>
<table>
<thead><tr><th scope="col">Criterion</th><th scope="col">Level</th><th scope="col">Result</th><th scope="col">Why</th></tr></thead>
<tbody>
${rows.map(({ number, name, level, result, why }) => `<tr><th scope="row">${number} ${text(name)}</th><td>${level}</td><td>${result}</td><td>${text(why)}</td></tr>`).join("\n")}
</tbody>
</table>
<h2>Preparation of this statement</h2>
<p>This statement was written on ${on} from the results of the page's own tests. No person has audited the page. [Say here when your own check was made, and by whom.]</p>`);
}

function compliance(rows) {
  const failed = rows.filter(({ result }) => result === NOT_SHOWN);
  const toJudge = rows.filter(({ judge, absent }) => judge && !absent).length;
  if (failed.length === 0) {
    return `<p>The page is built to meet the ${ACCESSIBILITY.standard}. Its tests found no failure. ${toJudge} criteria need the judgement of a person. Until somebody has judged them, say: this page is partially compliant.</p>`;
  }
  return `<p>This page is partially compliant with the ${ACCESSIBILITY.standard}. It was not shown that it meets:</p>\n${list(failed.map(({ number, name }) => `${number} ${name}`))}`;
}

function list(items) {
  return `<ul>\n${items.map((item) => `<li>${text(item)}</li>`).join("\n")}\n</ul>`;
}

function text(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function page(body) {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Accessibility statement for Safeguarding rules</title>
<style>body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 Arial,sans-serif}table{border-collapse:collapse}th,td{padding:.4rem;border:1px solid #8aa3ae;text-align:left;vertical-align:top;overflow-wrap:anywhere}</style>
</head>
<body>
<main>${body}
</main>
</body>
</html>
`;
}

// The figures as a table in Markdown.

const KB = 1024;

/** A number in three digits or so. */
function digits(number) {
  if (number >= 100) return Math.round(number).toLocaleString("en-GB");
  return number.toFixed(number >= 10 ? 1 : 2);
}

const kilobytes = (bytes) => `${(bytes / KB).toLocaleString("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} KB`;
const time = (microseconds) => (microseconds >= 10_000 ? `${digits(microseconds / 1000)} ms` : `${digits(microseconds)} µs`);
const measured = ({ median, least }) => `${time(median)} (least ${time(least)})`;
const times = (ratio) => `${digits(ratio)} ×`;

function answers(questions) {
  return Object.entries(questions).map(([name, { bytes, ours, floor, ratio }]) => [
    `\`${name}\`, answer of ${kilobytes(bytes)}`, measured(ours), `${times(ratio)} its JSON, ${time(floor.median)}`,
  ]);
}

function peers({ agreed, ours, engines }) {
  const rows = Object.entries(engines).map(([name, engine]) => [`the bare decision: ${name}`, measured(engine), `ours in full is ${times(engine.ratio)}`]);
  return [[`\`classifyConcern\` in full, the ${agreed.toLocaleString("en-GB")} cases on which all agree`, measured(ours), ""], ...rows];
}

function batches({ cases, objects, columns, dashboard }) {
  const number = cases.toLocaleString("en-GB");
  const each = ({ median }) => `${(1 / median).toFixed(median < 1 ? 1 : 4)} million a second`;
  const rows = (name, { ours, others }) => [
    [`${number} cases as ${name}`, each(ours), ""],
    ...Object.entries(others).map(([other, found]) => [`the same: ${other}`, each(found), `ours is ${times(found.ratio)} as quick`]),
  ];
  const answers = [`${dashboard.cases} full answers, ${kilobytes(dashboard.bytes)}`, measured(dashboard.ours), `${times(dashboard.ratio)} reading their JSON twice`];
  return [...rows("objects, `timeMany`", objects), ...rows("columns, `timeColumns`", columns), answers];
}

function refused(refusals) {
  const told = ({ ended, refused, of, well }) => (ended ? "the process ended" : `${refused} of ${of}${well ? "" : ", and decides wrongly afterwards"}`);
  return Object.entries(refusals).map(([name, found]) => [`wrong input refused: ${name}`, told(found), ""]);
}

function grown(growth) {
  return Object.entries(growth).map(([name, points]) => {
    const [first, last] = [points[0], points.at(-1)];
    return [`an answer with ${first.count} and ${last.count} ${name}`, `${time(first.median)} and ${time(last.median)}`, times(last.median / first.median)];
  });
}

function streams([first, ...others]) {
  const held = ({ wasm }) => `, ${kilobytes(wasm)} of wasm`;
  const row = (found) => [`a meeting of a stream of ${found.count.toLocaleString("en-GB")}`, `${time(found.median)}${held(found)}`, found === first ? "" : times(found.median / first.median)];
  return [first, ...others].map(row);
}

function starts(start) {
  const part = ({ cpu }) => `${digits(cpu.median)} ms`;
  return Object.entries(start).map(([condition, parts]) => [
    `\`${condition}\` in Node, and the first answer`,
    `${part(parts.import)} and ${part(parts.firstAnswer)}`,
    `together ${part(parts.both)} (least ${digits(parts.both.cpu.least)} ms)`,
  ]);
}

const sizes = (loaded) => Object.entries(loaded).map(([name, { raw, brotli }]) => [name, `${kilobytes(brotli)} brotli, ${kilobytes(raw)} raw`, ""]);

function memories({ calls, start, end, instances }) {
  const fresh = instances > 0 ? `, ${instances} fresh instances` : "";
  return [[`memory of the wasm after ${calls.toLocaleString("en-GB")} calls${fresh}`, kilobytes(end), `${times(end / start)} the ${kilobytes(start)} before`]];
}

/** The whole table, with what it was measured on below it. */
export function table({ package: { version }, machine, date, questions, decision, many, refusals, growth, streamed, start, loaded, memory }) {
  const rows = [...answers(questions), ...peers(decision), ...batches(many), ...refused(refusals), ...grown(growth), ...streams(streamed), ...starts(start), ...sizes(loaded), ...memories(memory)];
  return [
    "| figure | measured | ratio |",
    "|---|---|---|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
    `Version ${version} on ${date.slice(0, 10)}, Node ${machine.node}, ${machine.cores} × ${machine.cpu}. Times are CPU time, the median of several repetitions that take turns in one process; made with \`cargo xtask bench\`.`,
    "",
  ].join("\n");
}

// Where the rules of a pack stand in its text.

const [TABLE, ID] = [/^\s*\[+\s*([\w-]+)/, /^\s*id\s*=\s*["']([^"']+)["']/];

/** Each rule with its table, its id, and its first and last line, counted from 1. */
export function rulesIn(text) {
  const rules = [];
  let open = { lines: [] };
  for (const [index, line] of text.split("\n").entries()) {
    const [, table] = TABLE.exec(line) ?? [];
    if (table) open = { table, lines: [] };
    if (line.trim() !== "" && !line.startsWith("#")) open.lines.push(index + 1);
    const [, id] = ID.exec(line) ?? [];
    if (id && !open.id) rules.push(Object.assign(open, { id }));
  }
  return rules.map(({ table, id, lines }) => ({ table, id, from: lines[0], to: lines.at(-1) }));
}

// Values at a path inside facts, such as "concerns.seriousRisk".

export function at(facts, path) {
  return path.split(".").reduce((inside, name) => inside?.[name], facts);
}

/** Puts a value into an object of our own. */
export function put(facts, path, value) {
  const [first, ...rest] = path.split(".");
  if (rest.length === 0) facts[first] = value;
  else put((facts[first] ??= {}), rest.join("."), value);
}

/** A portal's facts with more beside them, as a new object. What is no plain data stays as it is, for the library to refuse. */
export function withMore(facts, more) {
  if (facts === undefined || facts === null) return more;
  if (typeof facts !== "object" || Array.isArray(facts)) return facts;
  const all = Object.create(Object.getPrototypeOf(facts), Object.getOwnPropertyDescriptors(facts));
  for (const [name, value] of Object.entries(more)) {
    const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
    const given = isGroup ? withMore(all[name], value) : value;
    Object.defineProperty(all, name, { value: given, enumerable: true, configurable: true, writable: true });
  }
  return all;
}

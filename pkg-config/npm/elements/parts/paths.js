// Values at a path inside facts, such as "concerns.seriousRisk".

/** What stands at a path. What an object inherits is no fact. */
export function at(facts, path) {
  return path.split(".").reduce((inside, name) => (isOwn(inside, name) ? inside[name] : undefined), facts);
}

/** Puts a value at a path into an object of our own; undefined takes it away. A path from a pack reaches nothing but that object. */
export function put(facts, path, value) {
  const names = path.split(".");
  const last = names.pop();
  let inside = facts;
  for (const name of names) {
    if (!isGroup(isOwn(inside, name) ? inside[name] : undefined)) write(inside, name, {});
    inside = inside[name];
  }
  if (value === undefined) delete inside[last];
  else write(inside, last, value);
}

function isOwn(inside, name) {
  return inside !== undefined && inside !== null && Object.hasOwn(inside, name);
}

function isGroup(value) {
  return typeof value === "object" && value !== null;
}

function write(inside, name, value) {
  Object.defineProperty(inside, name, { value, enumerable: true, configurable: true, writable: true });
}

/** A portal's facts with more beside them, as a new object. What is no plain data stays as it is, for the library to refuse. */
export function withMore(facts, more) {
  if (facts === undefined || facts === null) return more;
  if (typeof facts !== "object" || Array.isArray(facts)) return facts;
  const all = Object.create(Object.getPrototypeOf(facts), Object.getOwnPropertyDescriptors(facts));
  for (const [name, value] of Object.entries(more)) {
    const given = isGroup(value) && !Array.isArray(value) ? withMore(isOwn(all, name) ? all[name] : undefined, value) : value;
    write(all, name, given);
  }
  return all;
}

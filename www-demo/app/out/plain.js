// What a value out of a file may be at all, whatever it is of: of bounded size and depth, with no name that every
// object has.

const DEEPEST = 32;
const MOST_ENTRIES = 20_000;
/** The longest text that the library takes. */
export const LONGEST_TEXT = 10_000;
const OF_EVERY_OBJECT = ["constructor", "prototype", ...Object.getOwnPropertyNames(Object.prototype)];

export function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Is it of bounded size, and is nothing named as what every object has? No text in it is longer than `longest`. */
export function isPlain(whole, longest = LONGEST_TEXT) {
  let entries = 0;
  const isKept = (value, depth) => {
    if (typeof value === "string") return value.length <= longest;
    if (typeof value !== "object" || value === null) return true;
    const inside = Object.entries(value);
    entries += inside.length;
    return (
      depth < DEEPEST &&
      entries <= MOST_ENTRIES &&
      inside.every(([name, one]) => !OF_EVERY_OBJECT.includes(name) && isKept(one, depth + 1))
    );
  };
  return isKept(whole, 0);
}

/** Is nothing in it further inside than anything that is read here? */
export function isShallow(value, deepest = 2 * DEEPEST) {
  return (
    typeof value !== "object" ||
    value === null ||
    (deepest > 0 && Object.values(value).every((inside) => isShallow(inside, deepest - 1)))
  );
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Is it one line of a fitting length, without a sign that is not seen? */
export function isLine(value, longest) {
  return typeof value === "string" && value.trim() !== "" && value.length <= longest && !UNSEEN.test(value);
}

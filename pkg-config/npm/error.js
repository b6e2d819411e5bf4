import { VERSION } from "../glue/version.js";

// Each entry of the package has this class inside it: what one of them throws is an error of the others of its version too.
const BRAND = Symbol.for(`safeguarding-rules@${VERSION}/SafeguardingError`);

export class SafeguardingError extends Error {
  static [Symbol.hasInstance](value) {
    if (this !== SafeguardingError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && value[BRAND] === true;
  }

  constructor(code, path, message, options) {
    super(message, options);
    this.code = code;
    this.path = path;
  }
}
Object.defineProperty(SafeguardingError.prototype, BRAND, { value: true });
// On the prototype, where Error keeps its own, so that it does not print as a field.
Object.defineProperty(SafeguardingError.prototype, "name", {
  value: "SafeguardingError",
  configurable: true,
  writable: true,
});

export function refuse(code, path, message) {
  throw new SafeguardingError(code, path, message);
}

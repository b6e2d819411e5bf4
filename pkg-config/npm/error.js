export class SafeguardingError extends Error {
  constructor(code, path, message, options) {
    super(message, options);
    this.code = code;
    this.path = path;
  }
}
// On the prototype, where Error keeps its own, so that it does not print as a field.
Object.defineProperty(SafeguardingError.prototype, "name", {
  value: "SafeguardingError",
  configurable: true,
  writable: true,
});

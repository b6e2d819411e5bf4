export * from "./elements.js";

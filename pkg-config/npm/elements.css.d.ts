// A stylesheet is imported for its effect, and gives nothing.
export {};

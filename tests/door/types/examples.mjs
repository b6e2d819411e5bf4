// The examples in the comments of the types, to be run and to be compiled.

/** Each function's example. */
export function examplesIn(declarations) {
  const examples = [...declarations.matchAll(/@example (.*)\n \*\/\nexport function (\w+)/g)];
  return examples.map(([, example, name]) => ({ name, example }));
}

// A picture of what JavaScript itself brings, by which any change to it shows.

import { runInNewContext } from "node:vm";

const BUILT_IN = runInNewContext("Object.getOwnPropertyNames(globalThis)");

/** Every object that can be reached from the built-in globals, with its fields as they are now. */
export function pictureOf(global) {
  const picture = new Map();
  const draw = (value) => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || value === global || picture.has(value)) return;
    const fields = Object.getOwnPropertyDescriptors(value);
    picture.set(value, fields);
    draw(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(fields)) for (const part of ["value", "get", "set"]) draw(fields[key][part]);
  };
  for (const name of BUILT_IN) draw(Object.getOwnPropertyDescriptor(global, name)?.value);
  return picture;
}

/** The fields of one picture that another has not, or has otherwise. */
export function changesBetween(before, after) {
  return [...before].flatMap(([object, fields]) => {
    const now = after.get(object) ?? {};
    const keys = new Set([...Reflect.ownKeys(fields), ...Reflect.ownKeys(now)]);
    return [...keys].filter((key) => !isSame(fields[key], now[key])).map((key) => `${object.constructor?.name}: ${String(key)}`);
  });
}

function isSame(one, other) {
  return one !== undefined && other !== undefined && Reflect.ownKeys(one).every((part) => Object.is(one[part], other[part]));
}

// Elements with what stands in them.

export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const one = (selector) => document.querySelector(selector);

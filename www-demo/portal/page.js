// What this page adds to the form: Copy beside each piece of code, and what a server would get.

const form = document.querySelector("#form");
const posted = document.querySelector("#posted");
const template = document.querySelector("#copy");

for (const figure of document.querySelectorAll(".code")) {
  const parts = template.content.cloneNode(true);
  const [button, status] = parts.children;
  const caption = figure.querySelector("figcaption");
  button.firstElementChild.textContent = caption.textContent;
  button.addEventListener("click", () => copy(figure.querySelector("code"), status));
  caption.append(parts);
}

/** Where the clipboard is refused, the code is selected to be copied by hand. */
async function copy(code, status) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = template.dataset.copied;
  } catch {
    getSelection().selectAllChildren(code);
    status.textContent = template.dataset.selected;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  posted.replaceChildren(...[...new FormData(form)].map(field));
});

/** A field as it is posted; JSON is set out in lines, to be read. */
function field([name, value]) {
  const [details, summary, text] = ["details", "summary", "pre"].map((kind) => document.createElement(kind));
  summary.textContent = name;
  text.textContent = /^[[{]/.test(value) ? JSON.stringify(JSON.parse(value), null, 2) : value;
  details.append(summary, text);
  return details;
}

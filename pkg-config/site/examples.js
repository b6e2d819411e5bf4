// Runs the examples of the page where they stand: a program, and what it says below; a page of its own, in a frame. Each begins
// anew, in a frame with the package's own scripts, so that none meets what another has set.

(() => {
  const WORDS = { run: "Run", shown: "What the example shows", silent: "It ran, and shows nothing of itself." };
  const ROOT = new URL(".", document.currentScript.src).href;
  const FOLDER = "safeguarding-rules/";
  /** The package's entries, by the names under which examples import them: the script that gives each, and what it calls it. */
  const ENTRIES = {
    "safeguarding-rules": { script: `${FOLDER}script.js`, name: "safeguardingRules" },
    "./safeguarding-rules/index.js": { script: `${FOLDER}script.js`, name: "safeguardingRules" },
    "safeguarding-rules/workshop": { script: "workshop.script.js", name: "safeguardingWorkshop" },
    "safeguarding-rules/elements": { script: `${FOLDER}elements.script.js` },
    "./safeguarding-rules/elements.js": { script: `${FOLDER}elements.script.js` },
  };
  const SCRIPTS = [`${FOLDER}script.js`, `${FOLDER}elements.script.js`];
  const IMPORT = /^[ \t]*import (?:(\{[^}]*\}) from )?"([^"]+)";?$/gm;
  const REQUIRE = /\brequire\("([^"]+)"\)/g;
  /** What a page that is opened from a folder cannot do, or what waits for somebody else to call it. */
  const ELSEWHERE = /\bfetch\(|\binit\(|\bWorker\(|serviceWorker|^export |\bself\.|^self\b|^(?:test|describe)\(|^addEventListener/m;
  /** A line that is only looked at, with what it is beside it. */
  const LOOKED_AT = /^(?!(?:import|const|let|for|if|try|throw|return|function|class)\b)([\w$].*?);[ \t]+\/\/.*$/gm;
  const NAMED = /^(?:const|let) (\w+) =/gm;

  const blocks = [...document.querySelectorAll("pre > code")].map((code) => {
    // The language as it was written, and the file: what the highlighter adds is its own affair.
    const [language = ""] = code.classList;
    const file = [...code.classList].find((name) => name.includes(".")) ?? "";
    return { language: language.replace("language-", ""), file, text: code.textContent, place: code.parentElement };
  });

  for (const block of blocks) {
    if (block.language === "html") offer(pageOf(block), block.place);
    else if (block.language === "js" && !isOfAPage(block)) offer(programOf(block.text), block.place);
  }

  /** A button beneath an example, and below it what the example shows. */
  function offer(start, place) {
    if (!start) return;
    const example = document.createElement("div");
    example.className = "example";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = WORDS.run;
    const output = document.createElement("output");
    button.addEventListener("click", () => {
      output.replaceChildren();
      start(output);
    });
    example.append(button, output);
    place.after(example);
  }

  /** The entries that a program imports, or nothing where it needs what is not there. */
  function entriesOf(text) {
    const named = [...text.matchAll(IMPORT)].map(([, , name]) => name).concat([...text.matchAll(REQUIRE)].map(([, name]) => name));
    return named.every((name) => ENTRIES[name]) && !ELSEWHERE.test(text) ? [...new Set(named)].map((name) => ENTRIES[name]) : undefined;
  }

  function isOfAPage({ file }) {
    const folder = file.replace(/[^/]*$/, "");
    return file !== "" && blocks.some((other) => other.language === "html" && other.file.startsWith(folder));
  }

  /** The program as a plain script has it: what it imports, by the name that the package's script gives. */
  function plain(text) {
    const imported = text.replace(IMPORT, (_, names, from) => (names ? `const ${names.replaceAll(" as ", ": ")} = ${ENTRIES[from].name};` : ""));
    return imported.replace(REQUIRE, (_, from) => ENTRIES[from].name);
  }

  function programOf(text) {
    const entries = entriesOf(text);
    if (!entries || entries.length === 0) return undefined;
    let looked = plain(text).replace(LOOKED_AT, (_, expression) => `show(${JSON.stringify(expression)}, ${expression});`);
    // A program that only names things shows what it named.
    if (!/\bshow\(|\bconsole\.log\(/.test(looked)) looked += [...text.matchAll(NAMED)].map(([, name]) => `\nshow("${name}", ${name});`).join("");
    return (output) => {
      const frame = framed(entries.map(({ script }) => script), "");
      frame.hidden = true;
      frame.addEventListener("load", async () => {
        const lines = [];
        try {
          const Program = frame.contentWindow.eval("(async () => {}).constructor");
          const show = (expression, value) => lines.push(`${expression}\n${told(value)}`);
          await new Program("show", "console", looked)(show, { log: (...values) => lines.push(values.map(told).join(" ")) });
        } catch (error) {
          lines.push(`${error.name}: ${error.message}`);
        }
        frame.remove();
        const shown = document.createElement("pre");
        shown.textContent = lines.join("\n\n") || WORDS.silent;
        output.replaceChildren(shown);
      });
      output.append(frame);
    };
  }

  function told(value) {
    return typeof value === "string" ? value : JSON.stringify(value, null, 2) ?? String(value);
  }

  /** A page, with its programs in it. Whatever it loads that is not there, it is not run. */
  function pageOf({ text, file }) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const scripts = [...page.querySelectorAll("script")];
    const folder = file.replace(/[^/]*$/, "");
    const programs = [];
    const loaded = new Set();
    for (const script of scripts) {
      if (script.type === "importmap") return undefined;
      const source = script.getAttribute("src");
      const code = source === null ? script.textContent : blocks.find((other) => other.file === folder + source)?.text;
      const entries = code === undefined ? undefined : entriesOf(code);
      if (SCRIPTS.includes(source)) loaded.add(source);
      else if (entries) {
        programs.push(plain(code));
        entries.forEach((entry) => loaded.add(entry.script));
      } else return undefined;
      script.remove();
    }
    if (scripts.length === 0) return undefined;
    const body = page.body.innerHTML + programs.map((program) => `<script>(async () => {\n${program}\n})();</script>`).join("");
    return (output) => output.append(framed([...loaded], body));
  }

  function framed(scripts, body) {
    const frame = document.createElement("iframe");
    frame.title = WORDS.shown;
    const head = [`<base href="${ROOT}">`, ...scripts.map((script) => `<script src="${script}"></script>`)].join("");
    frame.srcdoc = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
    return frame;
  }
})();

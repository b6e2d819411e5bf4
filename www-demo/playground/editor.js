// The text of a pack. It stands in a shadow root, where CodeMirror's styles are no style element, which the page's policy forbids.

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { fromSchema } from "./completion.js";

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--quiet)" },
  { tag: [tags.propertyName, tags.labelName], color: "var(--link)" },
  { tag: tags.atom, fontWeight: "bold" },
]);

const theme = EditorView.theme({
  "&": { border: "2px solid", borderColor: "var(--line)", backgroundColor: "var(--ground)", color: "var(--ink)" },
  "&.cm-focused": { outline: "3px solid", outlineColor: "var(--link)", outlineOffset: "2px" },
  ".cm-scroller": { font: "0.9375rem/1.5 monospace", minHeight: "16rem", maxHeight: "70vh" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--quiet)", border: "0" },
  ".cm-lit": { backgroundColor: "var(--lit)", boxShadow: "inset 4px 0 var(--link)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid" },
});

const LIT = Decoration.line({ class: "cm-lit" });
const light = StateEffect.define();
/** The rules that hold in the case, from their first line to their last. */
const lit = StateField.define({
  create: () => Decoration.none,
  update(lines, { changes, effects, state }) {
    const [effect] = effects.filter((one) => one.is(light));
    if (!effect) return lines.map(changes);
    const places = effect.value.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, step) => from + step));
    return Decoration.set(places.map((line) => LIT.range(state.doc.line(line).from)), true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What is typed over a selection is written by the editor: a browser would keep its colour, as a style that is forbidden here. */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/** The editor, in `parent`: `changed` is told each new text. */
export function editorIn(parent, { text, label, changed }) {
  const root = parent.attachShadow({ mode: "open" });
  const extensions = [
    lineNumbers(), lintGutter(), history(), EditorView.lineWrapping,
    StreamLanguage.define(toml), syntaxHighlighting(colours), theme, lit, typedOver,
    autocompletion({ override: [fromSchema] }),
    keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
  ];
  const view = new EditorView({ parent: root, root, state: EditorState.create({ doc: text, extensions }) });
  return {
    text: () => view.state.doc.toString(),
    write: (whole) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: whole } }),
    goTo(number) {
      const line = view.state.doc.line(Math.min(number, view.state.doc.lines));
      const effects = EditorView.scrollIntoView(line.from, { y: "center" });
      view.dispatch({ selection: { anchor: line.from }, effects });
      view.focus();
    },
    doubt(doubts) {
      const placed = doubts.filter(({ line }) => line !== null).map((doubt) => marked(view.state.doc, doubt));
      view.dispatch(setDiagnostics(view.state, placed));
    },
    light: (rules) => view.dispatch({ effects: light.of(rules) }),
  };
}

/** A doubt under what is meant: the library draws a mark below the line, for a terminal. */
function marked(doc, { line: number, message, shown }) {
  const line = doc.line(number);
  const [, before = "", marks = " "] = /^ +\| (\s*)(\^+)/m.exec(shown) ?? [];
  const from = Math.min(line.from + before.length, line.to);
  return { from, to: Math.min(from + marks.length, line.to), severity: "error", message };
}

// Rows as a CSV file, safe to open in a spreadsheet.

import { tables } from "./tools.js";

/**
 * What a spreadsheet may take for a formula, also behind signs that it passes over, and on whatever line the cell ends.
 */
const FORMULA = /^(?:[\t\r]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

/** By this mark a spreadsheet knows the letters of the file for what they are. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows of cells under the names of their columns. A cell that a spreadsheet would take for a formula is marked as text.
 */
export async function csvOf(columns, rows) {
  const papaparse = await tables();
  return (
    BYTE_ORDER_MARK + papaparse.unparse({ fields: columns, data: rows }, { escapeFormulae: FORMULA, newline: "\r\n" })
  );
}

// Rows as a CSV file, safe to open in a spreadsheet.

import papaparse from "papaparse";

/** Rows of cells under the names of their columns. A cell that a spreadsheet would take for a formula is marked as text. */
export function csvOf(columns, rows) {
  return papaparse.unparse({ fields: columns, data: rows }, { escapeFormulae: true, newline: "\r\n" });
}

// The growth of answers as a picture: one small chart for each of what they grow with.

const [WIDTH, HEIGHT, MARGIN, COLUMNS] = [340, 220, 46, 2];
const escaped = (text) => String(text).replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

function chart({ title, points }, place) {
  const [left, top] = [(place % COLUMNS) * WIDTH, Math.floor(place / COLUMNS) * HEIGHT];
  const [most, longest] = [Math.max(...points.map(({ count }) => count)), Math.max(...points.map(({ median }) => median))];
  const x = (count) => left + MARGIN + (count / most) * (WIDTH - 2 * MARGIN);
  const y = (median) => top + HEIGHT - MARGIN - (median / longest) * (HEIGHT - 2 * MARGIN);
  const line = points.map(({ count, median }) => `${x(count).toFixed(1)},${y(median).toFixed(1)}`).join(" ");
  const dots = points.map(({ count, median }) => `<circle cx="${x(count).toFixed(1)}" cy="${y(median).toFixed(1)}" r="3"><title>${count}: ${Math.round(median)} µs</title></circle>`);
  return [
    `<text x="${left + MARGIN}" y="${top + 24}" font-weight="bold">${escaped(title)}</text>`,
    `<path d="M${x(0)} ${y(longest)}V${y(0)}H${x(most)}" fill="none" stroke="#888"/>`,
    `<polyline points="${line}" fill="none" stroke="#05a"/>`,
    ...dots,
    `<text x="${x(most)}" y="${y(0) + 18}" text-anchor="end">${most}</text>`,
    `<text x="${left + MARGIN - 4}" y="${y(longest) + 4}" text-anchor="end">${Math.round(longest)}</text>`,
  ].join("\n");
}

/** Charts below and beside each other; the times are microseconds. */
export function plot(charts) {
  const height = Math.ceil(charts.length / COLUMNS) * HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${COLUMNS * WIDTH}" height="${height}" font-family="sans-serif" font-size="11" fill="#222">\n<rect width="100%" height="100%" fill="#fff"/>\n${charts.map(chart).join("\n")}\n</svg>\n`;
}

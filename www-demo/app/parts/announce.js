// What is said aloud.

/** Says something once to those who listen to the page. */
export function announce(text) {
  document.getElementById("announcement").textContent = text;
}

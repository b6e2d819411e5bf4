// The text, kept in this tab: a reload loses nothing. It goes with the tab.

const NAME = "pack";

export function keptText() {
  try {
    return window.sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** Whether it could be kept. */
export function keepText(text) {
  try {
    window.sessionStorage.setItem(NAME, text);
    return true;
  } catch {
    return false;
  }
}

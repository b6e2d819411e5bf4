// The draft that is open in this tab: it is saved after each change, and locked when nobody is there.

import { begun, keyOf, opened, sealed } from "./vault.js";
import { ALL, DRAFTS_OF_DEVICE } from "./name.js";
import { drafts, put, remove } from "./store.js";

const DAY_IN_MS = 86_400_000;
const KEPT_FOR_DAYS = 7;
const [IDLE_MS, WARNED_BEFORE_MS, HIDDEN_MS, LOOK_AFTER_MS, TRY_AGAIN_MS] = [600_000, 30_000, 60_000, 2_000, 60_000];
const OF_SOMEBODY = ["keydown", "pointerdown", "input"];

/**
 * A session over the case: `host` gives what is entered (`content()`) and the text to keep of it (`text()`), takes up
 * what is still being typed (`takeTyped()`), and is told what becomes of the draft: `saved()`, `notSaved()`,
 * `elsewhere()` where another tab has it, `warn(isNear)` before it locks, `notLocked()` where what was entered would be
 * lost by it, and `locked()`.
 */
export function sessionOf(host) {
  let open = null;
  let [usedAt, hiddenSince, isWarned] = [Date.now(), null, false];
  let saving = Promise.resolve();

  /**
   * Only one tab writes a draft: for as long as it holds the draft's lock. Gives how it is let go, or null where
   * another has it.
   */
  function held(id) {
    if (!navigator.locks) return () => {};
    return new Promise((told) => {
      navigator.locks
        .request(`draft:${id}`, { ifAvailable: true }, (lock) => lock && new Promise((release) => told(release)))
        .then(() => told(null));
    });
  }

  async function write() {
    const mine = open;
    const content = host.content();
    if (content === mine.content) return;
    try {
      await put(await sealed(mine.key, mine.draft, await host.text(), Date.now() + KEPT_FOR_DAYS * DAY_IN_MS));
      mine.content = content;
      mine.keptOpenAt = null;
      host.saved();
    } catch {
      // Where it was kept open, that says so already.
      if (!mine.keptOpenAt) host.notSaved();
    }
  }

  function save() {
    if (!open || open.isReadOnly) return saving;
    saving = saving.then(() => open && write());
    return saving;
  }

  function begin(draft, key, release) {
    open = { draft, key, release, content: null, isReadOnly: release === null, keptOpenAt: null };
    usedAt = Date.now();
  }

  function leave() {
    open?.release?.();
    open = null;
  }

  /** A draft that another tab writes loses nothing here: that it keeps nothing was said. */
  function losesNothing() {
    return open.isReadOnly || open.content === host.content();
  }

  /**
   * What could not be saved would be lost with the page: then it stays open and says so, unless somebody wants it
   * `anyway`.
   */
  async function lock({ anyway = false } = {}) {
    host.takeTyped();
    await save();
    if (!open) return;
    if (!anyway && !losesNothing()) return keepOpen();
    leave();
    host.locked();
  }

  function keepOpen() {
    if (!open.keptOpenAt) host.notLocked();
    open.keptOpenAt = Date.now();
    host.warn((isWarned = false));
  }

  /** Another tab has deleted drafts: what is open here is not written back. */
  function forgotten({ data: id }) {
    if (!open || (id !== ALL && id !== open.draft.id)) return;
    leave();
    host.locked();
  }

  function look() {
    if (!open) return;
    const idle = Date.now() - usedAt;
    const isLeft = idle >= IDLE_MS || (hiddenSince !== null && Date.now() - hiddenSince >= HIDDEN_MS);
    if (isLeft) return isTriedLately() ? undefined : lock();
    const isNear = idle >= IDLE_MS - WARNED_BEFORE_MS;
    if (isNear !== isWarned) host.warn((isWarned = isNear));
  }

  function isTriedLately() {
    return open.keptOpenAt !== null && Date.now() - open.keptOpenAt < TRY_AGAIN_MS;
  }

  for (const event of OF_SOMEBODY) document.addEventListener(event, () => (usedAt = Date.now()), { capture: true });
  document.addEventListener("change", save);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      host.takeTyped();
      save();
    } else look();
    hiddenSince = document.hidden ? Date.now() : null;
  });
  setInterval(look, LOOK_AFTER_MS);
  new BroadcastChannel(DRAFTS_OF_DEVICE).onmessage = forgotten;

  return {
    isOpen: () => open !== null,
    isReadOnly: () => open?.isReadOnly ?? false,
    lock,
    leave,
    /** Keeps the case as a new draft, and tells whether the device took it. */
    async keep(passphrase) {
      const draft = begun();
      begin(draft, await keyOf(draft, passphrase), await held(draft.id));
      await save();
      if (open.content !== null) return true;
      leave();
      return false;
    },
    /** The text of a draft, which is open from then on; null where the passphrase does not open it. */
    async unlock(id, passphrase) {
      const draft = (await drafts()).find((one) => one.id === id);
      const key = draft && (await keyOf(draft, passphrase));
      const text = key && (await opened(key, draft));
      if (text) begin(draft, key, await held(id));
      return text ?? null;
    },
    /** The text of the draft that was opened stands in the page. */
    opened: () => (open.isReadOnly ? host.elsewhere() : save()),
    /** Removes the draft that is open: what was entered stays in the page. */
    async discard() {
      const { draft } = open;
      leave();
      await saving;
      await remove(draft.id);
    },
  };
}

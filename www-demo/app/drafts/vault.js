// A draft as the device keeps it: encrypted under a passphrase that is kept nowhere. Nobody opens it without.

import { argon2id } from "hash-wasm";

/** What is written is of this form; a later one is told apart by it. */
const VERSION = 1;
/** 46 MB for each guess: what OWASP asks of Argon2id with one pass. */
const KDF = { name: "argon2id", memorySize: 47_104, iterations: 1, parallelism: 1 };
const [SALT_BYTES, IV_BYTES, KEY_BYTES] = [16, 12, 32];

/** What a new draft begins with; `salt` goes into its key. */
export function begun() {
  return { id: crypto.randomUUID(), v: VERSION, kdf: KDF, salt: randomBytes(SALT_BYTES) };
}

/** The key of a draft, which no script can read again; null for a draft of another form. */
export async function keyOf({ v, kdf, salt }, passphrase) {
  if (v !== VERSION || JSON.stringify(kdf) !== JSON.stringify(KDF)) return null;
  const { name, ...cost } = KDF;
  const bytes = await argon2id({
    password: passphrase.normalize("NFC"),
    salt,
    ...cost,
    hashLength: KEY_BYTES,
    outputType: "binary",
  });
  return crypto.subtle.importKey("raw", /** @type {Uint8Array<ArrayBuffer>} */ (bytes), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
}

/** The draft with a text in it, under an initialisation vector of its own each time. */
export async function sealed(key, { id, v, kdf, salt }, text, expires) {
  const iv = randomBytes(IV_BYTES);
  const ct = await crypto.subtle.encrypt(cipher({ id, v, iv }), key, new TextEncoder().encode(text));
  return { id, v, kdf, salt, iv, ct, expires };
}

/** The text of a draft; null where the key is another's, or anything of the draft was changed. */
export async function opened(key, draft) {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(cipher(draft), key, draft.ct));
  } catch {
    return null;
  }
}

function cipher({ id, v, iv }) {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(`${id} ${v}`) };
}

function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

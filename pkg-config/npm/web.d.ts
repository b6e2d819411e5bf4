import type { BuiltInArea } from "./index.js";

export * from "./index.js";

/** Where a file is: an address, a response or its bytes. */
export type FileSource = string | URL | Request | Response | BufferSource;

/** Where the compiled rules are: a file, or their compiled module. */
export type Source = FileSource | WebAssembly.Module;

/** Which packs are loaded: those of some areas, or those that you give. Without either, all that are in the package. */
export interface InitOptions {
  /** The areas that are asked about. The packs that answer there are loaded, and those that belong to every record of sharing. */
  readonly areas?: readonly BuiltInArea[] | null;
  /** Is the national layer asked too? Without `areas` it is there in any case. */
  readonly national?: boolean | null;
  /** The sealed packs themselves, in the order in which they are loaded: first those that others stand on. */
  readonly packs?: readonly (FileSource | PromiseLike<FileSource>)[] | null;
}

/**
 * Loads the rules and their packs, once. Await it before the first question; to await it again give the same options, or none.
 * Without `source`, the files beside this module.
 * @throws {SafeguardingError} "internal" where they cannot be loaded; "bad-pack" and others, at `packs`, where a pack of yours is refused; "bad-input", "bad-word", "scope", "unknown-field" or "unreadable" where the options are wrong or others than before.
 * @example await init(undefined, { areas: ["county-durham"] });
 */
export function init(source?: Source | PromiseLike<Source> | null, options?: InitOptions | null): Promise<void>;

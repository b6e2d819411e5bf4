// What the page's browser is told to forbid: by headers where there is a server, and by the single file to itself.

const COMMON = [
  "style-src 'self'", "img-src data:", "manifest-src 'self'", "worker-src 'self'",
  "connect-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", "trusted-types sg-sw",
];

const ONLY_BY_HEADER = /^frame-ancestors /;
const NOT_FROM_A_FILE = /^(manifest|worker)-src /;

const DIRECTIVES = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", ...COMMON];

/** The content security policy of the page. */
export const PAGE_POLICY = DIRECTIVES.join("; ");

/** The same inside the page, for a server that sends no headers: all that a page can say by itself. */
export const POLICY_IN_PAGE = DIRECTIVES.filter((directive) => !ONLY_BY_HEADER.test(directive)).join("; ");

// The service worker fetches the page's own files anew, and nothing else.
const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

const HEADERS = {
  "Content-Security-Policy": PAGE_POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-cache",
};

/** What each kind of file is called to a browser. */
export const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The headers of one of the page's files. */
export function headersOf(path) {
  return path.endsWith("/sw.js") ? { ...HEADERS, "Content-Security-Policy": WORKER_POLICY } : HEADERS;
}

/** The policy of the page as one single file: as strict, and with the hashes of the script and the style it holds. */
export function policyOfSingleFile(scriptHash, styleHash) {
  const kept = COMMON.filter((directive) => !ONLY_BY_HEADER.test(directive) && !NOT_FROM_A_FILE.test(directive));
  const own = kept.map((directive) => (directive.startsWith("style-src ") ? `style-src '${styleHash}'` : directive));
  return ["default-src 'none'", `script-src '${scriptHash}' 'wasm-unsafe-eval'`, ...own].join("; ");
}

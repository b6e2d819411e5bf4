// As small as brotli makes it: what a server sends that compresses beforehand.

import { brotliCompressSync, constants } from "node:zlib";

export function brotli(content) {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}

// The packages that the tests use are those of pkg-config/.

import { createRequire } from "node:module";

export const tool = createRequire(new URL("../../pkg-config/package.json", import.meta.url));

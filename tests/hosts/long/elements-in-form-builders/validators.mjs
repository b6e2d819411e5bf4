// Made before the build, so that the page makes no code from text and needs no 'unsafe-eval'.

import compileSchemaValidators from "@rjsf/validator-ajv8/compileSchemaValidators";
import { schema } from "./schema.js";

compileSchemaValidators(schema, "validators.cjs");

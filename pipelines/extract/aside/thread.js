// The thread that scans runs from source, as trama.js does; required, not imported, so that it starts without loader threads.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
createRequire(import.meta.url)("./thread.ts");

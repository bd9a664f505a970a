import type { Format } from "../step.ts";
/** What a file is by its bytes; its name is not asked. */
export declare function formatOf(bytes: Buffer): Format;

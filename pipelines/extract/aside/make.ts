import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/**
 * thread.js: the thread that scans with all of its modules in one file of JavaScript, which needs nothing else and starts at once
 * ([why](../../../docs/decisions/0030-thread-in-one-file.md)).
 */
export function threadFile(): string {
  const made = buildSync({
    entryPoints: [fileURLToPath(new URL("./thread.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "esm",
    minifyWhitespace: true,
    banner: { js: "// Made from thread.ts by `npm run generate`; do not edit by hand." },
  });
  return (made.outputFiles[0] as { text: string }).text;
}

import { readFile } from "node:fs/promises";

/** The hashed files of a build; all empty where there is none, and the pages then go without scripts. */
export interface BuiltAssets {
  readonly early: string | null;
  readonly main: string | null;
  readonly styles: readonly string[];
  /** Every file of the build. */
  readonly files: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

let assets: Promise<BuiltAssets> | undefined;

/** Reads which files the last build made, once. */
export function readAssets(): Promise<BuiltAssets> {
  assets ??= read(new URL("../dist/.vite/manifest.json", import.meta.url));
  return assets;
}

async function read(manifest: URL): Promise<BuiltAssets> {
  const text = await readFile(manifest, "utf8").catch(() => null);
  if (text === null) return { early: null, main: null, styles: [], files: [] };
  const entries = JSON.parse(text) as Record<string, ManifestEntry | undefined>;
  const address = (file: string | undefined) => (file ? `/${file}` : null);
  // The entry only passes on to the file that holds everything it needs, which is asked for directly.
  const entry = entries["main.tsx"];
  const passedOn = entry?.imports?.length === 1 ? entries[entry.imports[0]!] : undefined;
  const main = passedOn ?? entry;
  return {
    early: address(entries["theme.ts"]?.file),
    main: address(main?.file),
    styles: (main?.css ?? []).map((file) => `/${file}`),
    files: [...new Set(Object.values(entries).flatMap((entry) => [entry?.file, ...(entry?.css ?? [])]))].flatMap(
      (file) => (file?.startsWith("assets/") ? [`/${file}`] : []),
    ),
  };
}

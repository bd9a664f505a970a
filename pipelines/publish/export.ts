import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { HomeTrouble } from "../home.ts";
import { hashFile } from "../receive/durable.ts";
import { type WrittenPackage, writePackage } from "./package/write-package.ts";
import { currentRelease, readManifest } from "./releases.ts";

export const exportKinds = ["datapackage", "parquet"] as const;
/** What `trama export` writes. */
export type ExportKind = (typeof exportKinds)[number];

export interface ExportOptions {
  /** A release that is kept; left out, the current one. */
  readonly release?: number | undefined;
  readonly progress?: (step: string) => void;
}

/** Writes an output of a release into an empty folder, from its public file and nothing else. */
export async function exportRelease(
  releases: string,
  what: ExportKind,
  out: string,
  { release: asked, progress }: ExportOptions = {},
): Promise<WrittenPackage & { readonly release: number }> {
  const release = asked ?? (await currentRelease(releases));
  if (release === undefined)
    throw new HomeTrouble("No release is there to export. Publish one with trama publish, or name one with --release.");
  const manifest = await readManifest(releases, release).catch(() => {
    throw new HomeTrouble(`Release ${release} is not kept here. See trama releases.`);
  });
  if ((await readdir(out).catch(() => [])).length > 0)
    throw new HomeTrouble(`${out} holds files already. Name an empty folder, or one that is not there yet.`);
  const source = join(releases, String(release), "public.duckdb");
  if ((await hashFile(source)).sha256 !== manifest.files["public.duckdb"]?.sha256)
    throw new HomeTrouble(`${source} is not as it was published. Find what differs with trama verify.`);
  const written = await writePackage(source, manifest, out, {
    formats: what === "parquet" ? ["parquet"] : ["csv", "parquet", "arrow"],
    progress,
  });
  return { release, ...written };
}

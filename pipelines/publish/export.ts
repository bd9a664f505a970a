import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "@trama/data/schema";
import { HomeTrouble } from "../home.ts";
import { hashFile } from "../receive/durable.ts";
import { type IatiOptions, type WrittenIati, writeIati } from "./iati/write-iati.ts";
import { type WrittenPackage, writePackage } from "./package/write-package.ts";
import { currentRelease, readManifest } from "./releases.ts";

export const packageKinds = ["datapackage", "parquet"] as const;
/** What is written into a folder of its own. */
export type PackageKind = (typeof packageKinds)[number];

export interface ExportOptions {
  /** A release that is kept; left out, the current one. */
  readonly release?: number | undefined;
  readonly progress?: (step: string) => void;
}

/** Writes a release's data into an empty folder, from its public file and nothing else. */
export async function exportPackage(
  releases: string,
  what: PackageKind,
  out: string,
  { release: asked, progress }: ExportOptions = {},
): Promise<WrittenPackage & { readonly release: number }> {
  const { release, manifest, folder } = await asPublished(releases, asked);
  if ((await readdir(out).catch(() => [])).length > 0)
    throw new HomeTrouble(`${out} holds files already. Name an empty folder, or one that is not there yet.`);
  const written = await writePackage(join(folder, "public.duckdb"), manifest, out, {
    formats: what === "parquet" ? ["parquet"] : ["csv", "parquet", "arrow"],
    progress,
  });
  return { release, ...written };
}

/** Writes a release's results as one IATI file. */
export async function exportIati(
  releases: string,
  out: string,
  { release: asked, ...options }: IatiOptions & ExportOptions,
): Promise<WrittenIati & { readonly release: number }> {
  const { release, manifest, folder } = await asPublished(releases, asked);
  return { release, ...(await writeIati(folder, manifest, out, options)) };
}

/** A release whose files are as they were published. */
async function asPublished(
  releases: string,
  asked: number | undefined,
): Promise<{ release: number; manifest: Manifest; folder: string }> {
  const release = asked ?? (await currentRelease(releases));
  if (release === undefined)
    throw new HomeTrouble("No release is there to export. Publish one with trama publish, or name one with --release.");
  const manifest = await readManifest(releases, release).catch(() => {
    throw new HomeTrouble(`Release ${release} is not kept here. See trama releases.`);
  });
  const folder = join(releases, String(release));
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    const found = await hashFile(join(folder, name)).catch(() => undefined);
    if (found?.sha256 !== sha256)
      throw new HomeTrouble(`${join(folder, name)} is not as it was published. Find what differs with trama verify.`);
  }
  return { release, manifest, folder };
}

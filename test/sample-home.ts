import { rm } from "node:fs/promises";
import { join } from "node:path";
import { writeSamples } from "@trama/data/samples";
import type { TestProject } from "vitest/node";
import { withHome } from "../pipelines/ingest.ts";
import { clearSamples } from "../pipelines/review/clear-samples.ts";
import { emptyFolder, trama } from "./home.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A home with the sample reports filed and published by the command, and the folder of those reports. */
    sampleHome: string;
    sampleFolder: string;
  }
}

let made: Promise<{ home: string; folder: string }> | undefined;

/** Files and publishes the sample reports once for all tests that read them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  made ??= make();
  const { home, folder } = await made;
  project.provide("sampleHome", home);
  project.provide("sampleFolder", folder);
  return async () => {
    for (const path of [home, folder]) await rm(path, { recursive: true, force: true });
  };
}

async function make() {
  const folder = await emptyFolder("samples");
  const home = join(await emptyFolder("home"), "home");
  await writeSamples(folder);
  const filed = await trama(["ingest", folder, "--home", home, "--json"]);
  if (filed.code !== 3) throw new Error(`Filing the samples ended with ${filed.code}: ${filed.stderr}`);
  await withHome(home, () => new Date(), "review", 10_000, clearSamples);
  const published = await trama(["publish", "--home", home, "--json"]);
  if (published.code !== 0) throw new Error(`Publishing the samples ended with ${published.code}: ${published.stderr}`);
  return { home, folder };
}

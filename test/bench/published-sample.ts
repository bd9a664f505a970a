import { join } from "node:path";
import { writeSamples } from "@trama/data/samples";
import { trama } from "../home.ts";

/** A home in the folder with the sample reports filed and published, for benches that need no other. */
export async function sampleHome(folder: string): Promise<string> {
  const home = join(folder, "home");
  await writeSamples(join(folder, "reports"));
  await trama(["ingest", join(folder, "reports"), "--home", home]);
  await trama(["publish", "--home", home]);
  return home;
}

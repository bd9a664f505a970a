import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "@trama/data/schema";
import { one, openReader } from "@trama/data/store";
import { trama } from "../home.ts";
import { tell } from "./figure.ts";
import { spread } from "./measure.ts";
import { sampleHome } from "./published-sample.ts";

/**
 * How long a report for the sample's largest donor takes, from the command's start to its end, in each form; aimed at: 10 s.
 * `tsx test/bench/report.ts [HOME of a published sample]`; medians of five.
 */
const runs = 5;
const named = { html: "one HTML file", pdf: "a PDF", docx: "a Word document" } as const;
const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
process.env.TRAMA_KEYS ??= join(folder, "keys");
try {
  const home = process.argv[2] ?? (await sampleHome(folder));
  const donor = await largestDonor(join(home, "releases/1"));
  for (const format of ["html", "pdf", "docx"] as const) {
    const seconds: number[] = [];
    for (let run = 0; run < runs; run++) {
      const started = performance.now();
      const out = join(folder, `report.${format}`);
      const { code, stderr } = await trama([
        "export",
        "report",
        "--home",
        home,
        "--donor",
        donor,
        "--format",
        format,
        "--out",
        out,
      ]);
      if (code !== 0) throw new Error(stderr);
      seconds.push((performance.now() - started) / 1000);
    }
    tell({
      ...{ part: "Reports", what: `${named[format]} for the sample's largest donor, the command's start included` },
      ...{ unit: "s", ours: spread(seconds), aim: { kind: "at-most", bound: 10 } },
    });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The donor with most published cells of its own. */
async function largestDonor(release: string): Promise<string> {
  const { donors = {} } = JSON.parse(await readFile(join(release, "manifest.json"), "utf8")) as Manifest;
  const sizes = await Promise.all(
    Object.entries(donors).map(async ([donor, file]) => {
      const store = await openReader(join(release, file));
      const connection = await store.connect();
      const { cells } = await one<{ cells: number }>(
        connection,
        "SELECT count(*)::INTEGER AS cells FROM cell WHERE status = 'value'",
      );
      store.close();
      return { donor, cells };
    }),
  );
  return sizes.sort((one, other) => other.cells - one.cells)[0]?.donor ?? "";
}

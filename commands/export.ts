import { join } from "node:path";
import { Argument } from "commander";
import { type ExportKind, exportKinds, exportRelease } from "../pipelines/publish/export.ts";
import { progressBar } from "../pipelines/say/progress.ts";
import { type Common, command, print, whole } from "./command.ts";
import type { ReportAsked } from "./export-report.ts";

type Options = Common & ReportAsked & { readonly release?: number };

const exporting = command(
  "export",
  "outputs of the current release: report, one HTML file that opens from disk; datapackage, the open data; parquet, its Parquet files alone",
)
  .addArgument(new Argument("<what>", "what to write").choices(["report", ...exportKinds]))
  .requiredOption("--out <path>", "file to write, or for data an empty folder")
  .option("--release <n>", "data of a release that is kept, instead of the current one", whole)
  .option("--country <code>", "country of a report, ISO 3166 alpha-3")
  .option("--region <code>", "region of a report, where no country is named")
  .option("--time <year>", "year of a report; the last one otherwise")
  .option("--lang <code>", "language of a report: en, es or fr", "en")
  .option("--address <url>", "address that a report's citation names", "http://127.0.0.1:4321")
  .action((what: "report" | ExportKind, options: Options) =>
    what === "report" ? report(options) : data(what, options),
  );

/** What a report needs is loaded when one is asked for. */
async function report(options: Options): Promise<void> {
  const { exportReport } = await import("./export-report.ts");
  const written = await exportReport(options);
  if (written.kind === "refused") return exporting.error(`error: ${written.reason}`, { exitCode: 2 });
  print(options, written, () => [`${written.out}: ${Math.ceil(written.bytes / 1024)} KB, release ${written.release}.`]);
}

async function data(what: ExportKind, options: Options): Promise<void> {
  const bar = progressBar(options.json);
  const { release, files, bytes } = await exportRelease(join(options.home, "releases"), what, options.out, {
    release: options.release,
    progress: bar.note,
  });
  bar.end();
  print(options, { what, release, out: options.out, files, bytes }, () => [
    `Release ${release}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, in ${options.out}.`,
  ]);
}

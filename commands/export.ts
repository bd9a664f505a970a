import { join } from "node:path";
import { Argument, InvalidArgumentError, Option } from "commander";
import { exportIati, exportPackage, type PackageKind, packageKinds } from "../pipelines/publish/export.ts";
import { progressBar } from "../pipelines/say/progress.ts";
import { type Common, command, print, whole } from "./command.ts";
import type { ReportAsked } from "./make-report.ts";
import { reportFormats } from "./report-formats.ts";

interface Options extends Common, ReportAsked {
  readonly out: string;
  readonly from?: number;
  readonly to?: number;
  readonly reportingOrg?: string;
  readonly reportingName?: string;
}

const exporting = command(
  "export",
  "outputs of the current release: report, as HTML, PDF or Word document; iati, results as an IATI 2.03 file; datapackage, the open data; parquet, its Parquet files alone",
)
  .addArgument(new Argument("<what>", "what to write").choices(["report", "iati", ...packageKinds]))
  .requiredOption("--out <path>", "file to write, or for data an empty folder")
  .option("--release <n>", "a release that is kept, instead of the current one", whole)
  .option("--country <code>", "country of a report or an IATI file, ISO 3166 alpha-3")
  .option("--region <code>", "region of a report, where no country is named; without either it is about the whole")
  .option("--time <years>", "year of a report, or years such as 2019..2025; the last one otherwise", years)
  .option("--from <year>", "first year of a report that spans several", year)
  .option("--to <year>", "last year of a report; the last one otherwise", year)
  .option("--lang <code>", "language of a report: en, es or fr", "en")
  .addOption(new Option("--format <form>", "form of a report").choices(reportFormats).default("html"))
  .option("--donor <code>", "donor of a report or an IATI file, made of its own figures for it alone")
  .option("--grant <code>", "one grant of that donor")
  .option("--reporting-org <ref>", "IATI identifier of the organisation that publishes an IATI file")
  .option("--reporting-name <name>", "its name; the identifier otherwise")
  .option(
    "--address <url>",
    "address of this Trama, as a report cites it and an IATI file refers to it",
    "http://127.0.0.1:4321",
  )
  .action((what: "report" | "iati" | PackageKind, options: Options) =>
    what === "report" ? report(options) : what === "iati" ? iati(options) : data(what, options),
  );

/** What a report needs is loaded when one is asked for. */
async function report(options: Options): Promise<void> {
  const { exportReport } = await import("./export-report.ts");
  const bar = progressBar(options.json);
  const written = await exportReport({ ...options, time: timeOf(options), progress: bar.note });
  bar.end();
  if (written.kind === "refused") return exporting.error(`error: ${written.reason}`, { exitCode: 2 });
  print(options, written, () => [`${written.out}: ${Math.ceil(written.bytes / 1024)} KB, release ${written.release}.`]);
}

/** The years asked for, as the address of a page writes them. */
function timeOf({ time, from, to }: Options): string | undefined {
  if (from === undefined && to === undefined) return time;
  if (time !== undefined || (from ?? 0) > (to ?? 9999))
    return exporting.error("error: give --time, or --from and --to in their order.", { exitCode: 2 });
  return `${from ?? to}..${to ?? 9999}`;
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError("Give a year such as 2025.");
  return Number(text);
}

function years(text: string): string {
  const [, from = "", to = from] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text) ?? [];
  if (from === "" || from > to) throw new InvalidArgumentError("Give a year, or a span of years such as 2019..2025.");
  return text;
}

async function iati({ reportingOrg: ref, reportingName, ...options }: Options): Promise<void> {
  const { release, activities, results, leftOut } = await exportIati(join(options.home, "releases"), options.out, {
    release: options.release,
    publisher: ref ? { ref, name: reportingName ?? ref } : undefined,
    donor: options.donor,
    grant: options.grant,
    country: options.country,
    address: options.address,
  });
  const missing = Object.entries(leftOut).filter(([, count]) => count > 0);
  print(options, { what: "iati", release, out: options.out, activities, results, leftOut }, () => [
    `Release ${release}: ${activities} activities with ${results} results, in ${options.out}.`,
    ...missing.map(
      ([what, count]) =>
        `Left out, since the standard asks for what was never filed or may not be told: ${count} × ${what}.`,
    ),
  ]);
}

async function data(what: PackageKind, options: Options): Promise<void> {
  const bar = progressBar(options.json);
  const { release, files, bytes } = await exportPackage(join(options.home, "releases"), what, options.out, {
    release: options.release,
    progress: bar.note,
  });
  bar.end();
  print(options, { what, release, out: options.out, files, bytes }, () => [
    `Release ${release}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, in ${options.out}.`,
  ]);
}

import { Argument, type Command } from "commander";
import type { ReportAsked } from "./export-report.ts";

type Options = ReportAsked & { readonly json: boolean };

/** Gives the command `export` its arguments and its deed; what it needs is loaded when it is used. */
export function withExport(
  command: Command,
  print: (options: { home: string; json: boolean }, object: unknown, lines: () => readonly string[]) => void,
): void {
  command
    .addArgument(new Argument("<what>", "what to write").choices(["report"]))
    .requiredOption("--out <file>", "file to write")
    .option("--country <code>", "country, ISO 3166 alpha-3")
    .option("--region <code>", "region, where no country is named")
    .option("--time <year>", "year; the last one otherwise")
    .option("--lang <code>", "language: en, es or fr", "en")
    .option("--address <url>", "address that the citation names", "http://127.0.0.1:4321")
    .action(async (_what: string, options: Options) => {
      const { exportReport } = await import("./export-report.ts");
      const written = await exportReport(options);
      if (written.kind === "refused") return command.error(`error: ${written.reason}`, { exitCode: 2 });
      print(options, written, () => [
        `${written.out}: ${Math.ceil(written.bytes / 1024)} KB, release ${written.release}.`,
      ]);
    });
}

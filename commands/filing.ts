import { writeFile } from "node:fs/promises";
import { type Lang, languages } from "@trama/data/codelists";
import { InvalidArgumentError } from "commander";
import { compileLater } from "../pipelines/compile-later.ts";
import { giveBack } from "../pipelines/give-back/give-back.ts";
import { exitCodeOf, ingest, withHome } from "../pipelines/ingest.ts";
import { prefill } from "../pipelines/prefill.ts";
import { type ReviewVerb, reviewHeld, reviewVerbs } from "../pipelines/review/review.ts";
import { asJson, sayFile, sayTotals } from "../pipelines/say/outcome.ts";
import { progressBar } from "../pipelines/say/progress.ts";
import { findSource, type Source, sources } from "../pipelines/sources/index.ts";
import { trace } from "../pipelines/trace.ts";
import { rules } from "../pipelines/validate/index.ts";
import { type Common, command, now, print } from "./command.ts";

interface Filing {
  readonly source?: Source;
  readonly dryRun: boolean;
  readonly acceptRevision: boolean;
  readonly giveBack?: string;
}

command("ingest", "file reports: files, or folders walked recursively")
  .argument("<path...>", "files and folders")
  .option("--source <name>", "source, where it cannot be recognised (see trama sources)", knownSource)
  .option("--dry-run", "say what would happen, load nothing", false)
  .option("--accept-revision", "load rows that change a published score instead of holding them", false)
  .option("--give-back <folder>", "write each report that needs mending there, with every such cell marked")
  .action(async (paths: string[], options: Common & Filing) => {
    const bar = progressBar(options.json);
    compileLater();
    const outcome = await ingest(options.home, now, paths, {
      ...options,
      patience: 10_000,
      progress: (file) => {
        bar.step(file.rows.read);
        if (!options.json) for (const line of sayFile(file)) bar.say(line);
      },
    });
    bar.end();
    const marked = options.giveBack === undefined ? [] : await giveBack(options.giveBack, outcome.files);
    print(options, asJson(outcome), () => [
      ...sayTotals(outcome, options.dryRun),
      ...marked.map((path) => `Marked: ${path}`),
    ]);
    process.exitCode = exitCodeOf(outcome);
  });

const review = command(
  "review",
  "list, show, release or refuse what waits for a person; clear outcome statements for the public",
)
  .argument("[verb]", "list, show, release, refuse or clear", "list")
  .argument("[held]", "name of the thing held, as listed")
  .option("--reason <text>", "why, for the ledger")
  .action(async (verb: string, name: string | undefined, options: Common & { reason?: string }) => {
    if (!reviewVerbs.includes(verb as ReviewVerb))
      review.error(`error: review does not know "${verb}"`, { exitCode: 2 });
    if (verb !== "list" && name === undefined)
      review.error(`error: review ${verb} needs the name of a thing held`, { exitCode: 2 });
    await withHome(options.home, now, "review", 10_000, async (home) => {
      const { listed, lines } = await reviewHeld(home, verb as ReviewVerb, name ?? "", options.reason ?? null);
      print(options, listed, () => lines);
    });
  });

command("trace", "walk a published figure back to the cells it was made of")
  .requiredOption("--result <code>", "result, such as EX4")
  .requiredOption("--country <code>", "country, ISO 3166 alpha-3")
  .requiredOption("--year <year>", "year", Number)
  .action(async (options: Common & { result: string; country: string; year: number }) => {
    const rows = await withHome(options.home, now, "trace", 10_000, (home) => trace(home, options));
    print(options, { figure: { result: options.result, country: options.country, year: options.year }, rows }, () =>
      rows.map(
        ({ collective, period, score, missing, file, sheet, row, sha256 }) =>
          `${collective}  ${period.padEnd(8)} ${String(score ?? missing).padEnd(3)} ${file}, sheet "${sheet}", row ${row}  (${sha256.slice(0, 12)}…)`,
      ),
    );
  });

command("rules", "list the validation rules").action((options: Common) => {
  const listed = rules.map(({ id, severity, on, message, remedy }) => ({ id, severity, on, message, remedy }));
  print(options, { rules: listed }, () =>
    listed.map(
      ({ id, severity, message, remedy }) => `${id.padEnd(22)} ${severity.padEnd(10)} ${message.en} ${remedy.en}`,
    ),
  );
});

command("sources", "list the known sources and their formats").action((options: Common) => {
  const listed = sources.map(({ name, title, cadence, formats, tables }) => ({
    name,
    title: title.en,
    cadence,
    formats,
    tables: tables.map(({ key }) => key),
  }));
  print(options, { sources: listed }, () =>
    listed.map(
      ({ name, title, formats, cadence }) =>
        `${name.padEnd(18)} ${formats.join(", ").padEnd(12)} ${title} (${cadence})`,
    ),
  );
});

command("template", "write an entry workbook, empty or begun from a project's last report")
  .requiredOption("--out <file>", "where to write it, ending in .xlsx")
  .option("--lang <language>", "en, es or fr", knownLang, "en")
  .option("--project <code>", "begin from the collectives, targets and lines of this project's last report")
  .action(async ({ lang, out, project, ...options }: Common & { lang: Lang; out: string; project?: string }) => {
    const { writeEntryWorkbook } = await import("@trama/data/entry/workbook");
    const rows =
      project === undefined
        ? {}
        : await withHome(options.home, now, "template", 10_000, (home) => prefill(home, project));
    await writeFile(out, await writeEntryWorkbook({ lang, rows }));
    print(
      options,
      {
        file: out,
        lang,
        lines: Object.fromEntries(Object.entries(rows).map(([sheet, lines]) => [sheet, lines.length])),
      },
      () => [`Wrote ${out}. Fill it in and file it with: trama ingest ${out}`],
    );
  });

function knownSource(name: string) {
  const source = findSource(name);
  if (!source)
    throw new InvalidArgumentError(
      `There is no source "${name}"; known are ${sources.map((known) => known.name).join(", ")}.`,
    );
  return source;
}

function knownLang(text: string): Lang {
  const lang = languages.find((known) => known === text);
  if (!lang) throw new InvalidArgumentError(`Choose one of ${languages.join(", ")}.`);
  return lang;
}

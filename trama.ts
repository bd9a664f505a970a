import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Lang, languages, matchCountry } from "@trama/data/codelists";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { type Accounts, firstAdmin, openAccounts } from "./api/accounts/accounts.ts";
import { tokenByHand, tokenVerbs, type UserOptions, userByHand, userVerbs } from "./api/accounts/by-hand.ts";
import { makeSampleAccounts } from "./api/accounts/samples.ts";
import { AccountTrouble } from "./api/accounts/trouble.ts";
import { withExport } from "./export-command.ts";
import { DecisionTrouble } from "./pipelines/decisions/decision.ts";
import { giveBack } from "./pipelines/give-back/give-back.ts";
import { type Home, HomeTrouble } from "./pipelines/home.ts";
import { exitCodeOf, ingest, withHome } from "./pipelines/ingest.ts";
import { backUp } from "./pipelines/keep/backup.ts";
import { erase } from "./pipelines/keep/erase.ts";
import { rebuild } from "./pipelines/keep/rebuild.ts";
import { restore } from "./pipelines/keep/restore.ts";
import { verify } from "./pipelines/keep/verify.ts";
import { NothingToFillIn, prefill } from "./pipelines/prefill.ts";
import { ReleaseUnsafe } from "./pipelines/protect/attack/gate.ts";
import { NothingToPublish, publish } from "./pipelines/publish/publish.ts";
import { rollback, withdraw } from "./pipelines/publish/reach.ts";
import { currentRelease, listReleases, readManifest } from "./pipelines/publish/releases.ts";
import { LedgerDamage } from "./pipelines/receive/ledger.ts";
import { HomeBusy } from "./pipelines/receive/lock.ts";
import { NothingHeld } from "./pipelines/review/decide.ts";
import { type ReviewVerb, reviewHeld } from "./pipelines/review/review.ts";
import { asJson, sayFile, sayTotals } from "./pipelines/say/outcome.ts";
import { progressBar } from "./pipelines/say/progress.ts";
import { findSource, type Source, sources } from "./pipelines/sources/index.ts";
import { statusOf } from "./pipelines/status.ts";
import { trace } from "./pipelines/trace.ts";
import { rules } from "./pipelines/validate/index.ts";

interface Common {
  readonly home: string;
  readonly json: boolean;
}

interface Filing {
  readonly source?: Source;
  readonly dryRun: boolean;
  readonly acceptRevision: boolean;
  readonly giveBack?: string;
}

const now = () => new Date();
const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };

const program = new Command("trama")
  .description(
    "Monitoring and evaluation for collective protection: project reports in, comparable and safe outcomes out.",
  )
  .version(version)
  .showHelpAfterError()
  .exitOverride();

/** A command with the options that all share. */
function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option("--home <folder>", "home folder (or TRAMA_HOME)", process.env.TRAMA_HOME ?? "./var")
    .option("--json", "print one JSON object and nothing else", false)
    .exitOverride()
    .showHelpAfterError();
}

command("ingest", "file reports: files, or folders walked recursively")
  .argument("<path...>", "files and folders")
  .option("--source <name>", "source, where it cannot be recognised (see trama sources)", knownSource)
  .option("--dry-run", "say what would happen, load nothing", false)
  .option("--accept-revision", "load rows that change a published score instead of holding them", false)
  .option("--give-back <folder>", "write each report that needs mending there, with every such cell marked")
  .action(async (paths: string[], options: Common & Filing) => {
    const bar = progressBar(options.json);
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

const review = command("review", "list, show, release or refuse what waits for a person")
  .argument("[verb]", "list, show, release or refuse", "list")
  .argument("[held]", "name of the thing held, as listed")
  .option("--reason <text>", "why, for the ledger")
  .action(async (verb: string, name: string | undefined, options: Common & { reason?: string }) => {
    if (!["list", "show", "release", "refuse"].includes(verb))
      review.error(`error: review does not know "${verb}"`, { exitCode: 2 });
    if (verb !== "list" && name === undefined)
      review.error(`error: review ${verb} needs the name of a thing held`, { exitCode: 2 });
    await withHome(options.home, now, "review", 10_000, async (home) => {
      const { listed, lines } = await reviewHeld(home, verb as ReviewVerb, name ?? "", options.reason ?? null);
      print(options, listed, () => lines);
    });
  });

withExport(command("export", "outputs of the current release: report, one HTML file that opens from disk"), print);

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

command("publish", "derive, protect and check a release, then make it the current one")
  .option("--note <text>", "what is new, for the readers of the release")
  .option("--as-of <moment>", "what was believed then: a date (its end) or a moment, in UTC", moment)
  .option("--keep <number>", "how many releases to keep, three at least", whole)
  .action(async (options: Common & { note?: string; asOf?: Date; keep?: number }) => {
    const bar = progressBar(options.json);
    const { note, asOf, keep } = options;
    const manifest = await inHome(options, "publish", (home) =>
      publish(home, { note, asOf, keep, progress: bar.note }),
    );
    bar.end();
    print(options, manifest, () => [
      `Release ${manifest.release} is current.`,
      ...Object.entries(manifest.tables).map(
        ([table, hash]) => `  ${table.padEnd(44)} ${hash.split(":")[0]?.padStart(9)} rows`,
      ),
    ]);
  });

command("releases", "list the releases").action(async (options: Common) => {
  const folder = join(options.home, "releases");
  const current = await currentRelease(folder);
  const manifests = await Promise.all((await listReleases(folder)).map((release) => readManifest(folder, release)));
  const listed = manifests.map(({ release, made_at, note, synthetic }) => ({
    release,
    made_at,
    note,
    synthetic,
    current: release === current,
  }));
  print(options, { releases: listed }, () =>
    listed.map(({ release, made_at, note, current: is }) => `${is ? "*" : " "} ${release}  ${made_at}  ${note ?? ""}`),
  );
});

command("rollback", "point readers back to an earlier release")
  .argument("<release>", "number of the release", whole)
  .action(async (release: number, options: Common) => {
    await inHome(options, "rollback", (home) => rollback(home, release));
    print(options, { current: release }, () => [`Release ${release} is current.`]);
  });

command("withdraw", "take an unsafe release out of reach: whoever asks for it is told that it was withdrawn")
  .argument("<release>", "number of the release", whole)
  .action(async (release: number, options: Common) => {
    const current = await inHome(options, "withdraw", (home) => withdraw(home, release));
    print(options, { withdrawn: release, current }, () => [
      `Release ${release} is withdrawn.`,
      current === null
        ? "No release is left to show. Publish one with trama publish."
        : `Release ${current} is current.`,
    ]);
  });

command("verify", "compare raw files, ledger, working store and releases with each other")
  .option("--quick", "do not load the raw files again to compare their rows", false)
  .action(async (options: Common & { quick: boolean }) => {
    const bar = progressBar(options.json);
    const found = await inHome(options, "verify", (home) => verify(home, { ...options, progress: bar.note }), false);
    bar.end();
    print(options, found, () => [
      ...found.settled.map((line) => `+ ${line}`),
      ...found.differences.map((line) => `✗ ${line}`),
      `${found.ledger_lines} ledger lines, ${found.raw_files} raw files, ${found.reports} reports, releases ${found.releases.join(", ") || "none"}: ${found.differences.length === 0 ? "no difference" : `${found.differences.length} differences`}.`,
    ]);
    if (found.differences.length > 0) process.exitCode = 1;
  });

command("rebuild", "make the working store and missing releases again from raw files and ledger").action(
  async (options: Common) => {
    const bar = progressBar(options.json);
    const made = await inHome(options, "rebuild", (home) => rebuild(home, { progress: bar.note }), false);
    bar.end();
    print(options, made, () => [
      ...made.differences.map((line) => `✗ ${line}`),
      `${made.reports} reports loaded again; releases made again: ${made.releases.join(", ") || "none was missing"}.`,
    ]);
    if (made.differences.length > 0) process.exitCode = 1;
  },
);

command("backup", "copy raw files, ledger, decisions and releases into a new folder")
  .requiredOption("--out <folder>", "folder to make, on another disk")
  .action(async (options: Common & { out: string }) => {
    const { place, list } = await inHome(options, "backup", (home) => backUp(home, options.out));
    print(options, { place, ...list }, () => [
      `${Object.keys(list.files).length} files of ${list.reports} reports are in ${place}.`,
      `It opens only with the key file ${list.home}.json, which is not in it: keep a copy of that elsewhere.`,
    ]);
  });

command("restore", "put a backup into a new, empty home and rebuild it")
  .argument("<from>", "folder that trama backup made")
  .action(async (from: string, options: Common) => {
    const made = await restore(options.home, now, from);
    print(options, made, () => [
      ...made.differences.map((line) => `✗ ${line}`),
      `${made.reports} reports are in ${options.home}, as of ${made.made_at}. What was filed or erased later must be done again.`,
    ]);
    if (made.differences.length > 0) process.exitCode = 1;
  });

command("erase", "erase a collective from raw files, working store and restricted tables")
  .argument("<collective>", "the office's code of the collective (with --country), or its pseudonym")
  .option("--country <code>", "country of the collective", country)
  .action(async (collective: string, options: Common & { country?: string }) => {
    const done = await inHome(options, "erase", (home) => erase(home, collective, options.country ?? null));
    // What came back of reports filed over HTTP repeats their words.
    await rm(join(options.home, "filed"), { recursive: true, force: true });
    print(options, done, () => [
      `Erased from ${done.reports} reports and from the restricted tables of releases ${done.releases.join(", ") || "(none kept)"}.`,
      `Public figures counted with it: releases ${done.public_figures.join(", ") || "none"}. Publish anew, and withdraw what must not stay.`,
      ...done.backups.map(
        ({ place, at }) => `A backup of ${at} still holds it: ${place}. Destroy it and make a new one.`,
      ),
      "Copies outside this home (exports, other disks) are not known here.",
      ...done.differences.map((line) => `✗ ${line}`),
    ]);
    if (done.differences.length > 0) process.exitCode = 1;
  });

command("status", "what is where, what waits, which reports are missing").action(async (options: Common) => {
  const status = await withHome(options.home, now, "status", 10_000, statusOf);
  print(options, status, () => [
    `Home       ${status.home}`,
    `Reports    ${status.reports} loaded, ${status.unpublished} not yet published`,
    `Rows       ${status.rows.accepted} accepted, ${status.rows.rejected} rejected, ${status.rows.quarantined} waiting for a person`,
    `Releases   ${status.releases.join(", ") || "none"}${status.current === null ? "" : ` (current: ${status.current})`}`,
    `Missing    ${status.missing.map(({ project, year }) => `${project} ${year}`).join(", ") || "no report"}`,
  ]);
});

const listOf = (value: string, before: readonly string[] = []) => [
  ...before,
  ...value.split(",").map((code) => code.trim()),
];

const user = command("user", "accounts: who may sign in, with what role and reach")
  .argument("[verb]", userVerbs.join(", "), "list")
  .argument("[name]", "name of the account")
  .option("--role <role>", "researcher, donor, manager or admin")
  .option("--country <codes>", "countries of a manager", listOf)
  .option("--project <codes>", "projects of a manager", listOf)
  .option("--donor <codes>", "codes of a donor, as projects file them", listOf)
  .option("--grant <codes>", "grants of a donor, where not all of them", listOf)
  .action(async (verb: string, name: string | undefined, options: Common & UserOptions) => {
    const known = userVerbs.find((candidate) => candidate === verb);
    if (!known) return user.error(`error: user does not know "${verb}"`, { exitCode: 2 });
    const { object, lines } = await withAccounts(options, (accounts) => userByHand(accounts, known, name, options));
    print(options, object, () => lines);
  });

const token = command("token", "API tokens of an account, for programs")
  .argument("<verb>", tokenVerbs.join(", "))
  .argument("<name>", "name of the account")
  .argument("[token]", "the token to revoke, as listed")
  .option("--label <text>", "what it is for, 32 letters at most")
  .option("--use <uses>", "read, file, review, publish", listOf)
  .option("--days <number>", "how long it lasts, 366 at most", whole)
  .action(async (verb: string, name: string, id: string | undefined, options: Common & { label?: string }) => {
    const known = tokenVerbs.find((candidate) => candidate === verb);
    if (!known) return token.error(`error: token does not know "${verb}"`, { exitCode: 2 });
    const { object, lines } = await withAccounts(options, (accounts) =>
      tokenByHand(accounts, known, name, id, options),
    );
    print(options, object, () => lines);
  });

for (const [name, description] of [
  ["serve", "API and dashboard over the current release"],
  ["start", "first start: build, file the sample reports, publish; then serve"],
] as const)
  command(name, description)
    .option("--port <number>", "port (or PORT)", port, port(process.env.PORT ?? "4321"))
    .option("--host <host>", "address to listen on", "127.0.0.1")
    .option("--address <url>", "address under which browsers reach it, where a proxy stands in front")
    .action(async (options: Common & { port: number; host: string; address?: string }) => {
      const samples = name === "start" && (await prepare(options));
      const accounts = await openAccounts(options.home, { address: options.address });
      await tellFirst(accounts, samples);
      const { serve } = await import("./api/server.ts");
      const { renderPage } = await import("./dashboard/render.ts");
      await serve({
        host: options.host,
        port: options.port,
        accounts,
        address: options.address,
        home: resolve(options.home),
        releases: join(options.home, "releases"),
        works: fileURLToPath(new URL("./pipelines/asked/child.js", import.meta.url)),
        renderPage,
        assets: fileURLToPath(new URL("./dashboard/dist", import.meta.url)),
        say: (line) => console.error(line),
      });
    });

/** First start: makes the accounts that are needed to sign in, and tells their passwords this once. */
async function tellFirst(accounts: Accounts, samples: boolean): Promise<void> {
  const made = samples ? await makeSampleAccounts(accounts) : [];
  const admin = await firstAdmin(accounts);
  if (admin) console.error(`First start: sign in as "admin" with the one-time password ${admin.password}`);
  if (made.length === 0) return;
  console.error("One account of each role over the sample data; these passwords are told this once:");
  for (const { account, password } of made) console.error(`  ${account.name.padEnd(12)} ${password}`);
}

async function withAccounts<T>({ home }: Common, work: (accounts: Accounts) => Promise<T>): Promise<T> {
  const accounts = await openAccounts(home);
  try {
    return await work(accounts);
  } finally {
    accounts.close();
  }
}

/**
 * Builds the dashboard, and fills a home that has no release with the sample reports, by the same road as any report.
 * Says whether it did.
 */
async function prepare(options: Common): Promise<boolean> {
  const { build } = await import("./dashboard/build.ts");
  await build();
  if ((await currentRelease(join(options.home, "releases"))) !== undefined) return false;
  const { writeSamples } = await import("@trama/data/samples");
  const folder = await mkdtemp(join(tmpdir(), "trama-samples-"));
  try {
    console.error("First start: filing the synthetic sample reports.");
    await writeSamples(folder);
    const { totals } = await ingest(options.home, now, [folder], { patience: 10_000 });
    console.error(
      `${totals.files} files, ${totals.read} rows: ${totals.accepted} accepted, ${totals.rejected} rejected, ${totals.quarantined} held, ${totals.skipped} skipped.`,
    );
    const { release } = await withHome(options.home, now, "publish", 10_000, (home) =>
      publish(home, { note: "Synthetic sample data" }),
    );
    console.error(`Release ${release} published.`);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function print(options: Common, object: unknown, lines: () => readonly string[]): void {
  console.log(options.json ? JSON.stringify(object) : lines().join("\n"));
}

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

/** Does work on the home that the options name, waiting a while for another writer. */
function inHome<T>({ home }: Common, doing: string, work: (home: Home) => Promise<T>, settling = true): Promise<T> {
  return withHome(home, now, doing, 10_000, work, { settling });
}

function country(text: string): string {
  const found = matchCountry(text);
  if (!found) throw new InvalidArgumentError("Give an ISO 3166 alpha-3 code, such as GTM.");
  return found.alpha3;
}

function moment(text: string): Date {
  const found = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(found.getTime()))
    throw new InvalidArgumentError("Give a date such as 2025-06-30, or a moment in UTC.");
  return found;
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("Give a number from 1.");
  return number;
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}

/** Trouble that the person at the terminal can mend; anything else is a fault of ours and shows its stack. */
const mendable = [
  AccountTrouble,
  DecisionTrouble,
  NothingToFillIn,
  NothingHeld,
  HomeBusy,
  HomeTrouble,
  LedgerDamage,
  NothingToPublish,
  ReleaseUnsafe,
];

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (mendable.some((kind) => error instanceof kind)) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } else throw error;
}

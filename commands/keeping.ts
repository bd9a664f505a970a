import { rm } from "node:fs/promises";
import { join } from "node:path";
import { matchCountry } from "@trama/data/codelists";
import { InvalidArgumentError } from "commander";
import { accountsForBackup, auditOf } from "../api/accounts/keeping.ts";
import { withHome } from "../pipelines/ingest.ts";
import { backUp } from "../pipelines/keep/backup.ts";
import { erase } from "../pipelines/keep/erase.ts";
import { rebuild } from "../pipelines/keep/rebuild.ts";
import { restore } from "../pipelines/keep/restore.ts";
import { verify } from "../pipelines/keep/verify.ts";
import { progressBar } from "../pipelines/say/progress.ts";
import { statusOf } from "../pipelines/status.ts";
import { type Common, command, inHome, now, print } from "./command.ts";

command("verify", "compare raw files, ledger, working store and releases with each other")
  .option("--quick", "do not load the raw files again to compare their rows", false)
  .action(async (options: Common & { quick: boolean }) => {
    const bar = progressBar(options.json);
    const home = await inHome(options, "verify", (held) => verify(held, { ...options, progress: bar.note }), false);
    const audit = await auditOf(options.home);
    const { differences = [], ...log } = audit ?? {};
    const found = { ...home, differences: [...home.differences, ...differences], audit: audit ? log : null };
    bar.end();
    print(options, found, () => [
      ...found.settled.map((line) => `+ ${line}`),
      ...found.differences.map((line) => `✗ ${line}`),
      ...(audit
        ? [`${audit.lines} lines in the audit log, its head ${audit.head.slice(0, 16)}…: note it elsewhere.`]
        : []),
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
    const { also, done } = await accountsForBackup(options.home);
    const { place, list } = await inHome(options, "backup", (home) => backUp(home, options.out, also)).finally(done);
    print(options, { place, ...list }, () => [
      `${Object.keys(list.files).length} files of ${list.reports} reports are in ${place}.`,
      `It opens only with the key file ${list.home}.json (accounts with accounts-….json beside it), which is not in it: keep copies elsewhere.`,
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

function country(text: string): string {
  const found = matchCountry(text);
  if (!found) throw new InvalidArgumentError("Give an ISO 3166 alpha-3 code, such as GTM.");
  return found.alpha3;
}

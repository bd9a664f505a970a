import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import type { Home } from "../pipelines/home.ts";
import { withHome } from "../pipelines/ingest.ts";

export interface Common {
  readonly home: string;
  readonly json: boolean;
}

export const now = () => new Date();
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

export const program = new Command("trama")
  .description(
    "Monitoring and evaluation for collective protection: project reports in, comparable and safe outcomes out.",
  )
  .version(version)
  .showHelpAfterError()
  .exitOverride();

/** A command with the options that all share. */
export function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option("--home <folder>", "home folder (or TRAMA_HOME)", process.env.TRAMA_HOME ?? "./var")
    .option("--json", "print one JSON object and nothing else", false)
    .exitOverride()
    .showHelpAfterError();
}

export function print(options: Common, object: unknown, lines: () => readonly string[]): void {
  console.log(options.json ? JSON.stringify(object) : lines().join("\n"));
}

/** Does work on the home that the options name, waiting a while for another writer. */
export function inHome<T>(
  { home }: Common,
  doing: string,
  work: (home: Home) => Promise<T>,
  settling = true,
): Promise<T> {
  return withHome(home, now, doing, 10_000, work, { settling });
}

export function moment(text: string): Date {
  const found = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(found.getTime()))
    throw new InvalidArgumentError("Give a date such as 2025-06-30, or a moment in UTC.");
  return found;
}

export function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("Give a number from 1.");
  return number;
}

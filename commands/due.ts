import { writeFile } from "node:fs/promises";
import type { Lang } from "@trama/data/codelists";
import { InvalidArgumentError, Option } from "commander";
import { calendarOf } from "../pipelines/due/calendar.ts";
import { mailTexts } from "../pipelines/due/mail.ts";
import { type DueDay, type ReportDue, reportsDue, usualDueDay } from "../pipelines/due/reports-due.ts";
import { dueWords } from "../pipelines/due/words.ts";
import { type Common, command, inHome, now, print } from "./command.ts";

interface Options extends Common {
  readonly as: "list" | "calendar" | "mail";
  readonly by: DueDay;
  readonly project?: string;
  readonly country?: string;
  readonly lang: Lang;
  readonly out?: string;
}

command("due", "reports due and overdue by project: a list, an iCalendar file, or mails ready to be sent")
  .addOption(new Option("--as <form>", "how to tell it").choices(["list", "calendar", "mail"]).default("list"))
  .option("--by <MM-DD>", "day on which the report of a year is due, the year after", dueDay, usualDueDay)
  .option("--project <code>", "one project")
  .option("--country <code>", "projects of a country, ISO 3166 alpha-3")
  .addOption(new Option("--lang <code>", "language").choices(["en", "es", "fr"]).default("en"))
  .option("--out <file>", "file to write instead of showing it")
  .action(async (options: Options) => {
    const all = await inHome(options, "due", ({ working }) => reportsDue(working, now(), options.by));
    const reports = all.filter(
      ({ project, country }) => (options.project ?? project) === project && (options.country ?? country) === country,
    );
    const text = forms[options.as](reports, options.lang);
    if (options.out) await writeFile(options.out, text);
    print(options, { reports }, () => [options.out ? `${reports.length}: ${options.out}` : text.trimEnd()]);
  });

const forms: Readonly<Record<Options["as"], (reports: readonly ReportDue[], lang: Lang) => string>> = {
  list: (reports, lang) =>
    reports.length === 0
      ? `${dueWords[lang].nothing}\n`
      : `${reports.map(({ due, project, year, state }) => `${due}  ${project}  ${year}  ${state}`).join("\n")}\n`,
  calendar: (reports, lang) => calendarOf(reports, lang, now()),
  mail: (reports, lang) =>
    reports.length === 0
      ? `${dueWords[lang].nothing}\n`
      : `${mailTexts(reports, lang)
          .map(({ text }) => text)
          .join("\n\n----\n\n")}\n`,
};

function dueDay(text: string): DueDay {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  const found = { month: Number(month), day: Number(day) };
  const date = new Date(Date.UTC(2023, found.month - 1, found.day));
  if (!month || date.getUTCMonth() !== found.month - 1)
    throw new InvalidArgumentError("Give a day of the year as month and day, such as 03-31.");
  return found;
}

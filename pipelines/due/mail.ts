import type { Lang } from "@trama/data/codelists";
import type { ReportDue } from "./reports-due.ts";
import { dueWords } from "./words.ts";

/** A message for each project, ready to be pasted: subject, then its reports by due date. It names no person. */
export function mailTexts(
  reports: readonly ReportDue[],
  lang: Lang,
): { readonly project: string; readonly text: string }[] {
  const words = dueWords[lang];
  return [...new Set(reports.map(({ project }) => project))].map((project) => {
    const own = reports.filter((report) => report.project === project);
    const text = [
      words.subject(project),
      "",
      words.greeting,
      "",
      ...own.map((report) => `- ${words.line(report)}`),
      "",
      `${words.how} ${project}`,
    ].join("\n");
    return { project, text };
  });
}

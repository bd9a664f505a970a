import type { Lang } from "@trama/data/codelists";
import { createEvents } from "ics";
import type { ReportDue } from "./reports-due.ts";
import { dueWords } from "./words.ts";

/** Days before a report is due on which a calendar reminds of it. */
const reminders = [30, 7];

/**
 * An iCalendar (RFC 5545) of reports that are due, each a whole day. An event keeps its name from one feed to the next, so
 * that a calendar that subscribes moves it instead of adding another.
 */
export function calendarOf(reports: readonly ReportDue[], lang: Lang, madeAt: Date): string {
  const words = dueWords[lang];
  const { error, value } = createEvents(
    reports.map((report) => {
      const [year = 0, month = 1, day = 1] = report.due.split("-").map(Number);
      const title = words.title(report);
      return {
        uid: `${report.project}-${report.year}@trama`,
        title,
        description: words.line(report),
        start: [year, month, day],
        duration: { days: 1 },
        status: "CONFIRMED",
        busyStatus: "FREE",
        timestamp: madeAt.getTime(),
        alarms: reminders.map((days) => ({ action: "display", description: title, trigger: { days, before: true } })),
      };
    }),
    { calName: words.calendar, productId: "trama/due" },
  );
  if (error || !value) throw error ?? new Error("The calendar could not be written.");
  return value;
}

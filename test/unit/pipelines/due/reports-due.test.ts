import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { calendarOf } from "../../../../pipelines/due/calendar.ts";
import { mailTexts } from "../../../../pipelines/due/mail.ts";
import { reportsDue } from "../../../../pipelines/due/reports-due.ts";
import { openHome } from "../../../../pipelines/home.ts";
import { ingest } from "../../../../pipelines/ingest.ts";
import { statusOf } from "../../../../pipelines/status.ts";
import { emptyFolder, trama } from "../../../home.ts";

const now = new Date("2025-02-10T12:00:00Z");
let folder: string;
let working: string;

beforeAll(async () => {
  const at = await emptyFolder("due");
  process.env.TRAMA_KEYS = join(at, "keys");
  folder = join(at, "home");
  const reports = join(at, "reports");
  await mkdir(reports);
  await writeFile(
    join(reports, "funding.csv"),
    "grant_code,funder,year_from,year_to,term,project,country,period\nG-1,donor-x,2022,2026,long,KEN-S7,KEN,2022\nG-2,donor-x,2022,2022,short,UGA-S7,UGA,2022\n",
  );
  const scores = ["KEN-S7,KEN,2023", "UGA-S7,UGA,2022", "UGA-S7,UGA,2023", "SEN-S7,SEN,2022", "SEN-S7,SEN,2024"].map(
    (place, at) => `${place},c-${at},ST1,2,2`,
  );
  await writeFile(
    join(reports, "scores.csv"),
    `project,country,period,collective,result,score,evidence\n${scores.join("\n")}\n`,
  );
  const { totals } = await ingest(folder, () => now, [reports]);
  expect(totals.rejected).toBe(0);
  working = (await openHome(folder, () => now)).working;
});

describe("reports due", () => {
  it("are those of funded years and, where nobody stated funding, of years in which others reported; overdue after the day", async () => {
    expect(await reportsDue(working, now)).toEqual([
      { project: "KEN-S7", country: "KEN", year: 2022, due: "2023-03-31", state: "overdue" },
      { project: "SEN-S7", country: "SEN", year: 2023, due: "2024-03-31", state: "overdue" },
      { project: "KEN-S7", country: "KEN", year: 2024, due: "2025-03-31", state: "upcoming" },
      { project: "KEN-S7", country: "KEN", year: 2025, due: "2026-03-31", state: "upcoming" },
    ]);
    const early = await reportsDue(working, now, { month: 1, day: 31 });
    expect(early.find(({ year }) => year === 2024)).toMatchObject({ due: "2025-01-31", state: "overdue" });
  });

  it("that are overdue stand in the status of the home", async () => {
    const { missing } = await statusOf(await openHome(folder, () => now));
    expect(missing).toEqual([
      { project: "KEN-S7", year: 2022 },
      { project: "SEN-S7", year: 2023 },
    ]);
  });

  it("make a calendar that other programs read: whole days, names that stay, lines of 75 octets at most", async () => {
    const reports = await reportsDue(working, now);
    const text = calendarOf(reports, "fr", now);
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const unfolded = text.replaceAll(/\r\n[ \t]/g, "");
    expect(unfolded.match(/^BEGIN:VEVENT/gm)).toHaveLength(4);
    expect(unfolded.match(/^UID:.*$/gm)).toEqual(reports.map(({ project, year }) => `UID:${project}-${year}@trama`));
    expect(unfolded).toContain("DTSTART;VALUE=DATE:20250331");
    expect(unfolded).toContain("SUMMARY:Rapport 2024 attendu : KEN-S7");
    expect(unfolded.match(/^BEGIN:VALARM/gm)).toHaveLength(8);
  });

  it("make one message for each project, with all that it owes and how to file it", async () => {
    const mails = mailTexts(await reportsDue(working, now), "es");
    expect(mails.map(({ project }) => project)).toEqual(["KEN-S7", "SEN-S7"]);
    expect(mails[0]?.text).toContain("El informe de 2022 debía entregarse el 2023-03-31.");
    expect(mails[0]?.text).toContain("El informe de 2024 debe entregarse el 2025-03-31.");
    expect(mails[0]?.text).toContain("--project KEN-S7");
  });

  it("are told by the command for one country, and a day that does not exist is refused", async () => {
    const env = { TRAMA_HOME: folder };
    const { code, stdout } = await trama(["due", "--country", "SEN", "--json"], env);
    expect([code, JSON.parse(stdout).reports.map(({ year }: { year: number }) => year)]).toEqual([0, [2023]]);
    const refused = await trama(["due", "--by", "02-30"], env);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("such as 03-31")]);
  });
});

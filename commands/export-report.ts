import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "../dashboard/build.ts";
import { makeReport, type ReportAsked } from "./make-report.ts";

/** What came of it; a refusal says what to do. */
export type ReportWritten =
  | { readonly kind: "written"; readonly out: string; readonly bytes: number; readonly release: number }
  | { readonly kind: "refused"; readonly reason: string };

/** Writes a report into a file. One HTML file holds the dashboard's styles, which are built first where they changed. */
export async function exportReport({ out, ...asked }: ReportAsked & { readonly out: string }): Promise<ReportWritten> {
  if (asked.format === "html") {
    asked.progress?.("build");
    await build();
  }
  const made = await makeReport(asked);
  if (made.kind === "refused") return made;
  await writeFile(out, made.bytes);
  return { kind: "written", out: resolve(out), bytes: made.bytes.length, release: made.release };
}

import type { FiledReport } from "@trama/api/contract";
import type { Translator } from "../locales/translate.ts";
import type { Sheet } from "../state/sheet.ts";
import { useSurroundings } from "./context.ts";
import { SheetTable } from "./sheet-table.tsx";

type Outcome = NonNullable<FiledReport["outcome"]>;

/** What came of a report: counts, every row that needs looking at with the remedy, the marked workbook. */
export function FiledOutcome({ name, report }: { name: string; report: FiledReport }) {
  const { translator } = useSurroundings();
  const { t } = translator;
  const { outcome, dry_run: tried, workbook } = report;
  if (!outcome) return null;
  const kind = outcome.status === "loaded" && tried ? "tried" : outcome.status;
  return (
    <section class="figure" data-testid="outcome" data-status={outcome.status} aria-live="polite">
      <h2>{t(`file.done.${kind}`, { name })}</h2>
      <p data-testid="rows">{t("file.rows", { ...outcome.rows })}</p>
      {outcome.error && <p class="notice">{outcome.error.message}</p>}
      {workbook && (
        <p>
          <a href={workbook} download={`marked-${name}`} data-plain data-testid="workbook">
            {t("file.workbook")}
          </a>
          . {t("file.mend")}
        </p>
      )}
      {outcome.issues.length > 0 && (
        <SheetTable title={t("file.issues", { name })} sheet={sheetOf(outcome.issues, translator)} />
      )}
      {outcome.unlisted > 0 && <p class="quiet">{t("file.unlisted", { count: outcome.unlisted })}</p>}
    </section>
  );
}

function sheetOf(issues: Outcome["issues"], { t, lang }: Translator): Sheet {
  return {
    columns: [
      { label: t("file.issue.where") },
      { label: t("file.severity") },
      { label: t("file.issue.what") },
      { label: t("file.issue.value") },
    ],
    rows: issues.map(({ sheet, row, column, severity, message, value, rule }, at) => ({
      key: `${at} ${rule}`,
      kind: "value",
      cells: [
        [sheet, row > 0 ? `${t("provenance.row")} ${row}` : "", column ?? ""].filter(Boolean).join(" · "),
        t(`file.severity.${severity}`),
        message[lang as keyof typeof message] ?? message.en,
        value ?? "",
      ],
      data: [],
    })),
    header: [],
  };
}

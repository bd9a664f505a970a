import type { CompletenessAnswer } from "@trama/api/contract";
import { completenessOf, type Scope } from "../state/report.ts";
import { isSmall, type Row } from "../state/rows.ts";
import { useSurroundings } from "./context.ts";

/** How far a report's figures can be trusted: how many there are, on how few collectives, how the release was attacked. */
export function ReportQuality(props: {
  found: CompletenessAnswer;
  scope: Scope;
  span: readonly [number, number];
  rows: readonly Row[];
}) {
  const { found, scope, span, rows } = props;
  const { t } = useSurroundings().translator;
  const { protection } = found;
  const shown = rows.filter(({ kind }) => kind === "value");
  const small = shown.filter(isSmall).length;
  const recovered = Object.values(protection?.attacks ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="quality" data-testid="report-quality">
      <h2 id="quality">{t("report.quality")}</h2>
      <ul class="facts">
        <li>{t("report.quality.published", completenessOf(found.completeness, scope, span))}</li>
        <li>{t("report.quality.small", { small, shown: shown.length, place: scope.place.name })}</li>
        {protection ? (
          <>
            <li>{t("quality.protection.minimum", { minimum: protection.minimum })}</li>
            <li>
              {t("quality.protection.attacks", {
                attackers: Object.keys(protection.attacks).length,
                found: recovered,
              })}
            </li>
          </>
        ) : (
          <li>{t("quality.protection.none")}</li>
        )}
      </ul>
    </section>
  );
}

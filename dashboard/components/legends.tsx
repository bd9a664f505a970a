import type { Translator } from "../locales/translate.ts";
import type { Place } from "../state/base.ts";
import { useSurroundings } from "./context.ts";

/** What the colours and signs of the heatmap mean. */
export function HeatmapLegend({ measure, codes }: { measure: "share" | "median"; codes: readonly Place[] }) {
  const { translator } = useSurroundings();
  const { t } = translator;
  return (
    <div class="legend" data-testid="legend">
      <p class="legend-title">{t(`legend.${measure}`)}</p>
      <ul class="ramp">
        {classLabels(measure, translator).map((label, tone) => (
          <li key={label} class={`tone tone-${tone}`}>
            {label}
          </li>
        ))}
      </ul>
      <Signs />
      {codes.length > 0 && (
        <p class="codes quiet">
          {codes.map(({ code, name }) => (
            <span key={code}>
              <abbr>{code}</abbr> {name}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** What the marks of the small multiples mean. */
export function TrendLegend({ measure, exact }: { measure: "share" | "median"; exact: boolean }) {
  const { t } = useSurroundings().translator;
  const band = measure === "share" ? t("legend.band") : t("legend.median-band");
  return (
    <div class="legend" data-testid="legend">
      <ul class="signs">
        <li>
          <i class={exact && measure === "share" ? "sign-point" : "sign-band"} aria-hidden="true" />
          {exact && measure === "share" ? t("legend.exact") : band}
        </li>
        {measure === "share" && (
          <li>
            <i class="sign-interval" aria-hidden="true" />
            {t("legend.interval")}
          </li>
        )}
        <li>
          <i class="sign-gap" aria-hidden="true" />
          {t("legend.gap")}
        </li>
      </ul>
      <Signs hollow={exact} />
    </div>
  );
}

function Signs({ hollow = false }: { hollow?: boolean }) {
  const { t } = useSurroundings().translator;
  return (
    <ul class="signs">
      <li>
        <i class="sign-hatch" aria-hidden="true" />
        {t("legend.withheld")} <code>[c]</code>
      </li>
      <li>
        <b>·</b> {t("legend.no-data")} <code>[x]</code>
      </li>
      <li>
        <code>[z]</code> {t("legend.not-applicable")}
      </li>
      <li>
        {hollow && <i class="sign-hollow" aria-hidden="true" />}
        <b>*</b> {t("legend.small")}
      </li>
    </ul>
  );
}

function classLabels(measure: "share" | "median", { percent }: Translator): string[] {
  if (measure === "median") return ["0", "1", "2", "3", "4"];
  return [0, 1, 2, 3, 4].map((fifth) => percent([fifth / 5, fifth === 4 ? 1 : fifth / 5 + 0.19]));
}

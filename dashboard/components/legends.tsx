import type { Translator } from "../locales/translate.ts";
import type { Place } from "../state/base.ts";
import { useSurroundings } from "./context.ts";

/** What the colours and signs of the heatmap mean. */
export function HeatmapLegend(props: {
  measure: "share" | "median";
  codes: readonly Place[];
  /** What is measured, where it is not a result. */
  title?: string;
}) {
  const { measure, codes, title } = props;
  const { translator } = useSurroundings();
  const { t } = translator;
  return (
    <div class="legend" data-testid="legend">
      <p class="legend-title">{title ?? t(`legend.${measure}`)}</p>
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
export function TrendLegend(props: {
  measure: "share" | "median";
  exact: boolean;
  nested?: boolean;
  standardised?: boolean;
}) {
  const { measure, exact, nested = false, standardised = false } = props;
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
        {nested && (
          <li>
            <i class="sign-lead" aria-hidden="true" />
            {t("legend.region")}
          </li>
        )}
        {standardised && (
          <li>
            <i class="sign-diamond" aria-hidden="true" />
            {t("legend.standardised")}
          </li>
        )}
      </ul>
      <Signs hollow={exact} />
    </div>
  );
}

/** What the lines of a range chart mean; `other` says what the hollow box is, `change` that bars are differences. */
export function RangeLegend({
  exact,
  other,
  change = null,
}: {
  exact: boolean;
  other: string | null;
  change?: "legend.change" | "legend.difference" | null;
}) {
  const { t } = useSurroundings().translator;
  return (
    <div class="legend" data-testid="legend">
      <ul class="signs">
        {change ? (
          <li>
            <i class="sign-band" aria-hidden="true" />
            {t(change)}
          </li>
        ) : (
          <>
            <li>
              <i class={exact ? "sign-point" : "sign-band"} aria-hidden="true" />
              {t(exact ? "legend.exact" : "legend.band")}
            </li>
            <li>
              <i class="sign-line" aria-hidden="true" />
              {t("legend.interval")}
            </li>
          </>
        )}
        {other && (
          <li>
            <i class="sign-box" aria-hidden="true" />
            {other}
          </li>
        )}
      </ul>
      <Signs />
    </div>
  );
}

/** What the lines of the progress chart mean. */
export function ProgressLegend({ exact }: { exact: boolean }) {
  const { t } = useSurroundings().translator;
  return (
    <div class="legend" data-testid="legend">
      <ul class="signs">
        {exact ? (
          <>
            <li>
              <i class="sign-hollow" aria-hidden="true" />
              {t("legend.baseline")}
            </li>
            <li>
              <i class="sign-point" aria-hidden="true" />
              {t("legend.latest")}
            </li>
          </>
        ) : (
          <li>
            <i class="sign-band" aria-hidden="true" />
            {t("legend.either")}
          </li>
        )}
        <li>
          <i class="sign-target" aria-hidden="true" />
          {t("legend.target")}
        </li>
      </ul>
      <Signs />
    </div>
  );
}

/** What the classes of a distribution mean. */
export function ClassLegend({ classes }: { classes: readonly { from: number; to: number }[] }) {
  const { t } = useSurroundings().translator;
  return (
    <div class="legend" data-testid="legend">
      <p class="legend-title">{t("legend.classes")}</p>
      <ul class="ramp">
        {classes.map(({ from, to }) => (
          <li key={to} class={`tone tone-${to}`}>
            {from === to ? from : `${from}–${to}`}
          </li>
        ))}
      </ul>
      <p class="quiet">{t("legend.classes-middle")}</p>
      <Signs />
    </div>
  );
}

/** What the colours of the map mean. */
export function MapLegend({ measure }: { measure: "share" | "median" }) {
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
      <ul class="signs">
        <li>
          <i class="sign-land" aria-hidden="true" />
          {t("legend.land")}
        </li>
        <li>
          <i class="sign-mark" aria-hidden="true" />
          {t("legend.mark")}
        </li>
        <li>
          <i class="sign-dashed" aria-hidden="true" />
          {t("legend.disputed")}
        </li>
      </ul>
      <Signs />
    </div>
  );
}

/** What the colours of the completeness chart mean. */
export function CompletenessLegend() {
  const { translator } = useSurroundings();
  const { t } = translator;
  return (
    <div class="legend" data-testid="legend">
      <p class="legend-title">{t("legend.completeness")}</p>
      <ul class="ramp">
        {classLabels("share", translator).map((label, tone) => (
          <li key={label} class={`tone tone-${tone}`}>
            {label}
          </li>
        ))}
      </ul>
      <Signs />
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

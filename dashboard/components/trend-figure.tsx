import type { FrameworkItem } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawTrends } from "../charts/trends.ts";
import type { Base } from "../state/base.ts";
import { allExact, type Row } from "../state/rows.ts";
import type { Selection } from "../state/selection.ts";
import { trendSeries } from "../state/trends.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure } from "./figure.tsx";
import { TrendLegend } from "./legends.tsx";
import { describeRow } from "./words.ts";

/** One result over the years, with its table and downloads. */
export function TrendFigure(props: {
  result: FrameworkItem;
  all: readonly Row[];
  years: readonly [number, number];
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
}) {
  const { result, all, base, selection, address } = props;
  const [from, to] = props.years;
  const { translator } = useSurroundings();
  const { t, digits, percent, list } = translator;
  const { measure, by } = selection;
  const { rows, series, draw } = useMemo(() => {
    const rows = all.filter((row) => row.result === result.code);
    const series = trendSeries(rows, [from, to], measure);
    const sentence = t("compare.sentence", { result: result.label, panels: series.panels.length, from, to });
    const options = {
      sentence,
      percent: (share: number) => percent([share, share]),
      digits: (band: readonly [number, number]) => digits([...band], measure),
      describe: (row: Row) => describeRow(row, translator),
    };
    const draw: Draw = (place, width) => drawTrends(place, series, { ...options, width });
    return { rows, series, draw };
  }, [all, result, from, to, measure, translator, t, digits, percent]);
  const title = t(`compare.chart.${measure}`, { result: result.label, from, to });
  if (series.panels.length === 0)
    return (
      <section data-testid="nothing">
        <h2>{title}</h2>
        <p class="notice">{t("compare.nothing")}</p>
      </section>
    );
  const shown = new Set(series.panels.map(({ place }) => place.code));
  return (
    <>
      <Figure
        name={`compare-${result.code}`}
        path={props.path}
        title={title}
        rows={rows.filter((row) => shown.has(row.place.code))}
        selection={selection}
        draw={draw}
        hint={t("chart.keys.plain")}
        legend={<TrendLegend measure={measure} exact={allExact(rows)} />}
        api={props.api}
        source={citation(base, title, address, translator)}
        release={base.health.release ?? 0}
      />
      {series.folded.length > 0 && (
        <p class="folded" data-testid="folded">
          {t(by === "country" ? "folded.countries" : "folded.regions", {
            count: series.folded.length,
            names: list(series.folded.map((place) => place.name)),
          })}
        </p>
      )}
    </>
  );
}

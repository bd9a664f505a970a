import type { FrameworkItem } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawTrends } from "../charts/trends.ts";
import type { Base } from "../state/base.ts";
import { pooledBy } from "../state/pooled.ts";
import { allExact, type Row } from "../state/rows.ts";
import type { Selection } from "../state/selection.ts";
import { nestedSeries, trendSeries } from "../state/trends.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure, type TabName } from "./figure.tsx";
import { TrendLegend } from "./legends.tsx";
import { cellsTwin } from "./twins.tsx";
import { WithheldNote } from "./withheld-note.tsx";
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
  tabs?: readonly TabName[];
  /** Where regions are shown: their countries, and the regions on one mix of collective types. */
  /** The same figures for whole regions, to read where a country's is withheld. */
  regions?: readonly Row[];
  nested?: { readonly countries: readonly Row[]; readonly standardised: readonly Row[] } | null;
}) {
  const { result, all, base, selection, address, tabs, nested = null } = props;
  const [from, to] = props.years;
  const { translator } = useSurroundings();
  const { t, digits, percent, list } = translator;
  const { measure, by } = selection;
  const { rows, series, draw } = useMemo(() => {
    const ofResult = (list: readonly Row[]) => list.filter((row) => row.result === result.code);
    const plain = trendSeries(ofResult(all), [from, to], measure);
    const regionOf = new Map(base.countries.countries.map(({ country, region }) => [country, region]));
    const series = nested
      ? nestedSeries(
          plain,
          trendSeries(ofResult(nested.countries), [from, to], measure),
          regionOf,
          ofResult(nested.standardised),
        )
      : plain;
    const rows = [
      ...ofResult(all),
      ...(nested ? [...ofResult(nested.standardised), ...ofResult(nested.countries)] : []),
    ];
    const sentence = t("compare.sentence", { result: result.label, panels: series.panels.length, from, to });
    const options = {
      sentence,
      percent: (share: number) => percent([share, share]),
      digits: (band: readonly [number, number]) => digits([...band], measure),
      describe: (row: Row) => describeRow(row, translator),
    };
    const draw: Draw = (place, width) => drawTrends(place, series, { ...options, width });
    return { rows, series, draw };
  }, [all, nested, base, result, from, to, measure, translator, t, digits, percent]);
  const pooled = pooledBy(props.regions ?? [], base, selection);
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
        selection={selection}
        tabs={tabs}
        twin={cellsTwin(
          title,
          rows.filter((row) => shown.has(row.place.code)),
          nested ? "place" : by,
          base.health.release ?? 0,
          pooled,
        )}
        draw={draw}
        hint={t("chart.keys.plain")}
        legend={
          <TrendLegend
            measure={measure}
            exact={allExact(rows)}
            nested={nested !== null}
            standardised={series.panels.some(({ standardised }) => standardised.length > 0)}
          />
        }
        api={props.api}
        source={citation(base, title, address, translator)}
      />
      <WithheldNote rows={rows} pooled={pooled} />
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

import type { TraitsAnswer } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import type { Draw } from "../../charts/drawing.ts";
import { drawHeatmap } from "../../charts/heatmap.ts";
import { traitPlaces, traitSeries, traitSheet } from "../../state/how/traits.ts";
import type { Row } from "../../state/rows.ts";
import { writeSelection } from "../../state/selection.ts";
import type { ViewProps } from "../../state/view.ts";
import { citation } from "../citation.ts";
import { useSurroundings } from "../context.ts";
import { Figure } from "../figure.tsx";
import { HeatList } from "../heat-list.tsx";
import { HeatmapLegend } from "../legends.tsx";
import { sheetTwin } from "../twins.tsx";

/** What of how results come about is public: the share of collectives of which each trait is so, by place, in one year. */
export function TraitsFigure(
  props: Pick<ViewProps, "base" | "selection" | "address"> & {
    answers: readonly TraitsAnswer[];
    year: number;
    api: string;
  },
) {
  const { base, selection, address, answers, year } = props;
  const { translator } = useSurroundings();
  const { t, digits, percent, number } = translator;
  const title = t("traits.chart", { year });
  const { series, draw } = useMemo(() => {
    const places = traitPlaces(base, selection, t("traits.world"));
    const series = traitSeries(answers, year, places, base, translator);
    const describe = (row: Row) =>
      row.kind === "value"
        ? t("traits.row", {
            trait: row.resultLabel,
            place: row.place.name,
            year: row.year,
            share: percent(row.share),
            n: number(row.n),
            k: number(row.k),
            interval: percent(row.interval),
          })
        : `${row.resultLabel}, ${row.place.name}: ${t(`traits.${row.kind === "withheld" ? "withheld" : "no-data"}`)}`;
    const options = {
      measure: "share" as const,
      sentence: t("traits.sentence", { traits: base.framework.traits.length, places: places.length, year }),
      digits: (band: readonly [number, number]) => digits([...band], "share"),
      describe,
      href: (row: Row) => placeHref(row),
      heads: selection.by === "country" ? ("fitting" as const) : ("names" as const),
    };
    const draw: Draw = (where, width) => drawHeatmap(where, series, { ...options, width });
    return { series, draw };
  }, [answers, year, base, selection, translator, t, digits, percent, number]);
  const placeHref = ({ place }: Row) =>
    place.code.length === 3
      ? `/country/${place.code}${writeSelection({ ...selection, country: [], tab: "chart" })}`
      : `/how${writeSelection({ ...selection, by: "country" })}`;
  return (
    <Figure
      name="traits"
      path="/how"
      title={title}
      selection={selection}
      twin={sheetTwin(
        title,
        traitSheet(series, translator),
        series.rows.some(({ kind }) => kind === "value") ? false : null,
      )}
      draw={draw}
      hint={t("chart.keys.plain")}
      narrow={() => <HeatList series={series} measure="share" href={placeHref} />}
      legend={
        <HeatmapLegend
          measure="share"
          codes={selection.by === "country" ? series.places : []}
          title={t("traits.col.share")}
        />
      }
      api={props.api}
      source={citation(base, title, address, translator)}
    />
  );
}

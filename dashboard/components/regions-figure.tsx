import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawHeatmap } from "../charts/heatmap.ts";
import type { Base } from "../state/base.ts";
import { heatmapSeries } from "../state/heatmap.ts";
import type { Row } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure } from "./figure.tsx";
import { HeatList } from "./heat-list.tsx";
import { HeatmapLegend } from "./legends.tsx";
import { cellsTwin } from "./twins.tsx";
import { describeRow } from "./words.ts";

/** Every result in every region in one year, side by side. */
export function RegionsFigure(props: {
  rows: readonly Row[];
  year: number;
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
}) {
  const { rows, year, path, api, base, selection, address } = props;
  const { translator } = useSurroundings();
  const { t, digits } = translator;
  const title = t("report.regions", { year });
  const href = (row: Row) =>
    `/compare${writeSelection({ ...everything, by: "region", result: [row.result], lang: selection.lang })}`;
  const { series, draw } = useMemo(() => {
    const series = heatmapSeries(rows, year, base, "keep-withheld");
    const options = {
      measure: "share" as const,
      sentence: t("report.regions.sentence", {
        results: base.framework.results.length,
        regions: series.places.length,
        year,
      }),
      digits: (band: readonly [number, number]) => digits([...band], "share"),
      describe: (row: Row) => describeRow(row, translator),
      href,
      heads: "names" as const,
    };
    const draw: Draw = (where, width) => drawHeatmap(where, series, { ...options, width });
    return { series, draw };
  }, [rows, year, base, selection.lang, translator, t, digits]);
  return (
    <Figure
      name="regions"
      path={path}
      title={title}
      selection={selection}
      twin={cellsTwin(title, series.rows, "region", base.health.release ?? 0)}
      draw={draw}
      hint={t("chart.keys")}
      narrow={() => <HeatList series={series} measure="share" href={href} />}
      legend={<HeatmapLegend measure="share" codes={[]} />}
      api={api}
      source={citation(base, title, address, translator)}
    />
  );
}

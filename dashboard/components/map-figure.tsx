import type { FrameworkItem } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import { getAtlas } from "../charts/atlas.ts";
import type { Draw } from "../charts/drawing.ts";
import type { Base } from "../state/base.ts";
import { type MapSpot, mapSeries } from "../state/map.ts";
import type { Row } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure, type TabName } from "./figure.tsx";
import { MapLegend } from "./legends.tsx";
import { cellsTwin } from "./twins.tsx";
import { describeRow } from "./words.ts";

/** One result in one year on a map, with its table and downloads. */
export function MapFigure(props: {
  result: FrameworkItem;
  all: readonly Row[];
  year: number;
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
  tabs: readonly TabName[];
}) {
  const { result, all, year, base, selection, address } = props;
  const { translator } = useSurroundings();
  const { t, digits } = translator;
  const { measure } = selection;
  const { rows, draw } = useMemo(() => {
    const rows = all.filter((row) => row.result === result.code && row.year === year);
    const series = mapSeries(rows, year, base);
    const shown = series.spots.filter(({ row }) => row.kind === "value").length;
    const { drawMap, world } = getAtlas();
    const options = {
      world,
      measure,
      sentence: t("map.sentence", { result: result.label, year, countries: shown }),
      digits: (band: readonly [number, number]) => digits([...band], measure),
      describe: (spot: MapSpot) => describeRow(spot.row, translator),
      href: ({ row }: MapSpot) =>
        `/country/${row.place.code}${writeSelection({ ...everything, lang: selection.lang })}`,
    };
    const draw: Draw = (place, width) => drawMap(place, series, { ...options, width });
    return { rows, draw };
  }, [all, result, year, measure, base, selection.lang, translator, t, digits]);
  const title = t(`map.chart.${measure}`, { result: result.label, year });
  return (
    <Figure
      name={`map-${result.code}`}
      path={props.path}
      title={title}
      selection={selection}
      tabs={props.tabs}
      twin={cellsTwin(title, rows, "country", base.health.release ?? 0)}
      draw={draw}
      hint={t("chart.keys.country")}
      legend={<MapLegend measure={measure} />}
      more={
        <p class="quiet small-print" data-testid="borders">
          {t("map.borders")}
        </p>
      }
      api={props.api}
      source={citation(base, title, address, translator)}
    />
  );
}

import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawTrends } from "../charts/trends.ts";
import type { Base } from "../state/base.ts";
import type { FundedPlace } from "../state/funded.ts";
import type { Row } from "../state/rows.ts";
import type { Selection } from "../state/selection.ts";
import { trendSeries } from "../state/trends.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure } from "./figure.tsx";
import { TrendLegend } from "./legends.tsx";
import { cellsTwin } from "./twins.tsx";
import { describeRow } from "./words.ts";

/** A donor's share in place year by year, a panel a result. */
export function FundedYears(props: {
  place: FundedPlace;
  years: readonly [number, number];
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
}) {
  const { place, path, api, base, selection, address } = props;
  const [from, to] = props.years;
  const { translator } = useSurroundings();
  const { t, digits, percent } = translator;
  const title = t("funded.years", { place: place.name, from, to });
  const rows = useMemo(() => place.rows.filter(({ year }) => year >= from && year <= to), [place, from, to]);
  const draw = useMemo(() => {
    const short = new Map(base.framework.results.map((result) => [result.code, result.short]));
    const panels = rows.map((row) => ({ ...row, place: { code: row.result, name: short.get(row.result) ?? "" } }));
    const series = trendSeries(panels, [from, to], "share");
    const options = {
      sentence: t("funded.years.sentence", { title, panels: series.panels.length }),
      percent: (share: number) => percent([share, share]),
      digits: (band: readonly [number, number]) => digits([...band], "share"),
      describe: (row: Row) => describeRow({ ...row, place }, translator),
    };
    const drawn: Draw = (where, width) => drawTrends(where, series, { ...options, width });
    return drawn;
  }, [rows, place, from, to, title, base, translator, t, digits, percent]);
  return (
    <Figure
      name="funded-years"
      path={path}
      title={title}
      selection={selection}
      twin={cellsTwin(title, rows, "place", base.health.release ?? 0)}
      draw={draw}
      hint={t("chart.keys.plain")}
      legend={<TrendLegend measure="share" exact={false} />}
      api={api}
      source={citation(base, title, address, translator)}
    />
  );
}

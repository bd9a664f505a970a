import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawRanges } from "../charts/ranges.ts";
import { type Base, resultGroups } from "../state/base.ts";
import type { Pooled } from "../state/pooled.ts";
import { kindSign, type RangeSeries } from "../state/ranges.ts";
import { absentRow, allExact, bandOf, isSmall, type Row } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import type { PlaceKind } from "./cells-table.tsx";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure } from "./figure.tsx";
import { RangeLegend } from "./legends.tsx";
import { cellsTwin } from "./twins.tsx";
import { describeRow } from "./words.ts";

/** All results of one place and year in three panels, each line beside what it is compared with. */
export function ResultsFigure(props: {
  name: string;
  title: string;
  rows: readonly Row[];
  /** The same results of the wider place; empty where there is none. */
  beside: readonly Row[];
  besideName: string;
  /** What the place is; a country if left out. */
  kind?: PlaceKind;
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
  pooled?: ((row: Row) => Pooled | null) | undefined;
}) {
  const { name, title, rows, beside, besideName, base, selection, address } = props;
  const { translator } = useSurroundings();
  const { t } = translator;
  const draw = useMemo(() => {
    const { percent } = translator;
    const place = rows[0]?.place ?? { code: "", name: "" };
    const year = rows[0]?.year ?? 0;
    const series: RangeSeries = {
      domain: [0, 1],
      ticks: [0, 0.25, 0.5, 0.75, 1],
      groups: resultGroups(base).map(({ label, results }) => ({
        label,
        items: results.map((result) => {
          const row = rows.find((one) => one.result === result.code) ?? absentRow(result, place, year);
          const wider = beside.find((one) => one.result === result.code);
          const [lo, hi] = row.interval;
          const band = bandOf(row, "share");
          const other = wider ? bandOf(wider, "share") : null;
          return {
            key: result.code,
            label: result.short,
            kind: row.kind,
            band,
            interval: band && lo !== null && hi !== null ? ([lo, hi] as const) : null,
            other,
            text: band
              ? `${percent(row.share)}${isSmall(row) ? "*" : ""}`
              : kindSign[row.kind as keyof typeof kindSign],
            describe: other
              ? `${describeRow(row, translator)} · ${besideName}: ${percent([...other])}`
              : describeRow(row, translator),
            href: `/result/${result.code}${writeSelection({ ...everything, lang: selection.lang })}`,
          };
        }),
      })),
    };
    const options = {
      sentence: t("country.sentence", { place: place.name, results: base.framework.results.length, year }),
      tick: (value: number) => percent([value, value]),
    };
    const drawn: Draw = (where, width) => drawRanges(where, series, { ...options, width });
    return drawn;
  }, [rows, beside, besideName, base, selection.lang, translator, t]);
  return (
    <Figure
      name={name}
      path={props.path}
      title={title}
      selection={selection}
      twin={cellsTwin(title, rows, props.kind ?? "country", base.health.release ?? 0, props.pooled)}
      draw={draw}
      hint={t("chart.keys")}
      legend={<RangeLegend exact={allExact(rows)} other={beside.length > 0 ? besideName : null} />}
      api={props.api}
      source={citation(base, title, address, translator)}
    />
  );
}

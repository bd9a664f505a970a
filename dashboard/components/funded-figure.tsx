import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawRanges } from "../charts/ranges.ts";
import type { Translator } from "../locales/translate.ts";
import type { Base } from "../state/base.ts";
import { differenceScale, directionIn } from "../state/differences.ts";
import type { FundedRow } from "../state/funded.ts";
import { kindSign, type RangeSeries } from "../state/ranges.ts";
import type { Row } from "../state/rows.ts";
import type { Selection } from "../state/selection.ts";
import type { Sheet } from "../state/sheet.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure } from "./figure.tsx";
import { RangeLegend } from "./legends.tsx";
import { sheetTwin } from "./twins.tsx";

/** What changed in a donor's grants between two years, a line a result, each difference as a band around no change. */
export function FundedFigure(props: {
  title: string;
  place: string;
  rows: readonly FundedRow[];
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
}) {
  const { title, place, rows, path, api, base, selection, address } = props;
  const { translator } = useSurroundings();
  const { t } = translator;
  const { draw, sheet } = useMemo(() => {
    const { points } = translator;
    const { end, ticks } = differenceScale(rows.map(({ difference }) => difference));
    const items = rows.map((row) => ({
      key: row.result,
      label: row.short,
      kind: row.kind,
      band: row.difference,
      interval: null,
      other: null,
      faint: directionIn(row.difference) === "open",
      text: row.difference ? points(row.difference) : kindSign[row.kind as keyof typeof kindSign],
      describe: describeFunded(row, place, translator),
      href: null,
    }));
    const series: RangeSeries = { domain: [-end, end], ticks, groups: [{ label: null, items }] };
    const options = {
      sentence: t("funded.sentence", { title, lines: rows.length }),
      tick: (value: number) => points([value, value]),
    };
    const draw: Draw = (where, width) => drawRanges(where, series, { ...options, width });
    return { draw, sheet: sheetOf(rows, place, base.health.release ?? 0, translator) };
  }, [rows, place, title, base, translator, t]);
  return (
    <Figure
      name="funded-difference"
      path={path}
      title={title}
      selection={selection}
      twin={sheetTwin(title, sheet, rows.some(({ kind }) => kind === "value") ? false : null)}
      draw={draw}
      hint={t("chart.keys.plain")}
      legend={<RangeLegend exact={false} other={null} change="legend.difference" />}
      api={api}
      source={citation(base, title, address, translator)}
    />
  );
}

/** A difference in one sentence, with both shares and how many collectives stand behind each. */
function describeFunded(row: FundedRow, place: string, { t, percent, number, points }: Translator): string {
  const about = { place, result: row.label, from: row.from, to: row.to };
  if (!row.difference) return t("change.row.none", { ...about, why: t(`kind.${row.kind as "withheld" | "no-data"}`) });
  return t(`funded.row.${directionIn(row.difference) as "rose" | "fell" | "open"}`, {
    ...about,
    before: percent(row.before!.share),
    after: percent(row.after!.share),
    n_before: number(row.before!.n),
    n_after: number(row.after!.n),
    change: points(row.difference),
  });
}

function sheetOf(rows: readonly FundedRow[], place: string, release: number, translator: Translator): Sheet {
  const { t, percent, number, points } = translator;
  const [from, to] = [rows[0]?.from ?? 0, rows[0]?.to ?? 0];
  const share = (row: Row | null) => (row?.kind === "value" ? percent(row.share) : signOf(row));
  const count = (row: Row | null) => (row?.kind === "value" ? number(row.n) : signOf(row));
  return {
    columns: [
      { label: t("table.result") },
      { label: t("change.table.before", { year: from }), number: true },
      { label: t("funded.table.n", { year: from }), number: true },
      { label: t("change.table.before", { year: to }), number: true },
      { label: t("funded.table.n", { year: to }), number: true },
      { label: t("funded.table.difference"), number: true },
      { label: t("change.table.direction") },
    ],
    rows: rows.map((row) => ({
      key: row.result,
      kind: row.kind,
      cells: [
        row.label,
        share(row.before),
        count(row.before),
        share(row.after),
        count(row.after),
        row.difference ? points(row.difference) : kindSign[row.kind as keyof typeof kindSign],
        row.difference
          ? t(`change.direction.${directionIn(row.difference) as "rose" | "fell" | "open"}`)
          : t(`kind.${row.kind as "withheld" | "no-data"}`),
      ],
      data: [
        ...[row.result, place, row.from, row.to, row.kind],
        ...bandsOf(row.before),
        ...bandsOf(row.after),
        ...(row.difference ?? [null, null]),
        release,
      ],
    })),
    header: [
      ...["result", "place", "from", "to", "status", "before_n_lo", "before_n_hi", "before_lo", "before_hi"],
      ...["after_n_lo", "after_n_hi", "after_lo", "after_hi", "difference_lo", "difference_hi", "release"],
    ],
  };
}

function signOf(row: Row | null): string {
  return kindSign[(row?.kind ?? "no-data") as keyof typeof kindSign];
}

function bandsOf(row: Row | null): (number | null)[] {
  return row?.kind === "value" ? [...row.n, ...row.share] : [null, null, null, null];
}

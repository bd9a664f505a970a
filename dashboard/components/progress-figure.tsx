import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawRanges } from "../charts/ranges.ts";
import type { Translator } from "../locales/translate.ts";
import type { Base } from "../state/base.ts";
import type { ProgressRow } from "../state/progress.ts";
import { kindSign, type RangeSeries } from "../state/ranges.ts";
import type { Selection } from "../state/selection.ts";
import type { Sheet } from "../state/sheet.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure } from "./figure.tsx";
import { ProgressLegend } from "./legends.tsx";
import { sheetTwin } from "./twins.tsx";
import { flagWords } from "./words.ts";

/** Baseline, latest and target of the same collectives, a line a result. */
export function ProgressFigure(props: {
  owner: string;
  rows: readonly ProgressRow[];
  base: Base;
  selection: Selection;
  api: string;
  address: string;
}) {
  const { owner, rows, base, selection, api, address } = props;
  const { translator } = useSurroundings();
  const { t } = translator;
  const title = t("progress.chart", { owner });
  const { draw, sheet } = useMemo(() => {
    const series: RangeSeries = {
      domain: [0, 1],
      ticks: [0, 0.25, 0.5, 0.75, 1],
      groups: [
        {
          label: null,
          items: rows.map((row) => {
            // Exact figures show where they stand; a donor's show what share reached the result or came nearer.
            const shown = row.latest[0] === null ? shareOf(row) : ([row.latest[0], row.latest[1] as number] as const);
            const target = row.target ? row.target.k / row.target.n : null;
            return {
              key: row.result,
              label: row.short,
              kind: shown ? "value" : "withheld",
              band: shown,
              interval: null,
              from: row.baseline[0],
              other: target === null ? null : ([target, target] as const),
              text: shown ? translator.percent([...shown]) : kindSign.withheld,
              describe: describe(row, translator),
              href: null,
            } as const;
          }),
        },
      ],
    };
    const options = {
      sentence: t("progress.sentence", { owner, lines: rows.length }),
      tick: (value: number) => translator.percent([value, value]),
    };
    const draw: Draw = (place, width) => drawRanges(place, series, { ...options, width });
    return { draw, sheet: sheetOf(rows, translator, base.health.release ?? 0) };
  }, [owner, rows, base, translator, t]);
  const exact = rows.every(({ n }) => n[0] === n[1]);
  return (
    <Figure
      name="progress"
      path="/progress"
      title={title}
      selection={selection}
      twin={sheetTwin(title, sheet, exact)}
      draw={draw}
      hint={t("chart.keys.plain")}
      legend={<ProgressLegend exact={rows.some(({ latest }) => latest[0] !== null)} />}
      api={api}
      source={citation(base, title, address, translator)}
    />
  );
}

/** The share that reached the result or came nearer, as far as the bands tell. */
function shareOf({ n, reached_or_towards: [lo, hi] }: ProgressRow): readonly [number, number] | null {
  if (lo === null || hi === null || n[0] === null || n[1] === null || n[1] === 0) return null;
  return [Math.min(1, lo / n[1]), Math.min(1, hi / Math.max(1, n[0]))];
}

function describe(row: ProgressRow, translator: Translator): string {
  const { t, percent, number } = translator;
  if (row.status !== "value") return t("progress.row.none", { result: row.label });
  const about = { result: row.label, n: number([...row.n]) };
  const said =
    row.latest[0] === null
      ? t("progress.row.bands", { ...about, either: number([...row.reached_or_towards]) })
      : t("progress.row", {
          ...about,
          baseline: percent([...row.baseline]),
          latest: percent([...row.latest]),
          from: row.year_from ?? 0,
          to: row.year ?? 0,
        });
  const target = row.target
    ? t("progress.row.target", { k: row.target.k, n: row.target.n, year: row.target.year })
    : "";
  return [said, target, ...row.flags.map((flag) => flagWords(flag, t))].filter(Boolean).join(" · ");
}

function sheetOf(rows: readonly ProgressRow[], { t, percent, number, date }: Translator, release: number): Sheet {
  const named = ["reached", "moved_towards", "stayed", "moved_away", "reached_or_towards"] as const;
  return {
    columns: [
      { label: t("table.result") },
      { label: t("change.table.n"), number: true },
      { label: t("progress.table.baseline"), number: true },
      { label: t("progress.table.latest"), number: true },
      { label: t("progress.table.target") },
      ...named.map((name) => ({ label: t(`progress.table.${name}`), number: true })),
      { label: t("progress.table.revised") },
    ],
    rows: rows.map((row) => ({
      key: row.result,
      kind: row.status,
      cells: [
        row.label,
        row.status === "value" ? number([...row.n]) : kindSign.withheld,
        percent([...row.baseline]),
        percent([...row.latest]),
        row.target ? t("progress.row.target", { k: row.target.k, n: row.target.n, year: row.target.year }) : "–",
        ...named.map((name) => number([...row[name]])),
        row.other_targets
          .map(({ k, n, year, set_on, reason }) =>
            [t("progress.row.target", { k, n, year }), set_on ? date(set_on) : "", reason ?? ""]
              .filter(Boolean)
              .join(", "),
          )
          .join("; "),
      ],
      data: [
        row.owner,
        row.result,
        row.status,
        row.year_from,
        row.year,
        ...row.n,
        ...row.baseline,
        ...row.latest,
        ...named.flatMap((name) => [...row[name]]),
        row.target?.year ?? null,
        row.target?.k ?? null,
        row.target?.n ?? null,
        row.flags.join(" "),
        release,
      ],
    })),
    header: [
      ...[
        "owner",
        "result",
        "status",
        "year_from",
        "year",
        "n_lo",
        "n_hi",
        "baseline_lo",
        "baseline_hi",
        "latest_lo",
        "latest_hi",
      ],
      ...named.flatMap((name) => [`${name}_lo`, `${name}_hi`]),
      ...["target_year", "target_k", "target_n", "flags", "release"],
    ],
  };
}

import { useMemo } from "preact/hooks";
import type { Draw } from "../charts/drawing.ts";
import { drawRanges } from "../charts/ranges.ts";
import type { Translator } from "../locales/translate.ts";
import type { Base } from "../state/base.ts";
import { type ChangeRow, directionOf } from "../state/changes.ts";
import { differenceScale } from "../state/differences.ts";
import { pressureText } from "../state/pressure-beside.ts";
import { kindSign, type RangeSeries } from "../state/ranges.ts";
import type { Selection } from "../state/selection.ts";
import type { Sheet } from "../state/sheet.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure } from "./figure.tsx";
import { RangeLegend } from "./legends.tsx";
import { PressureNote } from "./pressure-note.tsx";
import { sheetTwin } from "./twins.tsx";
import { flagWords } from "./words.ts";

/** The matched change, a line a place (of one result) or a result (of one place), around a line at no change. */
export function ChangeFigure(props: {
  name: string;
  title: string;
  rows: readonly ChangeRow[];
  lines: "places" | "results";
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
  href: (row: ChangeRow) => string;
}) {
  const { name, title, rows, lines, base, selection, address } = props;
  const { translator } = useSurroundings();
  const { t } = translator;
  const { draw, sheet } = useMemo(() => {
    const { points } = translator;
    const { end, ticks } = differenceScale(rows.map(({ change }) => change));
    const series: RangeSeries = {
      domain: [-end, end],
      ticks,
      groups: [
        {
          label: null,
          items: rows.map((row) => ({
            key: `${row.result} ${row.place.code}`,
            label: lines === "places" ? row.place.name : (shortOf(base, row.result) ?? row.resultLabel),
            kind: row.kind,
            band: row.change,
            interval: null,
            other: null,
            faint: directionOf(row) === "open",
            text: row.change ? points(row.change) : kindSign[row.kind as keyof typeof kindSign],
            describe: describeChange(row, translator),
            href: props.href(row),
          })),
        },
      ],
    };
    const options = {
      sentence: t("change.sentence", { title, lines: rows.length }),
      tick: (value: number) => points([value, value]),
    };
    const draw: Draw = (place, width) => drawRanges(place, series, { ...options, width });
    return { draw, sheet: sheetOf(rows, lines, base.health.release ?? 0, translator) };
  }, [rows, lines, title, base, translator, t, props.href]);
  const exact = rows.every(({ n }) => n[0] === n[1]);
  return (
    <>
      <Figure
        name={name}
        path={props.path}
        title={title}
        selection={selection}
        twin={sheetTwin(title, sheet, rows.some(({ kind }) => kind === "value") ? exact : null)}
        draw={draw}
        hint={t("chart.keys.plain")}
        legend={<RangeLegend exact={false} other={null} change="legend.change" />}
        api={props.api}
        source={citation(base, title, address, translator)}
      />
      <PressureNote rows={rows} lines={lines} />
    </>
  );
}

/** A change in one sentence, with what it rests on. */
export function describeChange(row: ChangeRow, translator: Translator): string {
  const { t, percent, number, points } = translator;
  const about = { place: row.place.name, result: row.resultLabel, from: row.from, to: row.to };
  if (!row.change)
    return t("change.row.none", { ...about, why: t(`kind.${row.kind === "value" ? "withheld" : row.kind}`) });
  const figures = {
    n: row.n[0] === row.n[1] ? number([...row.n]) : t("change.at-least", { n: row.n[0] ?? 0 }),
    before: percent([...row.before]),
    after: percent([...row.after]),
    change: points(row.change),
  };
  const pressure = pressureText(row, translator);
  const cautions = [
    ...row.flags.map((flag) => flagWords(flag, t)),
    ...(pressure === null ? [] : [t("change.pressure.row", { pressure })]),
  ];
  return [t(`change.row.${directionOf(row) as "rose" | "fell" | "open"}`, { ...about, ...figures }), ...cautions].join(
    " · ",
  );
}

function shortOf({ framework }: Base, code: string): string | undefined {
  return framework.results.find((result) => result.code === code)?.short;
}

function sheetOf(
  rows: readonly ChangeRow[],
  lines: "places" | "results",
  release: number,
  translator: Translator,
): Sheet {
  const { t, percent, number, points } = translator;
  return {
    columns: [
      { label: t(lines === "places" ? "table.place.place" : "table.result") },
      { label: t("change.table.n"), number: true },
      { label: t("change.table.before", { year: rows[0]?.from ?? 0 }), number: true },
      { label: t("change.table.after", { year: rows[0]?.to ?? 0 }), number: true },
      { label: t("change.table.change"), number: true },
      { label: t("change.table.direction") },
      { label: t("change.table.crude"), number: true },
      { label: t("change.table.pressure"), number: true },
      { label: t("table.flags") },
    ],
    rows: rows.map((row) => {
      const crude = row.crude.map((share) => percent([share, share])).join(" → ");
      return {
        key: `${row.result} ${row.place.code}`,
        kind: row.kind,
        cells: [
          lines === "places" ? row.place.name : row.resultLabel,
          ...(row.change
            ? [
                row.n[0] === row.n[1] ? number([...row.n]) : `≥ ${row.n[0]}`,
                percent([...row.before]),
                percent([...row.after]),
                points(row.change),
                t(`change.direction.${directionOf(row) as "rose" | "fell" | "open"}`),
              ]
            : ["", "", "", kindSign[row.kind as keyof typeof kindSign], t(`kind.${row.kind as "withheld"}`)]),
          crude,
          pressureText(row, translator) ?? "",
          row.flags.map((flag) => flagWords(flag, t)).join("; "),
        ],
        data: [
          row.result,
          row.place.code,
          row.place.name,
          row.from,
          row.to,
          row.kind,
          ...row.n,
          ...row.before,
          ...row.after,
          ...(row.change ?? [null, null]),
          ...row.crude,
          ...row.pressure.flatMap((pressed) => [...(pressed?.share ?? [null, null])]),
          row.flags.join(" "),
          release,
        ],
      };
    }),
    header: [
      ...["result", "place", "name", "from", "to", "status", "n_lo", "n_hi", "before_lo", "before_hi", "after_lo"],
      ...["after_hi", "change_lo", "change_hi", "crude_from", "crude_to"],
      ...["pressure_from_lo", "pressure_from_hi", "pressure_to_lo", "pressure_to_hi", "flags", "release"],
    ],
  };
}

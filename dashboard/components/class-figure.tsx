import type { DistributionAnswer, FrameworkItem } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import { drawClasses } from "../charts/classes.ts";
import type { Draw } from "../charts/drawing.ts";
import type { Translator } from "../locales/translate.ts";
import type { Base } from "../state/base.ts";
import { type ClassLine, classSeries } from "../state/classes.ts";
import { kindSign } from "../state/ranges.ts";
import type { Selection } from "../state/selection.ts";
import type { Sheet } from "../state/sheet.ts";
import { citation } from "./citation.ts";
import { useSurroundings } from "./context.ts";
import { Figure, type TabName } from "./figure.tsx";
import { ClassLegend } from "./legends.tsx";
import { sheetTwin } from "./twins.tsx";

/** How the scores of one result are spread, place by place, aligned where "in place" begins. */
export function ClassFigure(props: {
  result: FrameworkItem;
  answer: Pick<DistributionAnswer, "classes">;
  year: number;
  path: string;
  api: string;
  base: Base;
  selection: Selection;
  address: string;
  tabs?: readonly TabName[];
}) {
  const { result, answer, year, base, selection, address, tabs } = props;
  const { by } = selection;
  const { translator } = useSurroundings();
  const { t, list } = translator;
  const title = t("classes.chart", { result: result.label, year });
  const { series, draw, sheet } = useMemo(() => {
    const ofResult = { classes: answer.classes.filter((row) => row.result === result.code) };
    const series = classSeries(ofResult, by, year, base, t("place.world"));
    const options = {
      sentence: t("classes.sentence", { result: result.label, year, places: series.lines.length }),
      digits: (band: readonly [number, number]) => translator.digits([...band], "share"),
      describe: (line: ClassLine) => describeLine(line, translator),
      below: t("classes.below"),
      above: t("classes.above"),
    };
    const draw: Draw = (place, width) => drawClasses(place, series, { ...options, width });
    return { series, draw, sheet: sheetOf(series.lines, by, base.health.release ?? 0, translator) };
  }, [answer, result, by, year, base, translator, t]);
  const folded = series.folded.length > 0 && (
    <p class="folded" data-testid="folded">
      {t(by === "country" ? "classes.folded.countries" : "classes.folded.regions", {
        count: series.folded.length,
        names: list(series.folded.map(({ name }) => name)),
      })}
    </p>
  );
  if (series.lines.length === 0)
    return (
      <section class="figure" data-testid="nothing">
        <h2>{title}</h2>
        <p class="notice">{t("classes.nothing")}</p>
        {folded}
      </section>
    );
  const classes = series.lines.find(({ kind }) => kind === "value")?.classes ?? [];
  const exact = series.lines.every(({ n }) => n[0] === n[1]);
  return (
    <>
      <Figure
        name={`classes-${result.code}`}
        path={props.path}
        title={title}
        selection={selection}
        tabs={tabs}
        twin={sheetTwin(title, sheet, exact)}
        draw={draw}
        hint={t("chart.keys.plain")}
        legend={<ClassLegend classes={classes} />}
        api={props.api}
        source={citation(base, title, address, translator)}
      />
      {folded}
    </>
  );
}

function describeLine(line: ClassLine, { t, percent, number }: Translator): string {
  const about = { place: line.place.name, year: line.year };
  if (line.kind !== "value") return t("classes.line.none", { ...about, why: t(`kind.${line.kind}`) });
  const parts = line.classes.map(({ from, to, share }) =>
    t("classes.part", { scores: from === to ? `${from}` : `${from}–${to}`, share: percent([...share]) }),
  );
  return t("classes.line", { ...about, n: number([...line.n]), parts: parts.join("; ") });
}

function sheetOf(
  lines: readonly ClassLine[],
  by: "country" | "region",
  release: number,
  { t, percent, number }: Translator,
): Sheet {
  const classes = lines.find(({ kind }) => kind === "value")?.classes ?? [];
  const names = classes.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return {
    columns: [
      { label: t(`table.place.${by}`) },
      { label: t("table.year"), number: true },
      { label: t("table.n"), number: true },
      ...names.map((name) => ({ label: t("table.scores", { scores: name.replace("-", "–") }), number: true })),
      { label: t("table.flags") },
    ],
    rows: lines.map((line) => {
      const bands = names.map((_, at) => line.classes[at] ?? null);
      const shown = line.kind === "value";
      return {
        key: line.key,
        kind: line.kind,
        cells: [
          line.place.name,
          `${line.year}`,
          shown ? number([...line.n]) : kindSign[line.kind as keyof typeof kindSign],
          ...bands.map((part) => (part ? percent([...part.share]) : "")),
          shown ? "" : t(`kind.${line.kind}`),
        ],
        data: [
          line.result,
          line.place.code,
          line.place.name,
          line.year,
          line.kind,
          ...line.n,
          ...bands.flatMap((part) => (part ? [...part.k, ...part.share] : [null, null, null, null])),
          release,
        ],
      };
    }),
    header: [
      ...["result", "place", "name", "year", "status", "n_lo", "n_hi"],
      ...names.flatMap((name) =>
        ["k_lo", "k_hi", "share_lo", "share_hi"].map((end) => `${end}_${name.replace("-", "_")}`),
      ),
      "release",
    ],
  };
}

import { useMemo } from "preact/hooks";
import { drawHeatmap } from "../charts/heatmap.ts";
import { measureOptions, regionOptions, typeOptions, yearOptions } from "../components/choices.ts";
import { citation } from "../components/citation.ts";
import { Figure } from "../components/figure.tsx";
import { Choice, Filters } from "../components/filters.tsx";
import { HeatList } from "../components/heat-list.tsx";
import { Guide, Landing } from "../components/landing.tsx";
import { HeatmapLegend } from "../components/legends.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { cellsTwin } from "../components/twins.tsx";
import { WithheldNote } from "../components/withheld-note.tsx";
import { describeRow } from "../components/words.ts";
import { yearsOf } from "../state/base.ts";
import { heatmapSeries } from "../state/heatmap.ts";
import { pooledBy } from "../state/pooled.ts";
import { cellsPath } from "../state/requests.ts";
import { type Row, rowsOf } from "../state/rows.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/overview";
const tabs = ["chart", "table"];
const newsPath = "/v1/release-changes";

/** What is in place where: every result by country, one year at a time. */
export const overview: View = {
  name: "overview",
  path,
  nav: "nav.overview",
  tabs,
  needs: ({ base, selection }) => {
    const year = yearOf({ base, selection });
    return [newsPath, ...(year === null ? [] : [pathOf(selection, year), regionsPath(selection, year)])];
  },
  title: ({ translator }) => translator.t("overview.title"),
  description: ({ translator }) => translator.t("overview.description"),
  Body: Overview,
};

function Overview(props: ViewProps) {
  const { base, selection, translator, answer, address } = props;
  const { t, digits } = translator;
  const { measure } = selection;
  const year = yearOf(props);
  const api = pathOf(selection, year ?? 0);
  const cells = year === null ? null : answer(api).cells;
  const pooled = pooledBy(
    year === null ? [] : rowsOf(answer(regionsPath(selection, year)).cells, "region", base),
    base,
    selection,
  );
  const title = t(`overview.chart.${measure}`, { year: year ?? 0 });
  const toCompare = (row: Row | null) =>
    `/compare${writeSelection({ ...everything, ...(row ? { result: [row.result] } : {}), region: selection.region, type: selection.type, measure, lang: selection.lang })}`;
  const { series, draw } = useMemo(() => {
    const series = heatmapSeries(cells ? rowsOf(cells, "country", base) : [], year ?? 0, base);
    const count = (kind: Row["kind"]) => series.rows.filter((row) => row.kind === kind).length;
    const sentence = t("overview.sentence", {
      results: base.framework.results.length,
      countries: series.places.length,
      year: year ?? 0,
      values: count("value"),
      withheld: count("withheld"),
    });
    const options = {
      measure,
      sentence,
      digits: (band: readonly [number, number]) => digits([...band], measure),
      describe: (row: Row) => describeRow(row, translator),
      href: toCompare,
    };
    const draw: Parameters<typeof Figure>[0]["draw"] = (place, width) =>
      drawHeatmap(place, series, { ...options, width });
    return { series, draw };
  }, [cells, year, measure, base, translator]);
  const name = (count: number, places: typeof series.folded) =>
    t("folded.countries", { count, names: translator.list(places.map((place) => place.name)) });
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("overview.title")}</h1>
          <p class="lead">{t("overview.lead")}</p>
        </div>
        <ReleaseLine base={base} years={yearsOf(base) ?? [0, 0]} />
      </div>
      <Landing base={base} lang={selection.lang} news={answer(newsPath)} />
      <Filters
        base={base}
        path={path}
        tabs={tabs}
        selection={selection}
        offers={["time", "measure", "region", "type", "country", "by", "result", "dimension"]}
      >
        <Choice name="time" label={t("filter.year")} value={`${year}`} options={yearOptions(base)} />
        <Choice name="measure" label={t("filter.measure")} value={measure} options={measureOptions(translator)} />
        <Choice
          name="region"
          label={t("filter.region")}
          value={selection.region[0] ?? ""}
          options={regionOptions(base, translator)}
        />
        <Choice name="type" label={t("filter.type")} value={selection.type ?? ""} options={typeOptions(translator)} />
      </Filters>
      {series.places.length === 0 ? (
        <p class="notice" data-testid="nothing">
          {t("compare.nothing")}
        </p>
      ) : (
        <Figure
          name="overview"
          path={path}
          title={title}
          selection={{ ...selection, by: "country" }}
          twin={cellsTwin(title, series.rows, "country", base.health.release ?? 0, pooled)}
          draw={draw}
          hint={t("chart.keys")}
          narrow={() => <HeatList series={series} measure={measure} href={toCompare} />}
          legend={<HeatmapLegend measure={measure} codes={series.places} />}
          api={api}
          source={citation(base, title, address, translator)}
        />
      )}
      {series.folded.length > 0 && (
        <p class="folded" data-testid="folded">
          {name(series.folded.length, series.folded)}
        </p>
      )}
      <WithheldNote rows={series.rows} pooled={pooled} />
      <p class="onward">
        <a href={toCompare(null)}>{t("overview.next")}</a>
      </p>
      <Guide rows={series.rows} lang={selection.lang} />
      <Notes base={base} title={title} address={address} />
    </>
  );
}

/** The year shown: the last one asked for, else the last one there is. */
function yearOf({ base, selection }: Pick<ViewProps, "base" | "selection">): number | null {
  return selection.time?.[1] ?? yearsOf(base)?.[1] ?? null;
}

function pathOf(selection: ViewProps["selection"], year: number) {
  return cellsPath({ ...selection, by: "country", result: [], dimension: null }, [year, year]);
}

/** The same results for whole regions, to read where a country's figure is withheld. */
function regionsPath(selection: ViewProps["selection"], year: number) {
  return cellsPath({ ...selection, by: "region", country: [], result: [], dimension: null }, [year, year]);
}

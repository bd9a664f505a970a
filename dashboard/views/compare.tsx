import { loadAtlas } from "../charts/atlas.ts";
import { measureOptions, regionOptions, resultChoices, typeOptions, yearOptions } from "../components/choices.ts";
import { ClassFigure } from "../components/class-figure.tsx";
import type { TabName } from "../components/figure.tsx";
import { Choice, Filters, Places, Tick } from "../components/filters.tsx";
import { MapFigure } from "../components/map-figure.tsx";
import { MixNote } from "../components/mix-note.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { TrendFigure } from "../components/trend-figure.tsx";
import { type Base, countriesByName, yearsOf } from "../state/base.ts";
import { cellsPath, distributionPath, standardisedPath } from "../state/requests.ts";
import { rowsOf } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import { standardisedRows } from "../state/standardised.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/compare";
const tabs: readonly TabName[] = ["chart", "distribution", "map", "table"];

/** Who changed over the years: one result or a whole dimension, a small chart for each country or region. */
export const compare: View = {
  name: "compare",
  path,
  nav: "nav.compare",
  tabs,
  needs: ({ base, selection }) =>
    yearsOf(base) ? Object.values(pathsOf(base, selection)).filter((api) => api !== null) : [],
  prepare: async ({ selection }) => selection.tab === "map" && loadAtlas(),
  title: ({ translator }) => translator.t("compare.title"),
  description: ({ translator }) => translator.t("compare.description"),
  Body: Compare,
};

function Compare({ base, selection, translator, answer, address }: ViewProps) {
  const { t } = translator;
  const years = selection.time ?? yearsOf(base) ?? [0, 0];
  const results = resultsOf(base, selection);
  const apis = pathsOf(base, selection);
  const [from, to] = years;
  const labels = translator.list(results.map(({ label }) => label));
  const { tab } = selection;
  const known = yearsOf(base) !== null;
  const cells = (api: ReturnType<typeof cellsPath> | null) => (known && api ? answer(api).cells : []);
  const rows = rowsOf(cells(apis.cells), tab === "map" ? "country" : selection.by, base);
  const regions = rowsOf(cells(apis.regions), "region", base);
  const mix = apis.standardised && known ? answer(apis.standardised) : null;
  const nested = apis.nested
    ? { countries: rowsOf(cells(apis.nested), "country", base), standardised: mix ? standardisedRows(mix, base) : [] }
    : null;
  const common = { path, base, selection, address, tabs };
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("compare.title")}</h1>
          <p class="lead">{t(`compare.lead.${selection.by}`)}</p>
        </div>
        <ReleaseLine base={base} years={yearsOf(base) ?? years} />
      </div>
      <Filters
        base={base}
        path={path}
        tabs={tabs}
        selection={selection}
        offers={["result", "dimension", "by", "country", "region", "time", "measure", "type", "standardised"]}
      >
        <Choice
          name="result"
          label={t("filter.result")}
          value={results.map(({ code }) => code).join("~")}
          groups={resultChoices(base, translator)}
        />
        <Choice
          name="by"
          label={t("filter.by")}
          value={selection.by}
          options={(["country", "region"] as const).map((value) => ({ value, label: t(`filter.by.${value}`) }))}
        />
        {selection.by === "country" && (
          <Places
            name="country"
            label={t("filter.countries")}
            places={countriesByName(base)}
            chosen={selection.country}
          />
        )}
        <Choice
          name="region"
          label={t("filter.region")}
          value={selection.region[0] ?? ""}
          options={regionOptions(base, translator)}
        />
        {(tab === "chart" || tab === "table") && (
          <Choice name="from" label={t("filter.from")} value={`${from}`} options={yearOptions(base)} />
        )}
        <Choice
          name="to"
          label={t(tab === "chart" || tab === "table" ? "filter.to" : "filter.year")}
          value={`${to}`}
          options={yearOptions(base)}
        />
        <Choice
          name="measure"
          label={t("filter.measure")}
          value={selection.measure}
          options={measureOptions(translator)}
        />
        <Choice name="type" label={t("filter.type")} value={selection.type ?? ""} options={typeOptions(translator)} />
        {selection.by === "region" && selection.measure === "share" && (
          <Tick
            name="standardised"
            value="type"
            label={t("filter.standardised")}
            checked={selection.standardised !== null}
          />
        )}
      </Filters>
      {results.map((result, at) => (
        // Another result in the same place is drawn into the same frame, which knows its width already.
        <section class="one-result" key={at}>
          {tab === "distribution" && apis.distribution && known ? (
            <ClassFigure
              {...common}
              result={result}
              answer={answer(apis.distribution)}
              year={to}
              api={apis.distribution}
            />
          ) : tab === "map" && known ? (
            <MapFigure {...common} result={result} all={rows} year={to} api={apis.cells} />
          ) : (
            <TrendFigure
              {...common}
              result={result}
              all={rows}
              years={years}
              api={apis.cells}
              nested={nested}
              regions={regions}
            />
          )}
          {mix && tab !== "map" && tab !== "distribution" && <MixNote answer={mix} result={result.code} base={base} />}
          <p class="onward">
            <a href={`/result/${result.code}${writeSelection({ ...everything, lang: selection.lang })}`}>
              {t("compare.to-result", { result: result.short })}
            </a>
            {to > (yearsOf(base)?.[0] ?? to) && (
              <a
                href={`/change${writeSelection({ ...everything, result: [result.code], time: [to - 1, to], lang: selection.lang })}`}
              >
                {t("compare.to-change", { from: to - 1, to })}
              </a>
            )}
          </p>
        </section>
      ))}
      <Notes
        base={base}
        title={t(`compare.chart.${selection.measure}`, { result: labels, from, to })}
        address={address}
      />
    </>
  );
}

/** The results shown: those named, else those of the dimension named, else the first of the framework. */
function resultsOf({ framework }: Base, { result, dimension }: Selection): Base["framework"]["results"] {
  if (result.length > 0) return framework.results.filter(({ code }) => result.includes(code));
  if (dimension) return framework.results.filter((item) => item.dimension === dimension);
  return framework.results.slice(0, 1);
}

/** What to ask for: only what the chosen way of showing it draws. */
function pathsOf(base: Base, selection: Selection) {
  const result = resultsOf(base, selection).map(({ code }) => code);
  const time = selection.time ?? yearsOf(base);
  const { tab, by } = selection;
  const last: [number, number] | null = time && [time[1], time[1]];
  const asked = { ...selection, result, dimension: null };
  const trend = tab !== "distribution" && tab !== "map";
  return {
    cells: cellsPath(tab === "map" ? { ...asked, by: "country" } : asked, trend ? time : last),
    nested: trend && by === "region" ? cellsPath({ ...asked, by: "country", country: [] }, time) : null,
    regions: trend && by === "country" ? cellsPath({ ...asked, by: "region", country: [] }, time) : null,
    standardised:
      trend && by === "region" && selection.standardised && selection.measure === "share"
        ? standardisedPath(result, time, selection.region.length > 1 ? selection.region : [])
        : null,
    distribution: tab === "distribution" ? distributionPath(asked, last) : null,
  };
}

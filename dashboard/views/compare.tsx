import type { CellsAnswer } from "@trama/api/contract";
import { measureOptions, regionOptions, resultChoices, typeOptions, yearOptions } from "../components/choices.ts";
import { Choice, Filters, Places } from "../components/filters.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { TrendFigure } from "../components/trend-figure.tsx";
import { type Base, countriesByName, yearsOf } from "../state/base.ts";
import { cellsPath } from "../state/requests.ts";
import { rowsOf } from "../state/rows.ts";
import type { Selection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/compare";
const tabs = ["chart", "table"];

/** Who changed over the years: one result or a whole dimension, a small chart for each country or region. */
export const compare: View = {
  name: "compare",
  path,
  nav: "nav.compare",
  tabs,
  needs: ({ base, selection }) => (yearsOf(base) ? [pathOf(base, selection)] : []),
  title: ({ translator }) => translator.t("compare.title"),
  description: ({ translator }) => translator.t("compare.description"),
  Body: Compare,
};

function Compare({ base, selection, translator, answer, address }: ViewProps) {
  const { t } = translator;
  const years = selection.time ?? yearsOf(base) ?? [0, 0];
  const results = resultsOf(base, selection);
  const api = pathOf(base, selection);
  const [from, to] = years;
  const labels = translator.list(results.map(({ label }) => label));
  const rows = yearsOf(base) ? rowsOf(answer<CellsAnswer>(api).cells, selection.by, base) : [];
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
        offers={["result", "dimension", "by", "country", "region", "time", "measure", "type"]}
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
        <Choice name="from" label={t("filter.from")} value={`${years[0]}`} options={yearOptions(base)} />
        <Choice name="to" label={t("filter.to")} value={`${years[1]}`} options={yearOptions(base)} />
        <Choice
          name="measure"
          label={t("filter.measure")}
          value={selection.measure}
          options={measureOptions(translator)}
        />
        <Choice name="type" label={t("filter.type")} value={selection.type ?? ""} options={typeOptions(translator)} />
      </Filters>
      {results.map((result) => (
        <TrendFigure
          key={result.code}
          result={result}
          all={rows}
          years={years}
          path={path}
          api={api}
          base={base}
          selection={selection}
          address={address}
        />
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

function pathOf(base: Base, selection: Selection): string {
  const result = resultsOf(base, selection).map(({ code }) => code);
  return cellsPath({ ...selection, result, dimension: null }, selection.time ?? yearsOf(base));
}

import { useMemo } from "preact/hooks";
import { ChangeFigure } from "../components/change-figure.tsx";
import { regionOptions, yearOptions } from "../components/choices.ts";
import { citation } from "../components/citation.ts";
import { Choice, Filters } from "../components/filters.tsx";
import { FundedYears } from "../components/funded-years.tsx";
import { Notes } from "../components/notes.tsx";
import { OutcomesList } from "../components/outcomes-list.tsx";
import { PrintButton } from "../components/print-button.tsx";
import { RegionsFigure } from "../components/regions-figure.tsx";
import { ReportFindings } from "../components/report-findings.tsx";
import { ReportIntro } from "../components/report-intro.tsx";
import { ReportQuality } from "../components/report-quality.tsx";
import { ResultsFigure } from "../components/results-figure.tsx";
import { Snippets } from "../components/snippets.tsx";
import { reportFiles, TakeAway } from "../components/take-away.tsx";
import { countriesByName, yearsOf } from "../state/base.ts";
import { type ChangeRow, changeRows } from "../state/changes.ts";
import { outcomesWithin, pairsOf, pathsOf, rowsOfPlace, type Scope, scopeOf, spanOf } from "../state/report.ts";
import { cellsPath } from "../state/requests.ts";
import { rowsOf } from "../state/rows.ts";
import { everything, writeSelection, writeTime } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/report";
const tabs = ["chart", "table"];

/** What to send on: the whole, a region or a country, in a year or over a span of years, with everything to cite. */
export const report: View = {
  name: "report",
  path,
  nav: "nav.report",
  tabs,
  needs: ({ base, selection }) => {
    if (!yearsOf(base)) return [];
    const { changes, regions, ...paths } = pathsOf(base, scopeOf(base, selection, ""), spanOf(base, selection));
    return [...Object.values(paths), ...changes, ...(regions ? [regions] : [])];
  },
  title: (props) => headingOf(props),
  description: ({ translator }) => translator.t("report.description"),
  Body: Report,
};

function headingOf({
  base,
  selection,
  translator: { t },
}: Pick<ViewProps, "base" | "selection" | "translator">): string {
  const { place } = scopeOf(base, selection, t("report.whole"));
  const [from, to] = spanOf(base, selection);
  if (from === to) return t("report.heading", { place: place.name, year: to });
  return t("report.heading.span", { place: place.name, from, to });
}

function Report(props: ViewProps) {
  const { base, selection, translator } = props;
  return yearsOf(base) ? (
    <OfYears {...props} scope={scopeOf(base, selection, translator.t("report.whole"))} />
  ) : (
    <p class="notice">{translator.t("compare.nothing")}</p>
  );
}

function OfYears({ base, selection, translator, answer, address, scope }: ViewProps & { scope: Scope }) {
  const { t } = translator;
  const { by, place } = scope;
  const span = spanOf(base, selection);
  const [from, to] = span;
  const api = pathsOf(base, scope, span);
  const { cells } = answer(api.cells);
  const regionCells = api.regions ? answer(api.regions).cells : null;
  const changed = api.changes.map((one) => answer(one).changes);
  const { traits } = answer(api.pressure);
  const completeness = answer(api.completeness);
  const outcomes = outcomesWithin(answer(api.outcomes).outcomes, span);
  const { own, last, regions, changes } = useMemo(() => {
    const rows = rowsOfPlace(cells, place, base);
    return {
      own: { ...place, rows },
      last: rows.filter(({ year }) => year === to),
      regions: regionCells && rowsOf(regionCells, "region", base),
      changes: pairsOf(base, [from, to]).map((pair, at) => ({
        pair,
        rows: changeRows(changed[at] ?? [], by, base, place.name, traits),
      })),
    };
  }, [cells, regionCells, changed.length, traits, base, by, place.code, from, to]);
  const toResult = useMemo(
    () => (row: ChangeRow) => `/result/${row.result}${writeSelection({ ...everything, lang: selection.lang })}`,
    [selection.lang],
  );
  const heading = headingOf({ base, selection, translator });
  const shared = { path, base, address, selection };
  const latest = changes.at(-1);
  const about = { [by]: place.code, world: null, time: selection.time && writeTime(selection.time) };
  const iati =
    by === "country"
      ? { about: { country: place.code }, place: place.name }
      : { about: { country: null }, place: t("report.whole") };
  return (
    <article class="report">
      <ReportIntro base={base} heading={heading} lead={t("report.lead")} />
      <Filters
        base={base}
        path={path}
        tabs={tabs}
        selection={selection}
        offers={["country", "region", "time"]}
        byItself={[yearsOf(base)?.[1] ?? 0, yearsOf(base)?.[1] ?? 0]}
      >
        <Choice
          name="country"
          label={t("report.filter.country")}
          value={by === "country" ? place.code : ""}
          options={[
            {
              value: "",
              label: t("report.filter.country.all", { place: by === "region" ? place.name : t("report.whole") }),
            },
            ...countriesByName(base).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        {by !== "country" && (
          <Choice
            name="region"
            label={t("filter.region")}
            value={by === "region" ? place.code : ""}
            options={regionOptions(base, translator)}
          />
        )}
        <Choice name="from" label={t("filter.from")} value={`${from}`} options={yearOptions(base)} />
        <Choice name="to" label={t("filter.to")} value={`${to}`} options={yearOptions(base)} />
        <PrintButton />
      </Filters>
      <TakeAway files={reportFiles(base.health.release ?? 0, about, iati, translator)} />
      <ReportFindings base={base} place={own} span={span} regions={regions} changes={changes} />
      {regions && api.regions && <RegionsFigure {...shared} rows={regions} year={to} api={api.regions} />}
      <ResultsFigure
        {...shared}
        name="results"
        title={t("country.chart", { place: place.name, year: to })}
        rows={last}
        beside={[]}
        besideName=""
        kind={by === "world" ? "place" : by}
        api={api.cells}
      />
      {from < to && <FundedYears {...shared} place={own} years={span} api={api.cells} />}
      {latest && (
        <ChangeFigure
          {...shared}
          name="changes"
          title={t("change.chart.country", { place: place.name, from: latest.pair[0], to: latest.pair[1] })}
          rows={latest.rows}
          lines="results"
          api={api.changes.at(-1) ?? ""}
          href={toResult}
        />
      )}
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{t("outcomes.of-country", { place: place.name })}</h2>
        <OutcomesList outcomes={outcomes} base={base} />
      </section>
      <ReportQuality found={completeness} scope={scope} span={span} rows={last} />
      <section class="take" aria-labelledby="take" data-testid="take">
        <h2 id="take">{t("report.take")}</h2>
        <ul>
          {[
            { href: `${allOf(scope)}&format=csv`, label: t("report.take.csv", { place: place.name }) },
            { href: `${allOf(scope)}&format=arrow`, label: t("report.take.arrow", { place: place.name }) },
            { href: "/v1/cells?format=csv", label: t("report.take.everything") },
            { href: `/v1/framework?lang=${base.lang}`, label: t("report.take.codebook") },
            { href: "/docs", label: t("report.take.api") },
          ].map(({ href, label }) => (
            <li key={href}>
              <a href={href} data-plain>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <Snippets address={new URL(allOf(scope), address).href} />
        <p class="citation" data-testid="report-citation">
          {citation(base, heading, address, translator)}
        </p>
      </section>
      <Notes
        base={base}
        title={heading}
        address={address}
        parts={["share", "interval", "matched", "not", "quality", "withheld"]}
      />
    </article>
  );
}

/** Every year and result of the report's place, for the download; of the whole, its regions. */
function allOf({ by, place }: Scope): string {
  if (by === "world") return cellsPath({ ...everything, by: "region" }, null);
  return cellsPath({ ...everything, by, [by]: [place.code] }, null);
}

import { useMemo } from "preact/hooks";
import { ChangeFigure } from "../components/change-figure.tsx";
import { yearOptions } from "../components/choices.ts";
import { citation } from "../components/citation.ts";
import { Choice, Filters } from "../components/filters.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { OutcomesList } from "../components/outcomes-list.tsx";
import { PrintButton } from "../components/print-button.tsx";
import { ResultsFigure } from "../components/results-figure.tsx";
import { type Base, countriesByName, type Place, regionsByName, yearsOf } from "../state/base.ts";
import { type ChangeRow, changeRows, directionOf } from "../state/changes.ts";
import { summaries } from "../state/panels.ts";
import { cellsPath, changePath, outcomesPath } from "../state/requests.ts";
import { rowsOf } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/report";
const tabs = ["chart", "table"];

/** What to send on: one country or region in one year, with what changed, made for paper, with everything to cite. */
export const report: View = {
  name: "report",
  path,
  nav: "nav.report",
  tabs,
  needs: ({ base, selection }) => {
    const scope = scopeOf(base, selection);
    return yearsOf(base) && scope ? Object.values(pathsOf(base, selection, scope)).filter((api) => api !== null) : [];
  },
  title: ({ base, selection, translator }) =>
    translator.t("report.heading", {
      place: scopeOf(base, selection)?.place.name ?? "",
      year: yearOf(base, selection),
    }),
  description: ({ translator }) => translator.t("report.description"),
  Body: Report,
};

function Report({ base, selection, translator, answer, address }: ViewProps) {
  const { t, list } = translator;
  const scope = scopeOf(base, selection);
  const years = yearsOf(base);
  const year = yearOf(base, selection);
  const api = scope && years ? pathsOf(base, selection, scope) : null;
  const cells = api ? answer(api.cells).cells : null;
  const changes = api?.change ? answer(api.change).changes : null;
  const { rows, moved } = useMemo(
    () => ({
      rows: cells && scope ? rowsOf(cells, scope.by, base) : [],
      moved: changes && scope ? changeRows(changes, scope.by, base, "") : [],
    }),
    [cells, changes, scope?.by, base],
  );
  const toResult = useMemo(
    () => (row: ChangeRow) => `/result/${row.result}${writeSelection({ ...everything, lang: selection.lang })}`,
    [selection.lang],
  );
  if (!scope || !years || !api) return <p class="notice">{t("compare.nothing")}</p>;
  const { place } = scope;
  const heading = t("report.heading", { place: place.name, year });
  const inDirection = (direction: "rose" | "fell") =>
    moved.filter((row) => directionOf(row) === direction).map(({ resultLabel }) => resultLabel);
  const said = (direction: "rose" | "fell") =>
    inDirection(direction).length > 0
      ? t(`report.${direction}`, { results: list(inDirection(direction)), from: year - 1, to: year })
      : t(`report.${direction}.none`, { from: year - 1, to: year });
  const shared = { path, base, address, selection };
  return (
    <article class="report">
      <div class="intro">
        <div>
          <p class="kicker">{t("report.kicker")}</p>
          <h1 tabIndex={-1}>{heading}</h1>
          <p class="lead">{t("report.lead")}</p>
        </div>
        <ReleaseLine base={base} years={years} />
      </div>
      <Filters base={base} path={path} tabs={tabs} selection={selection} offers={["country", "region", "time"]}>
        <Choice
          name="country"
          label={t("report.filter.place")}
          value={scope.by === "country" ? place.code : ""}
          options={[
            ...(scope.by === "region" ? [{ value: "", label: place.name }] : []),
            ...countriesByName(base).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <Choice name="time" label={t("filter.year")} value={`${year}`} options={yearOptions(base)} />
        <PrintButton />
      </Filters>
      <section aria-labelledby="summary" data-testid="summary">
        <h2 id="summary">{t("report.summary")}</h2>
        <ul class="findings">
          {summaries(rows, base).map(({ label, shown, results, lowest, highest }) => (
            <li key={label}>
              <b>{label}</b>{" "}
              {lowest && highest
                ? t(shown === 1 ? "country.panel.one" : "country.panel", {
                    shown,
                    results,
                    low: translator.percent([...lowest.share]),
                    lowest: lowest.label,
                    high: translator.percent([...highest.share]),
                    highest: highest.label,
                  })
                : t("country.panel.none", { results })}
            </li>
          ))}
          {changes && (
            <>
              <li>{said("rose")}</li>
              <li>{said("fell")}</li>
            </>
          )}
        </ul>
      </section>
      <ResultsFigure
        {...shared}
        name="results"
        title={t("country.chart", { place: place.name, year })}
        rows={rows}
        beside={[]}
        besideName=""
        api={api.cells}
      />
      {changes && (
        <ChangeFigure
          {...shared}
          name="changes"
          title={t("change.chart.country", { place: place.name, from: year - 1, to: year })}
          rows={moved}
          lines="results"
          api={api.change!}
          href={toResult}
        />
      )}
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{t("outcomes.of-country", { place: place.name })}</h2>
        <OutcomesList outcomes={answer(api.outcomes).outcomes} base={base} />
      </section>
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
        <p class="citation" data-testid="report-citation">
          {citation(base, heading, address, translator)}
        </p>
      </section>
      <Notes
        base={base}
        title={heading}
        address={address}
        parts={["share", "interval", "matched", "not", "withheld"]}
      />
    </article>
  );
}

interface Scope {
  readonly by: "country" | "region";
  readonly place: Place;
}

/** What the report is about: the country named, else the region named, else the first country with figures. */
function scopeOf(base: Base, { country, region }: Selection): Scope | null {
  const countries = countriesByName(base);
  const named = countries.find(({ code }) => code === country[0]);
  if (named) return { by: "country", place: named };
  const wider = regionsByName(base).find(({ code }) => code === region[0]);
  if (wider) return { by: "region", place: wider };
  const withFigures = new Set(
    base.countries.countries.filter(({ cells }) => cells.value > 0).map(({ country }) => country),
  );
  const first = countries.find(({ code }) => withFigures.has(code)) ?? countries[0];
  return first ? { by: "country", place: first } : null;
}

function yearOf(base: Base, { time }: Selection): number {
  return time?.[1] ?? yearsOf(base)?.[1] ?? 0;
}

function pathsOf(base: Base, selection: Selection, { by, place }: Scope) {
  const year = yearOf(base, selection);
  const asked = { ...everything, by, [by]: [place.code] } as Selection;
  return {
    cells: cellsPath(asked, [year, year]),
    change: year > (yearsOf(base)?.[0] ?? year) ? changePath(asked, by, [year - 1, year]) : null,
    outcomes: outcomesPath(asked),
  };
}

/** Every year and result of the report's place, for the download. */
function allOf({ by, place }: Scope): string {
  return cellsPath({ ...everything, by, [by]: [place.code] } as Selection, null);
}

import type { TraceAnswer } from "@trama/api/contract";
import { countryOptions, resultChoices, yearOptions } from "../components/choices.ts";
import { useSurroundings } from "../components/context.ts";
import { Fetched } from "../components/fetched.tsx";
import { Choice, Filters } from "../components/filters.tsx";
import { SheetTable } from "../components/sheet-table.tsx";
import { NotPublic } from "../components/states.tsx";
import { useFetched } from "../components/use-fetched.ts";
import { yearsOf } from "../state/base.ts";
import { everything, writeSelection } from "../state/selection.ts";
import type { Sheet } from "../state/sheet.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/provenance";

/** Where a figure came from: every score behind it, down to file, sheet and row; for managers of the country. */
export const provenance: View = {
  name: "provenance",
  path,
  nav: null,
  tabs: ["chart"],
  needs: () => [],
  title: ({ translator }) => translator.t("provenance.title"),
  description: ({ translator }) => translator.t("provenance.lead"),
  Body: Provenance,
};

function Provenance({ base, selection, translator }: ViewProps) {
  const { t } = translator;
  const { session } = useSurroundings();
  const manager = session?.role === "manager";
  const countries = countryOptions(base).filter(({ value }) => session?.reach.countries.includes(value));
  const country = selection.country[0] ?? countries[0]?.value ?? "";
  const result = selection.result[0] ?? base.framework.results[0]?.code ?? "";
  const year = selection.time?.[1] ?? yearsOf(base)?.[1] ?? 0;
  const api = manager && country ? (`/v1/provenance?result=${result}&country=${country}&year=${year}` as const) : null;
  const found = useFetched(api);
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("provenance.title")}</h1>
          <p class="lead">{t("provenance.lead")}</p>
        </div>
      </div>
      {!manager ? (
        <NotPublic
          title={t("forbidden.sign-in")}
          text={t("provenance.restricted")}
          links={[
            { href: `/sign-in${writeSelection({ ...everything, lang: selection.lang })}`, label: t("account.sign-in") },
          ]}
        />
      ) : (
        <>
          <Filters
            base={base}
            path={path}
            tabs={["chart"]}
            selection={selection}
            offers={["country", "result", "time"]}
          >
            <Choice name="country" label={t("table.place.country")} value={country} options={countries} />
            <Choice
              name="result"
              label={t("filter.result")}
              value={result}
              groups={resultChoices(base, translator).slice(0, -1)}
            />
            <Choice name="time" label={t("filter.year")} value={`${year}`} options={yearOptions(base)} />
          </Filters>
          <Fetched found={found}>
            {({ rows }) =>
              rows.length === 0 ? (
                <p class="notice">{t("provenance.nothing")}</p>
              ) : (
                <SheetTable title={t("provenance.table", { count: rows.length })} sheet={sheetOf(rows, translator)} />
              )
            }
          </Fetched>
        </>
      )}
    </>
  );
}

function sheetOf(rows: TraceAnswer["rows"], { t }: ViewProps["translator"]): Sheet {
  return {
    columns: [
      { label: t("provenance.collective") },
      { label: t("provenance.score"), number: true },
      { label: t("provenance.evidence"), number: true },
      { label: t("provenance.period") },
      { label: t("provenance.file") },
      { label: t("provenance.sheet") },
      { label: t("provenance.row"), number: true },
      { label: t("provenance.source") },
      { label: t("table.flags") },
    ],
    rows: rows.map((row) => ({
      key: `${row.file} ${row.sheet} ${row.row} ${row.collective}`,
      kind: "value",
      cells: [
        row.collective,
        row.score === null ? (row.missing ?? "–") : `${row.score}`,
        row.evidence === null ? "–" : `${row.evidence}`,
        row.period,
        row.file,
        row.sheet,
        `${row.row}`,
        row.source,
        row.flags ?? "",
      ],
      data: [],
    })),
    header: [],
  };
}

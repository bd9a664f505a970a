import { useCallback, useMemo } from "preact/hooks";
import { ChangeFigure } from "../components/change-figure.tsx";
import { regionOptions, resultChoices } from "../components/choices.ts";
import { Choice, Filters } from "../components/filters.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { NotPublic } from "../components/states.tsx";
import { type Base, countriesByName, yearsOf } from "../state/base.ts";
import { type ChangeRow, changeRows, directionOf } from "../state/changes.ts";
import { changePath, pressurePath } from "../state/requests.ts";
import { everything, type Selection, writeSelection, writeTime } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/change";
const tabs = ["chart", "table"];

/** Why a figure moved: what the same collectives did between two years, apart from who joined and who left. */
export const change: View = {
  name: "change",
  path,
  nav: "nav.change",
  tabs,
  needs: ({ base, selection }) => {
    const pair = pairOf(base, selection);
    return pair && isPublic(pair) ? [apiOf(base, selection, pair), pressureOf(selection, pair)] : [];
  },
  title: ({ translator }) => translator.t("change.title"),
  description: ({ translator }) => translator.t("change.description"),
  Body: ChangeView,
};

function ChangeView({ base, selection, translator, answer, address }: ViewProps) {
  const { t, list } = translator;
  const pair = pairOf(base, selection);
  const lines = ofOneCountry(selection) ? "results" : "places";
  const open = pair !== null && isPublic(pair);
  const api = open ? apiOf(base, selection, pair) : null;
  const changes = api ? answer(api).changes : null;
  const traits = open ? answer(pressureOf(selection, pair)).traits : null;
  const rows = useMemo(
    () =>
      changes && traits
        ? changeRows(changes, lines === "results" ? "country" : selection.by, base, t("place.world"), traits)
        : [],
    [changes, traits, lines, selection.by, base, t],
  );
  const [from, to] = pair ?? [0, 0];
  const country = countriesByName(base).find(({ code }) => code === selection.country[0]);
  const result = resultOf(base, selection);
  const title =
    lines === "results"
      ? t("change.chart.country", { place: country?.name ?? "", from, to })
      : t("change.chart.result", { result: result?.label ?? "", from, to });
  const { lang } = selection;
  const href = useCallback(
    (row: ChangeRow) =>
      lines === "results"
        ? `/result/${row.result}${writeSelection({ ...everything, lang })}`
        : selection.by === "country"
          ? `/country/${row.place.code}${writeSelection({ ...everything, lang })}`
          : `/compare${writeSelection({ ...everything, result: [row.result], by: "region", lang })}`,
    [lines, selection.by, lang],
  );
  const names = (direction: "rose" | "fell" | "open") =>
    rows
      .filter((row) => directionOf(row) === direction)
      .map((row) => (lines === "results" ? row.resultLabel : row.place.name));
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("change.title")}</h1>
          <p class="lead">{t("change.lead")}</p>
        </div>
        <ReleaseLine base={base} years={yearsOf(base) ?? [0, 0]} />
      </div>
      <Filters
        base={base}
        path={path}
        tabs={tabs}
        selection={selection}
        offers={["result", "country", "by", "region", "time"]}
      >
        <Choice
          name="country"
          label={t("change.filter.country")}
          value={selection.country[0] ?? ""}
          options={[
            { value: "", label: t("change.filter.country.all") },
            ...countriesByName(base).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        {lines === "places" && (
          <>
            <Choice
              name="result"
              label={t("filter.result")}
              value={result?.code ?? ""}
              groups={resultChoices(base, translator).slice(0, -1)}
            />
            <Choice
              name="by"
              label={t("filter.by")}
              value={selection.by}
              options={(["country", "region"] as const).map((value) => ({ value, label: t(`filter.by.${value}`) }))}
            />
            <Choice
              name="region"
              label={t("filter.region")}
              value={selection.region[0] ?? ""}
              options={regionOptions(base, translator)}
            />
          </>
        )}
        <Choice
          name="time"
          label={t("change.filter.years")}
          value={pair ? writeTime(pair) : ""}
          options={pairs(base)}
        />
      </Filters>
      {!open ? (
        <NotPublic
          title={t("change.pair.title")}
          text={t("change.pair.text", { from, to })}
          links={pairs(base)
            .slice(0, 3)
            .map(({ value, label }) => ({
              href: `${path}${writeSelection({ ...selection, time: value.split("..").map(Number) as [number, number] })}`,
              label,
            }))}
        />
      ) : rows.length === 0 ? (
        <p class="notice" data-testid="nothing">
          {t("compare.nothing")}
        </p>
      ) : (
        <>
          <ul class="findings" data-testid="findings">
            {(["fell", "rose", "open"] as const).map((direction) => (
              <li key={direction} data-direction={direction}>
                <b>{t(`change.finding.${direction}`, { count: names(direction).length })}</b>{" "}
                {names(direction).length > 0 ? list(names(direction)) : t("change.finding.none")}
              </li>
            ))}
          </ul>
          <ChangeFigure
            name={`change-${lines === "results" ? country?.code : result?.code}`}
            title={title}
            rows={rows}
            lines={lines}
            path={path}
            api={api ?? ""}
            base={base}
            selection={selection}
            address={address}
            href={href}
          />
          <section class="why" aria-labelledby="why" data-testid="why">
            <h2 id="why">{t("change.why.title")}</h2>
            <p>{t("change.why.same")}</p>
            <p>{t("change.why.others")}</p>
            <p>{t("change.why.cause")}</p>
          </section>
        </>
      )}
      <Notes base={base} title={title} address={address} parts={["matched", "not", "withheld"]} />
    </>
  );
}

function ofOneCountry({ country, result }: Selection): boolean {
  return country.length === 1 && result.length === 0;
}

function resultOf({ framework }: Base, { result }: Selection): Base["framework"]["results"][number] | undefined {
  return framework.results.find(({ code }) => code === result[0]) ?? framework.results[0];
}

/** The two years compared: those asked for, else the last two there are. */
function pairOf(base: Base, { time }: Selection): readonly [number, number] | null {
  const years = yearsOf(base);
  if (!years || years[0] === years[1]) return null;
  if (!time) return [years[1] - 1, years[1]];
  return time[0] === time[1] ? [Math.max(time[0] - 1, years[0]), Math.max(time[0], years[0] + 1)] : time;
}

/** Only consecutive years are public: other pairs could tell who joined and who left. */
function isPublic([from, to]: readonly [number, number]): boolean {
  return to === from + 1;
}

function pairs(base: Base): { value: string; label: string }[] {
  const [first, last] = yearsOf(base) ?? [0, -1];
  return Array.from({ length: Math.max(0, last - first) }, (_, back) => {
    const to = last - back;
    return { value: writeTime([to - 1, to]), label: `${to - 1} → ${to}` };
  });
}

function apiOf(base: Base, selection: Selection, pair: readonly [number, number]) {
  if (ofOneCountry(selection)) return changePath({ ...selection, result: [] }, "country", pair);
  const result = [resultOf(base, selection)?.code ?? ""];
  return changePath({ ...selection, result }, selection.by, pair);
}

function pressureOf(selection: Selection, pair: readonly [number, number]) {
  return pressurePath(selection, ofOneCountry(selection) ? "country" : selection.by, pair);
}

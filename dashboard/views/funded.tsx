import type { CellsAnswer } from "@trama/api/contract";
import { useMemo } from "preact/hooks";
import { useSurroundings } from "../components/context.ts";
import { Fetched } from "../components/fetched.tsx";
import { Choice, Filters } from "../components/filters.tsx";
import { FundedFigure } from "../components/funded-figure.tsx";
import { FundedYears } from "../components/funded-years.tsx";
import { Notes, ReleaseLine } from "../components/notes.tsx";
import { NotPublic } from "../components/states.tsx";
import { reportFiles, TakeAway } from "../components/take-away.tsx";
import { useFetched } from "../components/use-fetched.ts";
import { yearsOf } from "../state/base.ts";
import { directionIn } from "../state/differences.ts";
import { type FundedPlace, fundedPlaces, fundedRows, shownYears } from "../state/funded.ts";
import { grantPath, ownPath } from "../state/requests.ts";
import { everything, writeSelection, writeTime } from "../state/selection.ts";
import type { View, ViewProps } from "../state/view.ts";

const path = "/funded";
const tabs = ["chart", "table"];

/** What changed in the collectives that a donor funds, between any two years; from the donor's own published cells. */
export const funded: View = {
  name: "funded",
  path,
  nav: null,
  tabs,
  needs: () => [],
  title: ({ translator }) => translator.t("funded.title"),
  description: ({ translator }) => translator.t("funded.lead"),
  Body: Funded,
};

function Funded(props: ViewProps) {
  const { base, selection, translator } = props;
  const { t } = translator;
  const { session } = useSurroundings();
  const carried = { ...everything, lang: selection.lang };
  return (
    <>
      <div class="intro">
        <div>
          <h1 tabIndex={-1}>{t("funded.title")}</h1>
          <p class="lead">{t("funded.lead")}</p>
        </div>
        <ReleaseLine base={base} years={yearsOf(base) ?? [0, 0]} />
      </div>
      {session?.role !== "donor" ? (
        <NotPublic
          title={t("forbidden.sign-in")}
          text={t("funded.restricted")}
          links={[
            { href: `/sign-in${writeSelection(carried)}`, label: t("account.sign-in") },
            { href: `/change${writeSelection(carried)}`, label: t("progress.instead.change") },
          ]}
        />
      ) : session.reach.grants.length > 0 ? (
        <OfGrants {...props} grants={session.reach.grants} />
      ) : (
        <OfAll {...props} />
      )}
    </>
  );
}

/** All grants of the donor together, in the world and country by country. */
function OfAll(props: ViewProps) {
  const world = useFetched(ownPath("world"));
  const countries = useFetched(ownPath("country"));
  return (
    <Fetched found={world}>
      {(whole) => (
        <Fetched found={countries}>
          {(parts) => <Chosen {...props} world={whole.cells} countries={parts.cells} grants={noGrants} />}
        </Fetched>
      )}
    </Fetched>
  );
}

/** The grants that the account is limited to, each as a whole; one at a time is read. */
function OfGrants(props: ViewProps & { grants: readonly string[] }) {
  const code = props.grants.find((grant) => grant === props.selection.of) ?? props.grants[0]!;
  const found = useFetched(grantPath(code));
  const grants = useMemo(
    () => props.grants.map((one) => ({ code: one, cells: one === code ? (found.value?.cells ?? []) : [] })),
    [props.grants, code, found.value],
  );
  return (
    <Fetched found={found}>
      {() => <Chosen {...props} world={noCells} countries={noCells} grants={grants} chosen={code} />}
    </Fetched>
  );
}

const noCells: CellsAnswer["cells"] = [];
const noGrants: readonly { code: string; cells: CellsAnswer["cells"] }[] = [];

/** The place or grant chosen between the two years chosen; the address names both, so that they can be linked to. */
function Chosen(
  props: ViewProps & {
    world: CellsAnswer["cells"];
    countries: CellsAnswer["cells"];
    grants: readonly { code: string; cells: CellsAnswer["cells"] }[];
    chosen?: string;
  },
) {
  const { base, selection, translator, address, world, countries, grants, chosen } = props;
  const { t, list } = translator;
  const places = useMemo(
    () => fundedPlaces({ world, countries, grants }, base, t("funded.all")),
    [world, countries, grants, base, t],
  );
  const place = places.find(({ code }) => code === (chosen ?? selection.country[0] ?? "")) ?? places[0];
  const years = useMemo(() => (place ? shownYears(place.rows) : []), [place]);
  const pair = pairOf(years, selection.time);
  const rows = useMemo(() => (place && pair ? fundedRows(place.rows, pair, base) : []), [place, pair?.[0], pair?.[1]]);
  if (!place) return <Nothing />;
  const shared = {
    ...{ path, base, selection, address },
    api: chosen === undefined ? ownPath(place.code === "" ? "world" : "country") : grantPath(chosen),
  };
  const named = (direction: "rose" | "fell" | "open") =>
    rows.filter(({ difference }) => directionIn(difference) === direction).map(({ label }) => label);
  const title = pair ? t("funded.chart", { place: place.name, from: pair[0], to: pair[1] }) : t("funded.title");
  return (
    <>
      <Filters
        {...{ base, path, tabs, selection }}
        offers={["country", "time", "of"]}
        byItself={pairOf(years, null) ?? undefined}
      >
        {chosen === undefined ? (
          <Choice name="country" label={t("funded.where")} value={place.code} options={optionsOf(places)} />
        ) : (
          <Choice name="of" label={t("funded.grant")} value={chosen} options={optionsOf(places)} />
        )}
        {pair && (
          <>
            <Choice name="from" label={t("filter.from")} value={`${pair[0]}`} options={yearsAsOptions(years)} />
            <Choice name="to" label={t("filter.to")} value={`${pair[1]}`} options={yearsAsOptions(years)} />
          </>
        )}
      </Filters>
      {!pair ? (
        <Nothing />
      ) : (
        <>
          <p class="notice" data-testid="others">
            {t("funded.others", { from: pair[0], to: pair[1] })}
          </p>
          <ul class="findings" data-testid="findings">
            {(["fell", "rose", "open"] as const).map((direction) => (
              <li key={direction} data-direction={direction}>
                <b>{t(`change.finding.${direction}`, { count: named(direction).length })}</b>{" "}
                {named(direction).length > 0 ? list(named(direction)) : t("funded.finding.none")}
              </li>
            ))}
          </ul>
          <FundedFigure {...shared} title={title} place={place.name} rows={rows} />
          <FundedYears {...shared} place={place} years={[years[0]!, years.at(-1)!]} />
          <OwnFiles {...props} grant={chosen ?? null} />
          <SameOnes lang={selection.lang} />
        </>
      )}
      <Notes base={base} title={title} address={address} parts={["share", "interval", "not", "withheld"]} />
    </>
  );
}

/** The donor's own report and IATI file; of each of its codes, where the account has several. */
function OwnFiles({ base, selection, translator, grant }: ViewProps & { grant: string | null }) {
  const { session } = useSurroundings();
  const donors = session?.reach.donors ?? [];
  const time = selection.time && writeTime(selection.time);
  return (
    <TakeAway
      files={donors.flatMap((donor) =>
        reportFiles(
          base.health.release ?? 0,
          { donor, grant, time },
          { about: { donor, grant }, place: grant ?? donor },
          translator,
        ).map((file) => (donors.length > 1 ? { ...file, label: `${donor}: ${file.label}` } : file)),
      )}
    />
  );
}

/** Where the same collectives are followed, if the release tells it of this donor's grants. */
function SameOnes({ lang }: { lang: string | null }) {
  const { t } = useSurroundings().translator;
  const { value } = useFetched("/v1/progress");
  if (!value) return <p data-testid="same">{t("funded.same.none")}</p>;
  return (
    <p data-testid="same">
      {t("funded.same")} <a href={`/progress${writeSelection({ ...everything, lang })}`}>{t("progress.title")}</a>
    </p>
  );
}

function Nothing() {
  const { t } = useSurroundings().translator;
  return (
    <p class="notice" data-testid="nothing">
      {t("funded.nothing")}
    </p>
  );
}

/** The two years compared: those asked for where both are shown, else the last two there are. */
function pairOf(years: readonly number[], asked: ViewProps["selection"]["time"]): readonly [number, number] | null {
  if (years.length < 2) return null;
  if (asked && asked[0] !== asked[1] && asked.every((year) => years.includes(year))) return asked;
  return [years.at(-2)!, years.at(-1)!];
}

function optionsOf(places: readonly FundedPlace[]) {
  return places.map(({ code, name }) => ({ value: code, label: name }));
}

function yearsAsOptions(years: readonly number[]) {
  return [...years].reverse().map((year) => ({ value: `${year}`, label: `${year}` }));
}

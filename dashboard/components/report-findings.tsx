import type { Base } from "../state/base.ts";
import { type ChangeRow, directionOf } from "../state/changes.ts";
import { directionIn } from "../state/differences.ts";
import { type FundedPlace, fundedRows } from "../state/funded.ts";
import { summaries } from "../state/panels.ts";
import { regionsApart } from "../state/report.ts";
import type { Row } from "../state/rows.ts";
import { useSurroundings } from "./context.ts";

/** A change between two neighbouring years, result by result. */
export interface PairOfYears {
  readonly pair: readonly [number, number];
  readonly rows: readonly ChangeRow[];
}

/** What a report found, in sentences that say how sure each is; every one is worked out from the published figures. */
export function ReportFindings(props: {
  base: Base;
  place: FundedPlace;
  span: readonly [number, number];
  /** Rows of every region in the last year, where they are set side by side. */
  regions: readonly Row[] | null;
  changes: readonly PairOfYears[];
}) {
  const { base, place, span, regions, changes } = props;
  const { translator } = useSurroundings();
  const { t } = translator;
  const [from, to] = span;
  const ofLast = place.rows.filter(({ year }) => year === to);
  return (
    <section aria-labelledby="summary" data-testid="summary">
      <h2 id="summary">{t("report.summary")}</h2>
      <ul class="findings">
        {summaries(ofLast, base).map((panel) => (
          <li key={panel.label}>
            <b>{panel.label}</b> <Level {...panel} />
          </li>
        ))}
        {regions && (
          <li>
            <Regions base={base} rows={regions} />
          </li>
        )}
        {from === to
          ? changes.flatMap(({ pair, rows }) =>
              (["rose", "fell"] as const).map((direction) => (
                <li key={direction}>
                  <Moved pair={pair} rows={rows} direction={direction} />
                </li>
              )),
            )
          : changes.map(({ pair, rows }) => (
              <li key={pair.join()}>
                <Pair pair={pair} rows={rows} />
              </li>
            ))}
        {from < to && (
          <li>
            <Ends base={base} place={place} span={span} />
          </li>
        )}
      </ul>
    </section>
  );
}

/** The least and the most in place of one dimension, each with the interval around it. */
function Level({ shown, results, lowest, highest }: ReturnType<typeof summaries>[number]) {
  const { t, percent } = useSurroundings().translator;
  if (!lowest || !highest) return <>{t("country.panel.none", { results })}</>;
  const words = {
    ...{ shown, results, lowest: lowest.label, low: percent([...lowest.share]) },
    low_interval: percent([...lowest.interval]),
    ...{ highest: highest.label, high: percent([...highest.share]), high_interval: percent([...highest.interval]) },
  };
  return <>{t(shown === 1 ? "report.level.one" : "report.level", words)}</>;
}

function Regions({ base, rows }: { base: Base; rows: readonly Row[] }) {
  const { t, list } = useSurroundings().translator;
  const { apart, compared } = regionsApart(rows, base);
  if (apart.length === 0) return <>{t("report.apart.none", { compared })}</>;
  const short = new Map(base.framework.results.map((result) => [result.code, result.short]));
  const results = apart.map(({ result, high, low }) =>
    t("report.apart.one", { result: short.get(result) ?? result, high: high.name, low: low.name }),
  );
  return <>{t("report.apart", { count: apart.length, compared, results: list(results) })}</>;
}

const namesOf = (rows: readonly ChangeRow[], direction: string) =>
  rows.filter((row) => directionOf(row) === direction).map(({ resultLabel }) => resultLabel);

function Moved({ pair: [from, to], rows, direction }: PairOfYears & { direction: "rose" | "fell" }) {
  const { t, list } = useSurroundings().translator;
  const names = namesOf(rows, direction);
  if (names.length === 0) return <>{t(`report.${direction}.none`, { from, to })}</>;
  return <>{t(`report.${direction}`, { results: list(names), from, to })}</>;
}

function Pair({ pair: [from, to], rows }: PairOfYears) {
  const { t, list } = useSurroundings().translator;
  const said = (direction: string) => {
    const names = namesOf(rows, direction);
    return names.length > 0 ? list(names) : t("report.nothing");
  };
  return (
    <>{t("report.pair", { from, to, rose: said("rose"), fell: said("fell"), open: namesOf(rows, "open").length })}</>
  );
}

/** The first year of a span set against its last; other collectives may have been scored. */
function Ends({ base, place, span: [from, to] }: { base: Base; place: FundedPlace; span: readonly [number, number] }) {
  const { t, list } = useSurroundings().translator;
  const rows = fundedRows(place.rows, [from, to], base);
  const said = (direction: string) => {
    const names = rows.filter(({ difference }) => directionIn(difference) === direction).map(({ label }) => label);
    return names.length > 0 ? list(names) : t("report.nothing");
  };
  const open = rows.filter(({ difference }) => directionIn(difference) === "open").length;
  return <>{t("report.ends", { from, to, higher: said("rose"), lower: said("fell"), open })}</>;
}

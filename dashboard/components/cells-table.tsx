import type { Pooled } from "../state/pooled.ts";
import { isSmall, type Row } from "../state/rows.ts";
import { useSurroundings } from "./context.ts";
import { flagWords } from "./words.ts";

/** What the places of a table are: countries, regions, or both together. */
export type PlaceKind = "country" | "region" | "place";

const mark = { withheld: "[c]", "no-data": "[x]", "not-applicable": "[z]", unscored: "n=0" } as const;

/** The table twin of a chart: the same rows, every number, cautions in words. */
export function CellsTable(props: {
  title: string;
  rows: readonly Row[];
  by: PlaceKind;
  /** Where a withheld figure can be read for the whole region instead. */
  pooled?: ((row: Row) => Pooled | null) | undefined;
}) {
  const { title, rows, by, pooled } = props;
  const { translator } = useSurroundings();
  const { t, percent, number } = translator;
  const results = new Set(rows.map((row) => row.result)).size > 1;
  const types = new Set(rows.map((row) => row.type)).size > 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={`${t("table.scroll")}: ${title}`}>
      <table class="figures" data-testid="figures">
        <caption>{t("table.caption", { title })}</caption>
        <thead>
          <tr>
            {results && <th scope="col">{t("table.result")}</th>}
            <th scope="col">{t(`table.place.${by}`)}</th>
            {types && <th scope="col">{t("table.type")}</th>}
            <th scope="col">{t("table.year")}</th>
            {(["share", "n", "k", "interval", "median"] as const).map((name) => (
              <th key={name} scope="col" class="number">
                {t(`table.${name}`)}
              </th>
            ))}
            <th scope="col">{t("table.flags")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.result} ${row.place.code} ${row.year} ${row.type}`} data-kind={row.kind}>
              {results && <td>{row.resultLabel}</td>}
              <th scope="row">{row.place.name}</th>
              {types && <td>{t(row.type === "standardised" ? "mix.standardised" : "mix.all")}</td>}
              <td class="number">{row.year}</td>
              {row.kind === "value" ? (
                <>
                  <td class="number strong">
                    {percent(row.share)}
                    {isSmall(row) && "*"}
                  </td>
                  <td class="number">{number(row.n)}</td>
                  <td class="number">{number(row.k)}</td>
                  <td class="number">{percent(row.interval)}</td>
                  <td class="number">{number(row.median)}</td>
                  <td>{row.flags.map((flag) => flagWords(flag, t)).join("; ")}</td>
                </>
              ) : (
                <>
                  <td class="number">{mark[row.kind]}</td>
                  {[1, 2, 3, 4].map((column) => (
                    <td key={column} />
                  ))}
                  <td>
                    {t(`kind.${row.kind}`)} <Instead found={pooled?.(row) ?? null} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The way to the region's figure, published where this one is withheld. */
function Instead({ found }: { found: Pooled | null }) {
  const { t } = useSurroundings().translator;
  return found && <a href={found.href}>{t("withheld.see", { region: found.name })}</a>;
}

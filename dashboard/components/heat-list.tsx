import { classOf, type HeatmapSeries } from "../state/heatmap.ts";
import { bandOf, isSmall, type Row } from "../state/rows.ts";
import { useSurroundings } from "./context.ts";

/** The heatmap for a narrow screen: a list of results, each with its places side by side. */
export function HeatList(props: {
  series: HeatmapSeries;
  measure: "share" | "median";
  href: (row: Row) => string;
  /** What is written for a figure, where it is not the share or median itself. */
  text?: (row: Row) => string;
}) {
  const { series, measure } = props;
  const { digits } = useSurroundings().translator;
  const rowsOf = (code: string) => series.rows.filter((row) => row.result === code);
  const figure = (row: Row) => {
    const band = bandOf(row, measure);
    if (band && props.text) return props.text(row);
    if (band) return `${digits(band, measure)}${isSmall(row) ? "*" : ""}`;
    return { withheld: "[c]", "not-applicable": "[z]", unscored: "n=0", "no-data": "·", value: "–" }[row.kind];
  };
  const tone = (row: Row) => {
    const band = bandOf(row, measure);
    return band ? `tone tone-${classOf(band, measure)}` : `tone tone-${row.kind}`;
  };
  return (
    <div class="heat-list" data-testid="heat-list">
      {series.groups.map(({ label, results }) => (
        <section key={label}>
          <h3>{label}</h3>
          {results.map(({ code, short }) => (
            <div key={code}>
              <h4>
                <a href={props.href(rowsOf(code)[0]!)}>{short}</a>
              </h4>
              <ul>
                {rowsOf(code).map((row) => (
                  <li key={row.place.code}>
                    {/* Countries are known by their codes; regions are not. */}
                    {row.place.code.length === 3 ? (
                      <abbr title={row.place.name}>{row.place.code}</abbr>
                    ) : (
                      <span class="place">{row.place.name}</span>
                    )}
                    <span class={tone(row)}>{figure(row)}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

import type { ComponentChildren } from "preact";
import type { Draw } from "../charts/drawing.ts";
import { allExact, type Row } from "../state/rows.ts";
import { everything, type Selection, writeSelection } from "../state/selection.ts";
import { CellsTable } from "./cells-table.tsx";
import { ChartCanvas } from "./chart-canvas.tsx";
import { useSurroundings } from "./context.ts";
import { Downloads } from "./downloads.tsx";

export interface FigureProps {
  /** Names the figure's downloads and its anchor; unique on the page. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly selection: Selection;
  readonly draw: Draw;
  readonly hint: string;
  readonly legend: ComponentChildren;
  readonly narrow?: () => ComponentChildren;
  /** Where the same figures can be read as data. */
  readonly api: string;
  readonly source: string;
  readonly release: number;
}

/** A chart and its table twin, one of them shown, with everything that goes with a figure. */
export function Figure(props: FigureProps) {
  const { name, path, title, rows, selection, draw, hint, legend, narrow } = props;
  const { translator, drawOnServer } = useSurroundings();
  const { t } = translator;
  const asTable = selection.tab === "table";
  const table = () => <CellsTable title={title} rows={rows} by={selection.by} />;
  const tab = (to: "chart" | "table") => (
    <a
      href={`${path}${writeSelection({ ...selection, tab: to })}`}
      aria-current={(to === "table") === asTable ? "true" : undefined}
      data-testid={`tab-${to}`}
    >
      {t(`tab.${to}`)}
    </a>
  );
  return (
    <figure class="figure" id={name} data-testid="figure" aria-labelledby={`${name}-title`}>
      <div class="figure-head">
        <h2 id={`${name}-title`}>{title}</h2>
        <nav class="tabs" aria-label={`${t("tab.label")}: ${title}`}>
          {tab(everything.tab as "chart")}
          {tab("table")}
        </nav>
      </div>
      {rows.some((row) => row.kind === "value") && (
        <p class="quiet bands" data-testid="bands">
          {t(allExact(rows) ? "bands.exact" : "bands.public")}
        </p>
      )}
      {asTable ? (
        table()
      ) : (
        <>
          <ChartCanvas draw={draw} label={title} hint={hint} narrow={narrow} />
          {/* Read with scripts off: there the chart is the server's, and the numbers follow it. */}
          {drawOnServer ? <noscript>{table()}</noscript> : <noscript dangerouslySetInnerHTML={{ __html: "" }} />}
          {legend}
        </>
      )}
      <Downloads {...props} />
    </figure>
  );
}

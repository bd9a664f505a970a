import type { ComponentChildren } from "preact";
import type { Draw } from "../charts/drawing.ts";
import { type Selection, writeSelection } from "../state/selection.ts";
import { ChartCanvas } from "./chart-canvas.tsx";
import { useSurroundings } from "./context.ts";
import { Downloads } from "./downloads.tsx";
import type { Twin } from "./twins.tsx";

/** How a figure can be shown; every view offers some of these. */
export type TabName = "chart" | "distribution" | "map" | "table";

export interface FigureProps {
  /** Names the figure's downloads and its anchor; unique on the page. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly selection: Selection;
  /** The ways to show it, the chart first; the table is always one. */
  readonly tabs?: readonly TabName[];
  /** The same figures as a table and as a file. */
  readonly twin: Twin;
  readonly draw: Draw;
  readonly hint: string;
  readonly legend: ComponentChildren;
  readonly narrow?: () => ComponentChildren;
  /** Where the same figures can be read as data. */
  readonly api: string;
  readonly source: string;
  /** What must be said before the figure is read. */
  readonly lead?: ComponentChildren;
  /** Said under the figure, such as what a map's borders mean. */
  readonly more?: ComponentChildren;
}

const plain: readonly TabName[] = ["chart", "table"];

/** A chart and its table twin, one of them shown, with everything that goes with a figure. */
export function Figure(props: FigureProps) {
  const { name, path, title, selection, tabs = plain, twin, draw, hint, legend, narrow, lead, more } = props;
  const { translator, drawOnServer } = useSurroundings();
  const { t } = translator;
  const shown = tabs.find((tab) => tab === selection.tab) ?? tabs[0]!;
  const below = shown !== "table" && shown !== tabs[0];
  return (
    <figure class="figure" id={name} data-testid="figure" data-shown={shown} aria-labelledby={`${name}-title`}>
      <div class="figure-head">
        <h2 id={`${name}-title`}>{title}</h2>
        <nav class="tabs" aria-label={`${t("tab.label")}: ${title}`}>
          {tabs.map((tab) => (
            <a
              key={tab}
              href={`${path}${writeSelection({ ...selection, tab })}`}
              aria-current={tab === shown ? "true" : undefined}
              data-testid={`tab-${tab}`}
            >
              {t(`tab.${tab}`)}
            </a>
          ))}
        </nav>
      </div>
      {lead}
      {twin.exact !== null && (
        <p class="quiet bands" data-testid="bands">
          {t(twin.exact === "mixed" ? "bands.mixed" : twin.exact ? "bands.exact" : "bands.public")}
        </p>
      )}
      {shown === "table" ? (
        twin.table()
      ) : (
        <>
          <ChartCanvas draw={draw} label={title} hint={hint} narrow={narrow} />
          {/* Read with scripts off: there the chart is the server's, and the numbers follow it. */}
          {!below &&
            (drawOnServer ? (
              <noscript>{twin.table()}</noscript>
            ) : (
              <noscript dangerouslySetInnerHTML={{ __html: "" }} />
            ))}
          {legend}
          {below && (
            <details class="twin" data-testid="twin">
              <summary>{t("table.twin")}</summary>
              {twin.table()}
            </details>
          )}
        </>
      )}
      {more}
      <Downloads {...props} />
    </figure>
  );
}

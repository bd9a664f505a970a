import type { Plot } from "./drawing.ts";

let plot: Promise<Plot> | undefined;

/** Loads Plot once, when the first chart is drawn; it is the largest part of the dashboard. */
export function loadPlot(): Promise<Plot> {
  plot ??= import("./plot-parts.ts").catch((cause) => {
    plot = undefined;
    throw cause;
  });
  return plot;
}

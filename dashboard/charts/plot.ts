import type { Plot } from "./drawing.ts";

let plot: Promise<Plot> | undefined;
let loaded: Plot | undefined;

/** Loads Plot once, when the first chart is drawn; it is the largest part of the dashboard. */
export function loadPlot(): Promise<Plot> {
  plot ??= import("./plot-parts.ts").then(
    (parts) => {
      loaded = parts;
      return parts;
    },
    (cause) => {
      plot = undefined;
      throw cause;
    },
  );
  return plot;
}

/** Plot where it has been loaded already, so that the next chart is drawn at once. */
export function plotAtHand(): Plot | undefined {
  return loaded;
}

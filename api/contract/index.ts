export { Cell, CellQuery, CellsAnswer } from "./cells.ts";
export { CountriesAnswer, Country, Region } from "./countries.ts";
export { FrameworkAnswer, FrameworkItem, FrameworkQuery } from "./framework.ts";
export { Health } from "./health.ts";
export { ProblemDetails } from "./problem.ts";
export { Release, ReleasesAnswer } from "./releases.ts";
export type { RenderedPage, RenderPage } from "./render.ts";
export { Band, Codes, Format, Lang, Status, Years } from "./scalars.ts";

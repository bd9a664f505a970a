/** The parts of Plot that the charts use, so that the rest of it is never sent. */
export {
  areaY,
  axisX,
  cell,
  dot,
  geo,
  gridX,
  lineY,
  plot,
  rect,
  ruleX,
  ruleY,
  text,
} from "@observablehq/plot";
export { geoEqualEarth, geoPath } from "d3-geo";

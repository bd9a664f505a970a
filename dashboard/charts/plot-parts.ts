/** The parts of Plot that the charts use, so that the rest of it is never sent. */
export {
  areaY,
  axisX,
  axisY,
  cell,
  dot,
  geo,
  gridX,
  gridY,
  lineY,
  plot,
  rect,
  ruleX,
  ruleY,
  text,
} from "@observablehq/plot";
export { geoEqualEarth, geoPath } from "d3-geo";

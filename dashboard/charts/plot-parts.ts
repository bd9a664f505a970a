/** The parts of Plot that the charts use, so that the rest of it is never sent. */
export { areaY, axisX, axisY, cell, dot, gridY, lineY, plot, rect, ruleX, text } from "@observablehq/plot";

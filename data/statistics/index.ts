export { type Interval, wilson } from "./wilson.ts";

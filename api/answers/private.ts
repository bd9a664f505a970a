import type { Context } from "hono";
import type { Format } from "../contract/index.ts";
import { arrowOf } from "./arrow.ts";
import { csvOf } from "./csv.ts";
import { type Answer, accepted } from "./respond.ts";

/** Writes an answer for one caller alone: made anew each time, kept by nobody. */
export async function respondPrivately(
  c: Context,
  format: Format | undefined,
  answer: () => Promise<Answer>,
): Promise<Response> {
  const { json, columns } = await answer();
  c.header("Cache-Control", "private, no-store");
  c.header("Vary", "Accept, Accept-Encoding");
  const chosen = format ?? accepted(c.req.header("accept"));
  if (columns && chosen === "csv") return c.body(csvOf(columns()), 200, { "Content-Type": "text/csv; charset=utf-8" });
  if (columns && chosen === "arrow")
    return c.body(new Uint8Array(arrowOf(columns())), 200, { "Content-Type": "application/vnd.apache.arrow.stream" });
  return c.body(JSON.stringify(json), 200, { "Content-Type": "application/json; charset=utf-8" });
}

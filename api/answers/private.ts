import type { Context } from "hono";
import type { Format } from "../contract/index.ts";
import { type Answer, accepted, bytesOf } from "./formats.ts";

/** Writes an answer for one caller alone: made anew each time, kept by nobody. */
export async function respondPrivately(
  c: Context,
  format: Format | undefined,
  answer: () => Promise<Answer>,
): Promise<Response> {
  const { body, type } = bytesOf(format ?? accepted(c.req.header("accept")), await answer());
  c.header("Cache-Control", "private, no-store");
  c.header("Vary", "Accept, Accept-Encoding");
  return c.body(body, 200, { "Content-Type": type });
}

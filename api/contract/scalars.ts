import { z } from "@hono/zod-openapi";

/** Both ends of a published figure; equal where the caller may see the exact one, null where there is none to show. */
export const Band = z
  .tuple([z.number().nullable(), z.number().nullable()])
  .openapi("Band", { description: "Lower and upper end; equal where the figure is exact, null where none is shown." });
export type Band = z.infer<typeof Band>;

export const Status = z.enum(["value", "withheld", "no-data", "not-applicable"]).openapi("Status", {
  description: "Whether there is a figure, and if not why. Never confused with zero.",
});
export type Status = z.infer<typeof Status>;

export const Lang = z.enum(["en", "es", "fr"]).openapi("Lang");
export type Lang = z.infer<typeof Lang>;

export const Format = z.enum(["json", "csv", "arrow", "parquet"]).openapi("Format");
export type Format = z.infer<typeof Format>;

/** Several codes in one parameter, joined by `~` (or a comma). */
export const Codes = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .transform((text) => [
    ...new Set(
      text
        .split(/[~,]/)
        .map((code) => code.trim())
        .filter(Boolean),
    ),
  ])
  .refine((codes) => codes.length > 0, "Write a code, or several joined by ~.")
  .openapi({ type: "string", example: "GTM~HND" });

/** A year or a span of years: `2025`, `2019..2025`. */
export const Years = z
  .string()
  .regex(/^\d{4}(\.\.\d{4})?$/, "Write a year or a span of years, such as 2025 or 2019..2025.")
  .transform((text): [from: number, to: number] => {
    const [from, to = from] = text.split("..").map(Number) as [number, number?];
    return [from, to as number];
  })
  .refine(([from, to]) => from <= to, "A span of years must end after it starts.")
  .openapi({ type: "string", example: "2019..2025" });

import { createHash } from "node:crypto";
import type { Held } from "@trama/data/schema";
import type { Address } from "../step.ts";

/** A short name for a thing held, that a person can type: the same place and rule always give the same one. */
export function heldName(report: string, rule: string, { sheet, row, column }: Address): string {
  return createHash("sha256").update([report, sheet, row, column, rule].join("\u0000")).digest("hex").slice(0, 10);
}

/** What a row says it is about, for the person who reviews something of it. */
export interface About {
  readonly collective: string | null;
  readonly indicator: string | null;
  readonly period: string | null;
  readonly project: string | null;
}

/** A row of `held` for a place of a report. */
export function heldRow(
  filing: { readonly report: string; readonly learnedAt: Date },
  at: Address,
  about: About,
  what: Pick<Held, "kind" | "rule" | "field">,
): Held {
  const { report, learnedAt } = filing;
  return { held: heldName(report, what.rule, at), ...what, ...about, ...at, report, learned_at: learnedAt };
}

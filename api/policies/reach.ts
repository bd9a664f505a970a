import { problems } from "../problems.ts";
import { can } from "./can.ts";
import type { Manager, Principal } from "./principal.ts";

/** What is asked of figures, as far as it decides who may know them. */
export interface AskedFigures {
  readonly by: "country" | "region" | "world";
  readonly country?: readonly string[] | undefined;
  readonly project?: string | undefined;
  readonly grant?: string | undefined;
}

/** From where an answer comes: published cells, what lies in a manager's reach, or both side by side. */
export type Source =
  | { readonly kind: "published" }
  /** Exact for these countries; what is asked beyond them is published cells, or refused where those do not tell it. */
  | { readonly kind: "mixed"; readonly manager: Manager; readonly countries: readonly string[]; readonly all: boolean }
  /** Exact for a project or grant, which must be found within reach. */
  | { readonly kind: "part"; readonly manager: Manager };

/**
 * Decides where the answer to a question about figures comes from. Only managers see exact ones, and only by their own
 * countries, or by a project or grant within their reach; everything else is published cells.
 */
export function sourceOf(principal: Principal, asked: AskedFigures): Source {
  if (principal.kind !== "manager" || can(principal, "figure.read").kind === "denied") return { kind: "published" };
  if (asked.project !== undefined || asked.grant !== undefined) return { kind: "part", manager: principal };
  if (asked.by !== "country") return { kind: "published" };
  const countries = principal.countries.filter((code) => !asked.country || asked.country.includes(code));
  if (countries.length === 0) return { kind: "published" };
  const all = asked.country?.every((code) => principal.countries.includes(code)) ?? false;
  return { kind: "mixed", manager: principal, countries, all };
}

/** Refuses countries beyond reach, where what is asked is told of countries within reach only. */
export function permitCountries(asked: readonly string[] | undefined, within: readonly string[]): void {
  if (asked?.some((code) => !within.includes(code))) throw problems.outOfReach(["country"]);
}

import { findCountry } from "@trama/data/codelists";
import { type Element, element, narratives } from "./element.ts";
import { type Publisher, reportingOrg } from "./publisher.ts";
import { projectDescription, projectTitle } from "./words.ts";

type Words = Parameters<typeof narratives>[1];

/** A project by its code, and when which donors fund it. */
export interface FundedProject {
  readonly project: string;
  readonly country: string;
  readonly funders: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** An activity of the publisher's own. */
export interface OwnActivity {
  readonly publisher: Publisher;
  readonly identifier: string;
  /** 1 a programme or grant, 2 a project that is part of one. */
  readonly hierarchy: 1 | 2;
  readonly title: Words;
  readonly description: Words;
  readonly organisations: readonly Element[];
  /** First and last year known; the activity goes on while the last is this year or later. */
  readonly from: number;
  readonly to: number;
  readonly made_at: string;
  /** ISO 3166 alpha-3 codes. */
  readonly countries: readonly string[];
  readonly related: readonly { readonly ref: string; readonly type: "1" | "2" }[];
  readonly results: readonly Element[];
}

/** Human rights, in the purpose codes of the OECD's Development Assistance Committee. */
export const humanRights = element("sector", { vocabulary: "1", code: "15160" });

/** An activity as the standard orders it. */
export function activityElement(one: OwnActivity): Element {
  const over = one.to < Number(one.made_at.slice(0, 4));
  return element(
    "iati-activity",
    {
      "xml:lang": "en",
      "last-updated-datetime": one.made_at,
      hierarchy: one.hierarchy,
      humanitarian: false,
    },
    element("iati-identifier", {}, one.identifier),
    reportingOrg(one.publisher),
    narratives("title", one.title),
    element("description", { type: "1" }, ...narratives("description", one.description).children),
    ...one.organisations,
    element("activity-status", { code: over ? "4" : "2" }),
    element("activity-date", { type: "2", "iso-date": `${one.from}-01-01` }),
    over ? element("activity-date", { type: "4", "iso-date": `${one.to}-12-31` }) : null,
    ...recipients(one.countries),
    humanRights,
    ...one.related.map((related) => element("related-activity", related)),
    ...one.results,
  );
}

/** A project as part of a wider activity, without results: alone they could identify a collective. */
export function projectActivity(
  { project, country, from, to }: Pick<FundedProject, "project" | "country" | "from" | "to">,
  {
    synthetic,
    partOf,
    ...shared
  }: Pick<OwnActivity, "publisher" | "identifier" | "organisations" | "made_at"> & {
    readonly partOf: string;
    readonly synthetic: boolean;
  },
): Element {
  return activityElement({
    ...shared,
    hierarchy: 2,
    title: projectTitle(project, synthetic),
    description: projectDescription,
    from,
    to,
    countries: [country],
    related: [{ ref: partOf, type: "1" }],
    results: [],
  });
}

/** Countries without shares, where there is one; several share what nobody measured, so they stand as an unspecified region. */
export function recipients(countries: readonly string[]): Element[] {
  const [only] = countries;
  const code = countries.length === 1 && only ? findCountry(only)?.alpha2 : undefined;
  if (code) return [element("recipient-country", { code })];
  return [element("recipient-region", { vocabulary: "1", code: "998" })];
}

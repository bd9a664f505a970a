import { findCountry } from "@trama/data/codelists";
import type { Manifest } from "@trama/data/schema";
import { activityElement, type FundedProject, projectActivity } from "./activity.ts";
import type { Element } from "./element.ts";
import { identifierOf, type Publisher, participatingOrg } from "./publisher.ts";
import { type Figure, resultElements } from "./results.ts";
import type { Statement } from "./statements.ts";
import { countryDescription, countryTitle, elsewhereTitle } from "./words.ts";

export interface CountryProgrammes {
  readonly manifest: Manifest;
  readonly publisher: Publisher;
  readonly vocabulary: string;
  /** Open cells of countries. */
  readonly figures: readonly Figure[];
  /** Cleared outcome statements. */
  readonly statements: readonly Statement[];
  readonly projects: readonly FundedProject[];
}

/**
 * An activity for each country, with its results, and one for each project in it, without any; one more for statements
 * whose country is not told.
 */
export function* countryActivities({
  manifest,
  publisher,
  vocabulary,
  figures,
  statements,
  projects,
}: CountryProgrammes): Generator<Element> {
  const { made_at, synthetic } = manifest;
  const shared = { publisher, made_at };
  const countries = [
    ...new Set([...figures, ...projects, ...statements].flatMap(({ country }) => (country === null ? [] : [country]))),
  ].sort();
  for (const country of countries) {
    const own = projects.filter((one) => one.country === country);
    const mine = figures.filter((one) => one.country === country);
    const told = statements.filter((one) => one.country === country);
    const years = [...[...mine, ...told].map(({ year }) => year), ...own.flatMap(({ from, to }) => [from, to])];
    const identifier = identifierOf(publisher, country);
    const projectId = (one: FundedProject) => identifierOf(publisher, country, one.project);
    const names = findCountry(country)?.names ?? { en: country, es: country, fr: country };
    yield activityElement({
      ...shared,
      identifier,
      hierarchy: 1,
      title: countryTitle(names, synthetic),
      description: countryDescription,
      organisations: [participatingOrg("4", publisher)],
      from: Math.min(...years),
      to: Math.max(...years),
      countries: [country],
      related: own.map((one) => ({ ref: projectId(one), type: "2" })),
      results: resultElements({ figures: mine, targets: [], statements: told, vocabulary, byCountry: false }),
    });
    for (const one of own)
      yield projectActivity(one, {
        ...shared,
        synthetic,
        identifier: projectId(one),
        partOf: identifier,
        organisations: [
          ...one.funders.map((name) => participatingOrg("1", { name })),
          participatingOrg("4", publisher),
        ],
      });
  }
  const elsewhere = statements.filter((one) => one.country === null);
  if (elsewhere.length > 0)
    yield activityElement({
      ...shared,
      identifier: identifierOf(publisher, "elsewhere"),
      hierarchy: 1,
      title: elsewhereTitle(synthetic),
      description: countryDescription,
      organisations: [participatingOrg("4", publisher)],
      from: Math.min(...elsewhere.map(({ year }) => year)),
      to: Math.max(...elsewhere.map(({ year }) => year)),
      countries: [],
      related: [],
      results: resultElements({ figures: [], targets: [], statements: elsewhere, vocabulary, byCountry: false }),
    });
}

import type { Manifest } from "@trama/data/schema";
import { activityElement, type FundedProject, projectActivity } from "./activity.ts";
import type { Element } from "./element.ts";
import { identifierOf, type Publisher, participatingOrg } from "./publisher.ts";
import { type Figure, resultElements, type Target } from "./results.ts";
import { grantDescription, grantTitle } from "./words.ts";

export interface GrantProgramme {
  readonly manifest: Manifest;
  readonly publisher: Publisher;
  readonly vocabulary: string;
  readonly grant: string;
  readonly funder: string;
  /** The donor's own cells of this grant. */
  readonly figures: readonly Figure[];
  /** What the projects of the grant aim at, together. */
  readonly targets: readonly Target[];
  readonly projects: readonly FundedProject[];
}

/** An activity for the grant, with its results and targets, and one for each project that it funds. */
export function* grantActivities(asked: GrantProgramme): Generator<Element> {
  const { manifest, publisher, vocabulary, grant, funder, figures, targets, projects } = asked;
  const { made_at, synthetic } = manifest;
  const identifier = identifierOf(publisher, funder, grant);
  const projectId = ({ project }: FundedProject) => identifierOf(publisher, funder, grant, project);
  const organisations = [participatingOrg("1", { name: funder }), participatingOrg("4", publisher)];
  const shared = { publisher, made_at, organisations };
  yield activityElement({
    ...shared,
    identifier,
    hierarchy: 1,
    title: grantTitle(grant, synthetic),
    description: grantDescription,
    from: Math.min(...projects.map(({ from }) => from)),
    to: Math.max(...projects.map(({ to }) => to)),
    countries: [...new Set(projects.map(({ country }) => country))].sort(),
    related: projects.map((one) => ({ ref: projectId(one), type: "2" })),
    results: resultElements({ figures, targets, statements: [], vocabulary, byCountry: true }),
  });
  for (const one of projects)
    yield projectActivity(one, { ...shared, synthetic, identifier: projectId(one), partOf: identifier });
}

import { z } from "@hono/zod-openapi";
import { Band, Codes, Format, Years } from "./scalars.ts";

/** What figures about how results come about can be asked for by. */
export const reachQuery = {
  country: Codes.optional(),
  project: Codes.optional(),
  time: Years.optional().openapi({
    description: "A year or a span; what is compared over time is compared between its first and its last year.",
  }),
  format: Format.optional(),
};

export const ActionsQuery = z
  .object({ action: Codes.optional().openapi({ description: "AT1-AT5, AN1-AN4." }), ...reachQuery })
  .strict();
export type ActionsQuery = z.infer<typeof ActionsQuery>;

const count = z.number().int();

export const ActionFigure = z
  .object({
    action: z.string(),
    country: z.string(),
    year: count,
    collectives: count.openapi({ description: "Collectives that report the action." }),
    scored: count.openapi({ description: "Those of them that scored it on its anchors." }),
    scores: z.array(count).openapi({ description: "How many scored 0, 1, 2, 3, 4." }),
    median: Band,
    preventive: count.openapi({ description: "Collectives that took it to prepare." }),
    emergency: count.openapi({ description: "Collectives that took it in an emergency." }),
    women: count.openapi({ description: "Participations of women: the largest count filed for each period, summed." }),
    men: count,
    youth: count.openapi({ description: "Young people among them." }),
  })
  .openapi("ActionFigure");
export type ActionFigure = z.infer<typeof ActionFigure>;

const Rated = z
  .object({ n: count, median: Band, above_2: count })
  .openapi("RatedContribution", { description: "Lines that rate it, the middle rating, and how many claim 3 or 4." });

export const ContributionFigure = z
  .object({
    action: z.string(),
    capacities: z.array(z.string()).openapi({ description: "Capacities that the framework links to the action." }),
    result: z.string(),
    locus: z.array(z.string()).openapi({ description: "Whose conduct the result speaks of." }),
    linked: z.boolean().openapi({ description: "Whether the framework links the action with the result." }),
    collectives: count,
    collective: Rated,
    pi: Rated,
    others: Rated,
    rival_missing: count.openapi({ description: "Lines that claim more than 2 without a rival explanation." }),
  })
  .openapi("ContributionFigure");
export type ContributionFigure = z.infer<typeof ContributionFigure>;

/** The same collectives twice, as answers give them. */
export const MatchedGroup = z
  .object({
    n: count.openapi({ description: "Collectives scored in both years." }),
    before: count.openapi({ description: "In place in the first year." }),
    after: count.openapi({ description: "In place in the last year." }),
    improved: count,
    same: count,
    worsened: count,
    change: z.number().nullable().openapi({ description: "Change of the share in place, -1 to 1." }),
    interval: Band,
  })
  .openapi("MatchedGroup");

export const BesideFigure = z
  .object({
    action: z.string(),
    result: z.string(),
    from: count,
    to: count,
    with: MatchedGroup.openapi({ description: "Collectives that report the action after the first year." }),
    without: MatchedGroup.openapi({
      description: "Collectives that report other actions after the first year, and not this.",
    }),
    unknown: count.openapi({
      description: "Collectives scored in both years of which no action is reported: neither with nor without.",
    }),
  })
  .openapi("ResultBesideAction", {
    description:
      "An association among accompanied collectives, no effect: who takes an action was not chosen by chance, and much else differs.",
  });
export type BesideFigure = z.infer<typeof BesideFigure>;

export const ActionsAnswer = z
  .object({
    release: count,
    actions: z.array(ActionFigure),
    contributions: z.array(ContributionFigure),
    beside: z.array(BesideFigure),
  })
  .openapi("Actions");
export type ActionsAnswer = z.infer<typeof ActionsAnswer>;

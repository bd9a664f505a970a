import { z } from "@hono/zod-openapi";
import { reachQuery } from "./actions.ts";

export const TiesQuery = z.object(reachQuery).strict();
export type TiesQuery = z.infer<typeof TiesQuery>;

const count = z.number().int();
const Part = z.tuple([count, count]).openapi("PartOf", { description: "So many, of so many that say." });

export const TieFigure = z
  .object({
    country: z.string(),
    year: count,
    collectives: count.openapi({ description: "Collectives of which ties are reported." }),
    active: count.openapi({ description: "Active ties of them all." }),
    levels: z
      .record(z.string(), count)
      .openapi({ description: "Collectives with an active tie at each level beyond the collective." }),
    every_level: count.openapi({ description: "Collectives with an active tie at every one of these levels." }),
    functions: z
      .record(z.string(), count)
      .openapi({ description: "Collectives with an active tie that provides each function." }),
    used: Part,
    two_way: Part,
    held_by_several: Part,
    not_through_pi: Part,
    pairs_in_contact: Part.openapi({ description: "Pairs of subgroups in contact, of those possible: bonding." }),
  })
  .openapi("TieFigure");
export type TieFigure = z.infer<typeof TieFigure>;

export const TieChangeFigure = z
  .object({
    country: z.string(),
    from: count,
    to: count,
    matched: count.openapi({ description: "Collectives whose ties were reported in both years." }),
    kept: count,
    gained: count,
    lost: count,
    unmatched: count.openapi({ description: "Collectives reported in one of the years only." }),
  })
  .openapi("TieChange");
export type TieChangeFigure = z.infer<typeof TieChangeFigure>;

export const NetworkFigure = z
  .object({
    year: count,
    collectives: count,
    allies: count.openapi({ description: "Organisations and networks that they are tied to." }),
    ties: count,
    shared: count.openapi({ description: "Allies of two collectives or more." }),
    components: count.openapi({ description: "Parts of the network without a tie between them." }),
    largest: count.openapi({ description: "Collectives and allies in the largest part." }),
    isolated: count.openapi({ description: "Collectives without an active tie." }),
    closed: z.number().nullable().openapi({
      description:
        "Of two collectives that each share an ally with the same third one, the share of pairs that share an ally themselves, 0-1 (transitivity); null without such pairs.",
    }),
  })
  .openapi("NetworkFigure", { description: "Within the caller's reach, numbers only: a picture is never made." });
export type NetworkFigure = z.infer<typeof NetworkFigure>;

export const CollectivePosition = z
  .object({
    year: count,
    collective: z.string(),
    country: z.string(),
    project: z.string(),
    degree: count.openapi({ description: "Active ties." }),
    betweenness: z.number().openapi({ description: "Share of the shortest ways between two others through it, 0-1." }),
    closeness: z.number().openapi({ description: "How near it is to all others, 0-1." }),
    eigenvector: z.number().nullable().openapi({
      description:
        "How well tied its allies are, 0-1; 0 outside the part of the network with the densest ties, null where it cannot be told.",
    }),
    peers: count.openapi({ description: "Collectives with which it shares an active ally." }),
    clustering: z.number().openapi({
      description: "Of the pairs of these collectives, the share that share an ally themselves, 0-1; 0 below two.",
    }),
    constraint: z.number().nullable().openapi({
      description:
        "How far the ways to these collectives lead back to the same few (Burt): low where it reaches groups that do not reach each other; null without any.",
    }),
  })
  .openapi("CollectivePosition");
export type CollectivePosition = z.infer<typeof CollectivePosition>;

export const TiesAnswer = z
  .object({
    release: count,
    ties: z.array(TieFigure),
    changes: z.array(TieChangeFigure),
    network: z.array(NetworkFigure),
    positions: z.array(CollectivePosition),
  })
  .openapi("Ties");
export type TiesAnswer = z.infer<typeof TiesAnswer>;

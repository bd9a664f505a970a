import { z } from "@hono/zod-openapi";
import { Codes, Format, Years } from "./scalars.ts";

const asked = {
  result: Codes.optional(),
  country: Codes.optional(),
  time: Years.optional(),
  direction: z.enum(["positive", "negative", "mixed"]).optional(),
};

export const OutcomesQuery = z.object({ ...asked, region: Codes.optional(), format: Format.optional() }).strict();
export type OutcomesQuery = z.infer<typeof OutcomesQuery>;

const text = z.string().nullable();
const rated = z.number().int().min(0).max(4).nullable();

const said = {
  statement: z.string().openapi({ description: "Short name of the statement; words filed anew have a new one." }),
  result: text.openapi({ description: "Result it speaks of." }),
  direction: z.string().openapi({ description: "positive, negative or mixed." }),
  intended: z.boolean().nullable().openapi({ description: "Whether the project worked towards it." }),
  who: text.openapi({ description: "Who changed: a kind of actor." }),
  significance: text.openapi({ description: "Why it matters." }),
  contribution_collective: rated.openapi({ description: "0 none claimed … 4 decisive." }),
  contribution_pi: rated,
  contribution_others: rated,
  rival_stated: z.boolean().openapi({ description: "Whether rival explanations were stated." }),
  substantiated: z.boolean().nullable().openapi({ description: "Whether somebody independent confirmed it." }),
};

export const Outcome = z
  .object({
    ...said,
    what: z.string().openapi({ description: "What changed." }),
    country: text.openapi({ description: "Null where so near a place would not be safe to name." }),
    region: text.openapi({ description: "Null where so near a place would not be safe to name." }),
    year: z.number().int().nullable().openapi({ description: "Null where it would not be safe to name." }),
  })
  .openapi("Outcome");
export type Outcome = z.infer<typeof Outcome>;

export const OutcomesAnswer = z.object({ release: z.number().int(), outcomes: z.array(Outcome) }).openapi("Outcomes");
export type OutcomesAnswer = z.infer<typeof OutcomesAnswer>;

export const OwnOutcomesQuery = z.object({ ...asked, project: Codes.optional(), format: Format.optional() }).strict();
export type OwnOutcomesQuery = z.infer<typeof OwnOutcomesQuery>;

export const OwnOutcome = z
  .object({
    ...said,
    outcome: z.string().openapi({ description: "Code that the project gave it." }),
    what: text.openapi({ description: "What changed; null until these words are released." }),
    substantiator: text.openapi({ description: "What kind of independent actor confirmed it." }),
    collective: text,
    country: z.string(),
    project: z.string(),
    year: z.number().int(),
    period: z.string(),
    decision: text.openapi({ description: "cleared or refused for the public; null while it waits." }),
    file: text.openapi({ description: "Name of the report as filed; null where it is not the caller's to know." }),
    sheet: z.string(),
    row: z.number().int(),
  })
  .openapi("OwnOutcome");
export type OwnOutcome = z.infer<typeof OwnOutcome>;

export const OwnOutcomesAnswer = z
  .object({ release: z.number().int(), outcomes: z.array(OwnOutcome) })
  .openapi("OwnOutcomes");
export type OwnOutcomesAnswer = z.infer<typeof OwnOutcomesAnswer>;

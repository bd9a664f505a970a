import { z } from "@hono/zod-openapi";

export const ReleaseChangesAnswer = z
  .object({
    release: z.number().int(),
    since: z.number().int().nullable().openapi({ description: "The release before, if it is still kept." }),
    note: z.string().nullable(),
    added: z.number().int().openapi({ description: "Figures of countries published now and not before." }),
    changed: z.number().int().openapi({ description: "Figures of countries published in both that differ." }),
    withdrawn: z.number().int().openapi({ description: "Figures of countries published before and not now." }),
    countries: z.array(z.string()).openapi({ description: "Countries with any of these." }),
    results: z.array(z.string()).openapi({ description: "Results with any of these." }),
  })
  .openapi("ReleaseChanges");
export type ReleaseChangesAnswer = z.infer<typeof ReleaseChangesAnswer>;

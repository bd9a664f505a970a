import { z } from "@hono/zod-openapi";

export const MethodsAnswer = z
  .object({
    release: z.number().int(),
    sections: z.array(
      z.object({
        id: z.string().openapi({ description: "Anchor of the section." }),
        title: z.string(),
        html: z.string().openapi({ description: "The section as HTML of our own, without scripts or styles." }),
      }),
    ),
  })
  .openapi("Methods");
export type MethodsAnswer = z.infer<typeof MethodsAnswer>;

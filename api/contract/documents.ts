import { z } from "@hono/zod-openapi";
import { Lang } from "./scalars.ts";

const place = z
  .string()
  .regex(/^[\w-]{1,40}$/, "Write one code.")
  .optional();
const given = z.string().trim().min(1).max(100).optional();
const years = z
  .string()
  .regex(/^\d{4}(\.\.\d{4})?$/, "Write a year or a span of years, such as 2025 or 2019..2025.")
  .refine((text) => (text.split("..")[0] ?? "") <= (text.split("..")[1] ?? "9999"), "A span must end after it starts.")
  .optional();
const country = place.openapi({ description: "A country, ISO 3166 alpha-3.", example: "GTM" });
const donor = given.openapi({ description: "For that donor alone, of its own published figures." });
const grant = given.openapi({ description: "One grant of that donor." });

/** Of whom a file is asked: a donor, one of its grants, or nobody in particular. */
const ofDonor = ({
  donor,
  grant,
  country,
  region,
}: Partial<Record<"donor" | "grant" | "country" | "region", string>>) =>
  donor === undefined ? grant === undefined : country === undefined && region === undefined;
const ofDonorMessage = { message: "Name a grant with its donor, and a donor without a place.", path: ["donor"] };

/** What a report is about; without a place or a donor, the whole. */
export const ReportDocumentQuery = z
  .object({
    country,
    region: place.openapi({ description: "A region, where no country is named.", example: "africa" }),
    time: years.openapi({ description: "A year, or a span of years; the last one otherwise.", example: "2019..2025" }),
    donor,
    grant,
    lang: Lang.default("en"),
    format: z.enum(["pdf", "docx", "html"]).default("pdf"),
  })
  .strict()
  .refine(ofDonor, ofDonorMessage);
export type ReportDocumentQuery = z.infer<typeof ReportDocumentQuery>;

/** What an IATI file is about; without a country or a donor, all countries. */
export const IatiDocumentQuery = z.object({ country, donor, grant }).strict().refine(ofDonor, ofDonorMessage);
export type IatiDocumentQuery = z.infer<typeof IatiDocumentQuery>;

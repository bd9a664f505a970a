import { z } from "zod";

export const resultCodes = [
  ...(["ST1", "ST2", "ST3", "ST4", "ST5"] as const),
  ...(["IN1", "IN2", "IN3", "IN4"] as const),
  ...(["EX1", "EX2", "EX3", "EX4", "EX5", "EX6", "EX7"] as const),
] as const;
export const actionCodes = ["AT1", "AT2", "AT3", "AT4", "AT5", "AN1", "AN2", "AN3", "AN4"] as const;
export const capacityCodes = ["C1", "C2", "C3", "C4", "C5"] as const;
export const tieCodes = [
  ...(["BO1", "BO2", "BO3", "BO4", "BO5", "BO6", "BO7"] as const),
  ...(["BR1", "BR2", "BR3", "BR4", "BR5", "BR6"] as const),
] as const;

export const ResultCode = z.enum(resultCodes);
export type ResultCode = z.infer<typeof ResultCode>;
export const ActionCode = z.enum(actionCodes);
export type ActionCode = z.infer<typeof ActionCode>;
export const CapacityCode = z.enum(capacityCodes);
export type CapacityCode = z.infer<typeof CapacityCode>;
export const TieCode = z.enum(tieCodes);
export type TieCode = z.infer<typeof TieCode>;
export const ItemCode = z.enum([...resultCodes, ...actionCodes, ...capacityCodes, ...tieCodes]);
export type ItemCode = z.infer<typeof ItemCode>;

export const Dimension = z.enum(["spatial-territorial", "interaction-networks"]);
export type Dimension = z.infer<typeof Dimension>;
export const Subdimension = z.enum(["internal", "external"]);
export type Subdimension = z.infer<typeof Subdimension>;

/** Whose conduct a result speaks of. `response-of-others` is context and never a target for staff. */
export const Locus = z.enum(["own-practice", "access", "response-of-others"]);
export type Locus = z.infer<typeof Locus>;

/** Whether a link is stated in the publication or proposed by us. */
export const LinkBasis = z.enum(["source", "proposal"]);
export type LinkBasis = z.infer<typeof LinkBasis>;

const linkTo = <Code extends z.ZodType>(code: Code) => z.array(z.strictObject({ code, basis: LinkBasis })).readonly();

export const Links = z.strictObject({
  results: linkTo(ResultCode),
  actions: linkTo(ActionCode),
  capacities: linkTo(CapacityCode),
});
export type Links = z.infer<typeof Links>;

/** Where an item stands in the publication: `figure` is the one that closes section 4. Items count from 1 in their group. */
export const Citation = z.strictObject({
  section: z.enum(["4.1", "4.2", "5", "figure"]),
  group: z.enum([...Dimension.options, ...Subdimension.options]).nullable(),
  item: z.int().positive(),
});
export type Citation = z.infer<typeof Citation>;

const common = {
  dimension: Dimension,
  subdimension: Subdimension.nullable(),
  source: Citation,
  links: Links,
  /** What scores of this item can be broken down by, beside the breakdowns every item has. */
  disaggregations: z.array(z.string()).readonly(),
  /** Rises when an anchor changes in meaning; a series is broken where it changes. */
  rubricVersion: z.int().positive(),
};

export const ResultItem = z.strictObject({
  ...common,
  kind: z.literal("result"),
  code: ResultCode,
  locus: z.array(Locus).min(1).readonly(),
});
export type ResultItem = z.infer<typeof ResultItem>;
export const ActionItem = z.strictObject({ ...common, kind: z.literal("action"), code: ActionCode });
export type ActionItem = z.infer<typeof ActionItem>;
export const CapacityItem = z.strictObject({ ...common, kind: z.literal("capacity"), code: CapacityCode });
export type CapacityItem = z.infer<typeof CapacityItem>;
export const TieItem = z.strictObject({ ...common, kind: z.literal("tie"), code: TieCode });
export type TieItem = z.infer<typeof TieItem>;

export const FrameworkItem = z.discriminatedUnion("kind", [ResultItem, ActionItem, CapacityItem, TieItem]);
export type FrameworkItem = z.infer<typeof FrameworkItem>;

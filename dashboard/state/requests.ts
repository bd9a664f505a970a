import { type Selection, writeTime } from "./selection.ts";

/** The address of the published cells that match; the same selection always gives the same address. */
export function cellsPath(
  selection: Pick<Selection, "country" | "region" | "result" | "dimension" | "type" | "by">,
  time: readonly [number, number] | null,
): string {
  const { country, region, result, dimension, type, by } = selection;
  const query = [`by=${by}`];
  const list = (name: string, codes: readonly string[]) => codes.length > 0 && query.push(`${name}=${codes.join("~")}`);
  list("result", result);
  if (dimension) query.push(`dimension=${dimension}`);
  list("region", region);
  if (by === "country") list("country", country);
  if (time) query.push(`time=${writeTime(time)}`);
  if (type) query.push(`type=${type}`);
  return `/v1/cells?${query.join("&")}`;
}

import { type Selection, writeTime } from "./selection.ts";

/** The address of the published cells that match; the same selection always gives the same address. */
export function cellsPath(
  selection: Pick<Selection, "country" | "region" | "result" | "dimension" | "type"> & {
    readonly by: Selection["by"] | "world";
  },
  time: readonly [number, number] | null,
) {
  const { country, region, result, dimension, type, by } = selection;
  const query = [`by=${by}`];
  const list = (name: string, codes: readonly string[]) => codes.length > 0 && query.push(`${name}=${codes.join("~")}`);
  list("result", result);
  if (dimension) query.push(`dimension=${dimension}`);
  list("region", region);
  if (by === "country") list("country", country);
  if (time) query.push(`time=${writeTime(time)}`);
  if (type) query.push(`type=${type}`);
  return `/v1/cells?${query.join("&")}` as const;
}

/** The address of the published distributions that match. */
export function distributionPath(
  { country, region, result, by }: Pick<Selection, "country" | "region" | "result" | "by">,
  time: readonly [number, number] | null,
) {
  const query = [`by=${by}`];
  if (result.length > 0) query.push(`result=${result.join("~")}`);
  if (region.length > 0) query.push(`region=${region.join("~")}`);
  if (by === "country" && country.length > 0) query.push(`country=${country.join("~")}`);
  if (time) query.push(`time=${writeTime(time)}`);
  return `/v1/distribution?${query.join("&")}` as const;
}

/** The address of the regions on one mix of collective types. */
export function standardisedPath(
  result: readonly string[],
  time: readonly [number, number] | null,
  region: readonly string[],
) {
  const query = [`result=${result.join("~")}`, ...(time ? [`time=${writeTime(time)}`] : [])];
  if (region.length > 0) query.push(`region=${region.join("~")}`);
  return `/v1/standardised?${query.join("&")}` as const;
}

/** The address of the matched change between two years. */
export function changePath(
  { result, ...places }: Pick<Selection, "country" | "region" | "result">,
  by: "country" | "region" | "world",
  [from, to]: readonly [number, number],
) {
  const query = [`from=${from}`, `to=${to}`, `by=${by}`];
  if (result.length > 0) query.push(`result=${result.join("~")}`);
  return `/v1/change?${[...query, ...placesOf(places, by)].join("&")}` as const;
}

/** The address of the pressure beside a change: in the same places, from its first year to its last. */
export function pressurePath(
  places: Pick<Selection, "country" | "region">,
  by: "country" | "region" | "world",
  [from, to]: readonly [number, number],
) {
  const query = ["trait=pressure:high", `time=${from}..${to}`, `by=${by}`];
  return `/v1/traits?${[...query, ...placesOf(places, by)].join("&")}` as "/v1/traits";
}

function placesOf({ country, region }: Pick<Selection, "country" | "region">, by: "country" | "region" | "world") {
  return [
    ...(region.length > 0 ? [`region=${region.join("~")}`] : []),
    ...(by === "country" && country.length > 0 ? [`country=${country.join("~")}`] : []),
  ];
}

/** The address of a donor's own published cells, all its grants together. */
export function ownPath(by: "country" | "world") {
  return `/v1/cells?by=${by}&grant=own` as const;
}

/** The address of a donor's published cells of one grant as a whole. */
export function grantPath(grant: string) {
  return `/v1/cells?grant=${encodeURIComponent(grant)}` as const;
}

/** The address of the cleared outcome statements that match. */
export function outcomesPath({ result, country, region }: Pick<Selection, "result" | "country" | "region">) {
  const query = Object.entries({ result, country, region }).flatMap(([name, codes]) =>
    codes.length > 0 ? [`${name}=${codes.join("~")}`] : [],
  );
  return `/v1/outcomes${query.length > 0 ? `?${query.join("&")}` : ""}` as "/v1/outcomes";
}

import type { Translator } from "../locales/translate.ts";
import { type Base, collectiveTypes, countriesByName, regionsByName, resultGroups, yearsOf } from "../state/base.ts";
import type { Option } from "./filters.tsx";

/** Every year with a published figure, the latest first. */
export function yearOptions(base: Base): Option[] {
  const [from, to] = yearsOf(base) ?? [0, -1];
  return Array.from({ length: to - from + 1 }, (_, back) => ({ value: `${to - back}`, label: `${to - back}` }));
}

/** Share or median. */
export function measureOptions({ t }: Translator): Option[] {
  return (["share", "median"] as const).map((value) => ({ value, label: t(`filter.measure.${value}`) }));
}

/** Regions by name, all of them first. */
export function regionOptions(base: Base, { t }: Translator): Option[] {
  const regions = regionsByName(base).map(({ code, name }) => ({ value: code, label: name }));
  return [{ value: "", label: t("filter.region.all") }, ...regions];
}

/** Collective types, all of them together first. */
export function typeOptions({ t }: Translator): Option[] {
  const types = collectiveTypes.map((value) => ({ value, label: t(`type.${value}`) }));
  return [{ value: "", label: t("filter.type.all") }, ...types];
}

/** Results under their headings, then each heading's results together. */
export function resultChoices(base: Base, { t }: Translator): { label: string; options: Option[] }[] {
  const groups = resultGroups(base).map(({ label, results }) => ({
    label,
    options: results.map((result) => ({ value: result.code, label: `${result.code} ${result.label}` })),
  }));
  const together = groups.map(({ label, options }) => ({ value: options.map(({ value }) => value).join("~"), label }));
  return [...groups, { label: t("filter.results-of"), options: together }];
}

/** Countries by name. */
export function countryOptions(base: Base): Option[] {
  return countriesByName(base).map(({ code, name }) => ({ value: code, label: name }));
}

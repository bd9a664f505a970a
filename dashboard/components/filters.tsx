import type { ComponentChildren } from "preact";
import { type Base, knownIn, type Place, yearsOf } from "../state/base.ts";
import { readSelection, type Selection, writeSelection, writeTime } from "../state/selection.ts";
import { useSurroundings } from "./context.ts";

/** A choice of a list of options. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * The filters of a view: a plain form that works with scripts off; with scripts, every change goes to the new address
 * at once. What the form does not offer is kept by hidden fields.
 */
export function Filters(props: {
  base: Base;
  path: string;
  tabs: readonly string[];
  selection: Selection;
  offers: readonly (keyof Selection)[];
  /** The span of years that the view shows by itself; all years if left out. */
  byItself?: readonly [number, number];
  children: ComponentChildren;
}) {
  const { translator, go, langs } = useSurroundings();
  const { base, path, tabs, selection, offers } = props;
  const kept = new URLSearchParams(writeSelection(selection));
  for (const offered of offers) kept.delete(offered);
  const send = (form: HTMLFormElement) => {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") params.append(name, value);
    const chosen = readSelection(params, knownIn(base, tabs, langs)).selection;
    // What a view shows by itself is left out, which keeps the link open to years to come.
    const usual = writeTime(props.byItself ?? yearsOf(base) ?? [0, 0]);
    const itself = params.has("from") && chosen.time && writeTime(chosen.time) === usual;
    go(`${path}${writeSelection(itself ? { ...chosen, time: null } : chosen)}`);
  };
  const bare = new URLSearchParams();
  for (const name of ["lang", "tab"] as const) if (kept.get(name)) bare.set(name, kept.get(name)!);
  return (
    <form
      class="filters"
      method="get"
      action={path}
      data-testid="filters"
      aria-label={translator.t("filter.title")}
      onChange={(event) => send(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <div class="filters-end">
        <button type="submit" class="without-script">
          {translator.t("filter.submit")}
        </button>
        <a href={`${path}${bare.size > 0 ? `?${bare}` : ""}`}>{translator.t("filter.reset")}</a>
      </div>
    </form>
  );
}

/** One choice among several. */
export function Choice(props: {
  name: string;
  label: string;
  value: string;
  options?: readonly Option[];
  groups?: readonly { label: string; options: readonly Option[] }[];
}) {
  const list = (options: readonly Option[]) =>
    options.map(({ value, label }) => (
      <option key={value} value={value} selected={value === props.value}>
        {label}
      </option>
    ));
  return (
    <label class="choice">
      <span>{props.label}</span>
      <select name={props.name} data-testid={`filter-${props.name}`}>
        {list(props.options ?? [])}
        {props.groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {list(group.options)}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

/** A yes or no. */
export function Tick(props: { name: string; value: string; label: string; checked: boolean }) {
  const { name, value, label, checked } = props;
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={value} checked={checked} data-testid={`filter-${name}`} />
      {label}
    </label>
  );
}

/** Any number of places, folded away until asked for. */
export function Places({
  name,
  label,
  places,
  chosen,
}: {
  name: string;
  label: string;
  places: readonly Place[];
  chosen: readonly string[];
}) {
  const { t } = useSurroundings().translator;
  const count = chosen.length > 0 ? t("filter.countries.some", { count: chosen.length }) : t("filter.countries.all");
  return (
    <details class="places" data-testid={`filter-${name}`}>
      <summary>
        <span>{label}</span> <span class="value">{count}</span>
      </summary>
      <fieldset>
        <legend class="visually-hidden">{label}</legend>
        {places.map((place) => (
          <label key={place.code}>
            <input type="checkbox" name={name} value={place.code} checked={chosen.includes(place.code)} />
            {place.name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

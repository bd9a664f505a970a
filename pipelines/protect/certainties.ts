import type { Doubt } from "./system.ts";

/** That all or none of a group are of a class, for each onlooker of whose unknown part it is true. */
export function certaintiesOf(
  columns: readonly number[],
  share: 1 | 2,
  system: {
    truth: readonly number[];
    most: readonly number[];
    knowers: readonly (readonly number[])[];
    onlookers: readonly unknown[];
  },
  name: string,
): Doubt[] {
  const { truth, most, knowers, onlookers } = system;
  const total = { value: 0, size: 0 };
  const known = new Map<number, { value: number; size: number }>();
  for (const column of columns) {
    const [value, size] = [truth[column] as number, (most[column] as number) / share];
    total.value += value;
    total.size += size;
    for (const onlooker of knowers[column] ?? []) {
      const mine = known.get(onlooker) ?? { value: 0, size: 0 };
      known.set(onlooker, { value: mine.value + value, size: mine.size + size });
    }
  }
  const none: number[] = [];
  const all: number[] = [];
  onlookers.forEach((_, onlooker) => {
    const mine = known.get(onlooker);
    const [value, size] = [total.value - (mine?.value ?? 0), total.size - (mine?.size ?? 0)];
    if (size === 0) return;
    if (value === 0) none.push(onlooker);
    else if (value === size) all.push(onlooker);
  });
  const sum = { columns };
  return [
    ...(none.length > 0 ? [{ name, sum, width: 1, reach: 1, onlookers: none }] : []),
    ...(all.length > 0 ? [{ name, sum, width: 1, reach: 0, onlookers: all }] : []),
  ];
}

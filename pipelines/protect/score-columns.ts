import type { ScoreAtom } from "./score-atoms.ts";
import type { Row } from "./system.ts";

/** The unknowns of a table of scores: of each atom and restated score how many are high, and low where classes are told. */
export function scoreColumns(atoms: readonly ScoreAtom[], withClasses: boolean) {
  const truth: number[] = [];
  const most: number[] = [];
  const knownTo: (readonly string[])[] = [];
  const limits: Row[] = [];
  const places = atoms.map(({ epochs, scored, knownTo: scopes }) =>
    epochs.map((counted) => {
      const high = truth.push(counted.high) - 1;
      most.push(scored);
      knownTo.push(scopes);
      if (!withClasses) return { high, low: -1 };
      const low = truth.push(counted.low) - 1;
      most.push(scored);
      knownTo.push(scopes);
      limits.push({ columns: [high, low], lo: 0, hi: scored, audience: "open" });
      return { high, low };
    }),
  );
  const at = (inside: (life: ScoreAtom["life"]) => boolean, version: number) => {
    const found = { high: [] as number[], low: [] as number[], scored: 0 };
    atoms.forEach(({ life, epochOf, scored }, atom) => {
      const place = places[atom]?.[epochOf[version] ?? -1];
      if (!place || !inside(life)) return;
      found.high.push(place.high);
      if (withClasses) found.low.push(place.low);
      found.scored += scored;
    });
    return found;
  };
  return { truth, most, knownTo, limits, at };
}

import { collectiveTypes, countries } from "@trama/data/codelists";
import { results } from "@trama/data/framework";

/** How much is generated; the sizes are those that the targets speak of. */
export interface Size {
  readonly countries: number;
  readonly regions: number;
  readonly types: number;
  readonly years: number;
  readonly donors: number;
}
export const full: Size = { countries: 40, regions: 6, types: 5, years: 8, donors: 6 };
export const firstYear = 2018;

/** A collective as drawn: where it stands, who reports and funds it, when it is there, how it scores. */
export interface Drawn {
  readonly id: string;
  readonly country: string;
  readonly region: string;
  readonly type: string;
  readonly project: string;
  readonly funders: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Score by result and year; null where a missing code was filed. */
  readonly scores: ReadonlyMap<string, number | null>;
}

/** Numbers that look random and are the same for a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}

/** Real country codes, filled with invented collectives, projects and donors. */
export function draw(seed: number, size: Size = full): Drawn[] {
  const random = seeded(seed);
  const types = collectiveTypes.codes.map(({ code }) => code).slice(0, size.types);
  const made: Drawn[] = [];
  for (const { alpha3, region } of places(size)) {
    const collectives = Math.max(1, Math.round(3 * Math.exp(1.1 * normal(random) + 0.6)));
    const weights = types.map(() => random() ** 2 + 0.02);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const projects = Array.from({ length: collectives < 8 ? 1 : collectives < 20 ? 2 : 3 }, (_, at) => ({
      code: `${alpha3}-${at + 1}`,
      funders: Array.from({ length: size.donors }, (_, donor) => `DONOR-${donor}`).filter(() => random() < 0.25),
    }));
    for (let number = 0; number < collectives; number++) {
      let left = random() * total;
      const type = types.find((_, at) => {
        left -= weights[at] as number;
        return left < 0;
      });
      const project = projects[Math.floor(random() * projects.length)] as (typeof projects)[number];
      const start = Math.floor(random() * size.years * 0.7);
      const end = Math.min(size.years - 1, start + 1 + Math.floor(random() * size.years));
      const base = normal(random) * 0.8;
      const scores = new Map<string, number | null>();
      for (const { code } of results) {
        const own = normal(random) * 0.6;
        for (let year = start; year <= end; year++) {
          const latent = 2 + base + own + (year - start) * 0.12 + normal(random) * 0.4;
          scores.set(
            `${code}|${firstYear + year}`,
            random() < 0.08 ? null : Math.max(0, Math.min(4, Math.round(latent))),
          );
        }
      }
      made.push({
        id: `c-${alpha3}-${number}`,
        country: alpha3,
        region,
        type: type ?? "ngo",
        project: project.code,
        funders: project.funders,
        from: firstYear + start,
        to: firstYear + end,
        scores,
      });
    }
  }
  return made;
}

/** What the next release learned: some collectives late, some scores restated; 2% each. */
export function revise(drawn: readonly Drawn[], seed: number): Drawn[] {
  const random = seeded(seed);
  return drawn.flatMap((one) => {
    const scores = new Map(one.scores);
    for (const [key, score] of scores) if (score !== null && random() < 0.02) scores.set(key, (score + 1) % 5);
    const kept = { ...one, scores };
    return random() < 0.02 ? [kept, { ...kept, id: `${one.id}-late-${seed}` }] : [kept];
  });
}

/** The reports that tell of all that is new, as text by file name. */
export function reportsOf(drawn: readonly Drawn[], before: readonly Drawn[], name: string): Record<string, string> {
  const known = new Map(before.map((one) => [one.id, one]));
  const fresh = drawn.filter(({ id }) => !known.has(id));
  const scores = drawn.flatMap((one) =>
    [...one.scores].flatMap(([key, score]) => {
      if (known.get(one.id)?.scores.get(key) === score && known.has(one.id)) return [];
      const [result, year] = key.split("|");
      return [[one.project, one.country, year, one.id, result, score ?? "NK", 3].join(",")];
    }),
  );
  const collectives = fresh.map((one) =>
    [one.id, one.type, "structured", "rural", one.project, one.country, one.from].join(","),
  );
  const projects = new Map(fresh.map((one) => [one.project, one]));
  const funding = [...projects.values()].flatMap((one) =>
    one.funders.map((funder) =>
      [`${funder}-G`, funder, firstYear, firstYear + full.years - 1, "long", one.project, one.country, one.from].join(
        ",",
      ),
    ),
  );
  const files = {
    [`${name}-collectives.csv`]: ["collective,type,formality,setting,project,country,period", ...collectives],
    [`${name}-funding.csv`]: ["grant_code,funder,year_from,year_to,term,project,country,period", ...funding],
    [`${name}-scores.csv`]: ["project,country,period,collective,result,score,evidence", ...scores],
  };
  return Object.fromEntries(
    Object.entries(files)
      .filter(([, lines]) => lines.length > 1)
      .map(([file, lines]) => [file, `${lines.join("\n")}\n`]),
  );
}

function places(size: Size) {
  const regions = [...new Set(countries.map(({ region }) => region))].slice(0, size.regions);
  const each = regions.map((region) => countries.filter((country) => country.region === region));
  return Array.from({ length: 400 }, (_, at) => each[at % regions.length]?.[Math.floor(at / regions.length)])
    .filter((place) => place !== undefined)
    .slice(0, size.countries);
}

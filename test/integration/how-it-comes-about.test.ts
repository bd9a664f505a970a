import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  ActionsAnswer,
  CapacitiesAnswer,
  PressureAnswer,
  ReachAnswer,
  TiesAnswer,
  VoicesAnswer,
} from "../../api/contract/index.ts";
import type { Requested } from "../accounts.ts";
import { fileHowReports } from "../how-reports.ts";
import { type Ingested, type Office, office } from "../office.ts";
import { signInto } from "../sign-in.ts";

describe("how results come about, from two workbooks to a manager", () => {
  let team: Office;
  let api: Awaited<ReturnType<typeof signInto>>;
  let manager: Requested;
  let last: Ingested["files"][number];
  const get = async <T>(path: string) => {
    const response = await manager(path);
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as T;
  };

  beforeAll(async () => {
    team = await office("how");
    const files = await fileHowReports(team);
    last = files.at(-1) as typeof last;
    await team.run("publish");
    api = await signInto(team.home);
    manager = await api.as("manager", { countries: ["GTM"] });
  });
  afterAll(async () => {
    expect(api.faults).toEqual([]);
    await api.close();
  });

  it("asks for rival explanations above a contribution of 2, and for a note where a capacity is two levels from its results", () => {
    expect(last.error).toBeNull();
    expect(
      last.issues
        .filter(({ rule, severity }) => severity === "warning" && rule !== "text.held")
        .map(({ rule, sheet, row, severity }) => [rule, sheet, row, severity]),
    ).toEqual([
      ["score.untested", "Resultados", 6, "warning"],
      ["contribution.rival", "Acciones", 4, "warning"],
      ["capacity.gap", "Capacidades", 4, "warning"],
    ]);
  });

  it("counts actions: each collective once, people once a period, scores on the action's anchors", async () => {
    const { actions } = await get<ActionsAnswer>("/v1/actions?time=2024");
    expect(actions).toEqual([
      {
        action: "AT2",
        country: "GTM",
        year: 2024,
        collectives: 2,
        scored: 2,
        scores: [0, 1, 0, 1, 0],
        median: [1, 3],
        preventive: 1,
        emergency: 1,
        women: 16,
        men: 5,
        youth: 0,
      },
      expect.objectContaining({ action: "AT3", collectives: 1, median: [2, 2] }),
    ]);
  });

  it("crosses actions, capacities and results with who contributed, and says where rival explanations lack", async () => {
    const { contributions } = await get<ActionsAnswer>("/v1/actions?action=AT2");
    expect(contributions.find(({ result }) => result === "ST1")).toEqual({
      action: "AT2",
      capacities: ["C2"],
      result: "ST1",
      locus: ["own-practice"],
      linked: true,
      collectives: 2,
      collective: { n: 1, median: [4, 4], above_2: 1 },
      pi: { n: 2, median: [1, 2], above_2: 0 },
      others: { n: 0, median: [null, null], above_2: 0 },
      rival_missing: 1,
    });
  });

  it("sets results beside an action with those that took it, those that took others, and those not told of", async () => {
    const { beside } = await get<ActionsAnswer>("/v1/actions?action=AT2&time=2023..2024");
    expect(beside).toHaveLength(1);
    expect(beside[0]).toMatchObject({
      action: "AT2",
      result: "ST1",
      from: 2023,
      to: 2024,
      with: { n: 2, before: 0, after: 2, improved: 2, same: 0, worsened: 0, change: 1 },
      without: { n: 1, before: 1, after: 1, improved: 1, same: 0, worsened: 0, change: 0 },
      unknown: 1,
    });
  });

  it("sets a capacity beside the middle of its linked results, and counts gaps without a note", async () => {
    const { capacities, scores } = await get<CapacitiesAnswer>("/v1/capacities?capacity=C2");
    expect(
      scores.map(({ score, linked, linked_median, gap, noted }) => [score, linked, linked_median, gap, noted]).sort(),
    ).toEqual([
      [0, 1, [3, 3], 3, false],
      [3, 1, [3, 3], 0, false],
      [4, 1, [1, 1], 3, true],
    ]);
    expect(capacities).toEqual([
      {
        capacity: "C2",
        country: "GTM",
        year: 2024,
        n: 3,
        median: [3, 3],
        linked_median: [3, 3],
        compared: 3,
        apart: 2,
        unexplained: 1,
      },
    ]);
  });

  it("measures ties by level, function and direction, and those kept, gained and lost, as counted by hand", async () => {
    const { ties, changes, network, positions } = await get<TiesAnswer>("/v1/ties?time=2023..2024");
    expect(ties.find(({ year }) => year === 2024)).toMatchObject({
      collectives: 3,
      active: 5,
      levels: { local: 2, national: 1, regional: 1, international: 1 },
      every_level: 1,
      functions: expect.objectContaining({ alert: 1, funding: 0 }),
      used: [1, 1],
      two_way: [1, 2],
      held_by_several: [1, 1],
      not_through_pi: [1, 2],
      pairs_in_contact: [5, 10],
    });
    // c1 keeps a, loses b, gains c, d and e; c2 keeps a; c3 and c4 are told of once.
    expect(changes).toEqual([
      { country: "GTM", from: 2023, to: 2024, matched: 2, kept: 2, gained: 3, lost: 1, unmatched: 2 },
    ]);
    expect((await get<TiesAnswer>("/v1/ties?time=2024")).changes).toEqual(changes);
    expect(network.find(({ year }) => year === 2024)).toEqual({
      year: 2024,
      collectives: 3,
      allies: 4,
      ties: 5,
      shared: 1,
      components: 2,
      largest: 6,
      isolated: 1,
      closed: null,
    });
    // c1 holds a, c, d and e, c2 holds a: so many ties, and c1 and c2 are each other's only peers. The network is a tree
    // whose greatest eigenvalue squared, m, solves m² - 5m + 3 = 0.
    const m = (5 + Math.sqrt(13)) / 2;
    const centre = 1 / Math.sqrt(1 + 3 / m + ((m - 3) ** 2 / m) * (1 + 1 / m));
    const standing = positions.filter(({ year }) => year === 2024).sort((a, b) => a.degree - b.degree);
    expect(
      standing.map(({ degree, peers, clustering, constraint }) => [degree, peers, clustering, constraint]),
    ).toEqual([
      [0, 0, 0, null],
      [1, 1, 0, 1],
      [4, 1, 0, 1],
    ]);
    expect(standing[0]?.eigenvector).toBeCloseTo(0, 9);
    expect(standing[1]?.eigenvector).toBeCloseTo((centre * (m - 3)) / m, 9);
    expect(standing[2]?.eigenvector).toBeCloseTo(centre, 9);
  });

  it("sets panels side by side with their spread and agreement", async () => {
    const { voices } = await get<VoicesAnswer>("/v1/voices?result=ST1");
    expect(voices).toEqual([
      expect.objectContaining({
        result: "ST1",
        year: 2024,
        panels: { women: { n: 2, median: [1, 3] }, leadership: { n: 2, median: [3, 3] } },
        compared: 2,
        gaps: [1, 0, 1, 0, 0],
        women_lowest: 1,
        youth_lowest: 0,
      }),
    ]);
    expect(voices[0]?.agreement).toBeCloseTo(0, 12);
  });

  it("tells pressure by its highest level and its kinds, and sets changes beside it; a 4 that nothing tested is flagged", async () => {
    const { pressure, beside } = await get<PressureAnswer>("/v1/pressure?time=2024");
    expect(pressure).toEqual([
      {
        country: "GTM",
        year: 2024,
        collectives: 3,
        none: 1,
        low: 0,
        high: 1,
        severe: 1,
        kinds: expect.objectContaining({ eviction: 1, threat: 2, surveillance: 0 }),
        fours: 1,
        untested: 1,
      },
    ]);
    expect(beside).toEqual([
      expect.objectContaining({
        result: "ST1",
        from: 2023,
        to: 2024,
        pressed: expect.objectContaining({ n: 2, before: 1, after: 1, improved: 1, worsened: 1 }),
        other: expect.objectContaining({ n: 1, before: 0, after: 1 }),
        unknown: 1,
      }),
    ]);
  });

  it("counts who is reached by attribute, and by grants of long and short term", async () => {
    const { reach, grants } = await get<ReachAnswer>("/v1/reach?time=2024");
    const of = (attribute: string) =>
      Object.fromEntries(
        reach.filter((row) => row.attribute === attribute).map((row) => [row.member, row.collectives]),
      );
    expect(of("all")).toEqual({ all: 4 });
    expect(of("type")).toEqual({ movement: 2, ngo: 2 });
    expect(of("women_led")).toEqual({ yes: 1, no: 1, unknown: 2 });
    expect(of("years_accompanied")).toEqual({ "5-9": 1, "2-4": 1, unknown: 2 });
    expect(grants.map(({ grant_code, term, year, collectives }) => [grant_code, term, year, collectives])).toEqual([
      ["G1", "long", 2024, 4],
      ["G2", "short", 2024, 4],
    ]);
  });

  it("is answered as a table too, and only within reach", async () => {
    for (const path of ["actions", "capacities", "ties", "voices", "pressure", "reach"]) {
      const csv = await (await manager(`/v1/${path}?format=csv`)).text();
      expect([path, csv.trim().split("\n").length > 1]).toEqual([path, true]);
      expect([path, (await manager(`/v1/${path}?country=HND`)).status]).toEqual([path, 403]);
      expect([path, (await api.nobody(`/v1/${path}`)).status]).toEqual([path, 401]);
    }
    const elsewhere = await api.as("manager", { countries: ["KEN"] });
    expect(((await (await elsewhere("/v1/ties")).json()) as TiesAnswer).ties).toEqual([]);
  });
});

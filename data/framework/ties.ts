import type { TieItem } from "./item.ts";

/** The seven bonding and six bridging items of the figure that closes section 4. Their links are all proposals. */
export const ties: readonly TieItem[] = [
  {
    code: "BO1",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "figure", group: "internal", item: 1 },
    links: {
      results: [{ code: "IN1", basis: "proposal" }],
      actions: [
        { code: "AT3", basis: "proposal" },
        { code: "AN1", basis: "proposal" },
      ],
      capacities: [{ code: "C3", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BO2",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "figure", group: "internal", item: 2 },
    links: {
      results: [
        { code: "IN4", basis: "proposal" },
        { code: "ST1", basis: "proposal" },
        { code: "ST2", basis: "proposal" },
      ],
      actions: [
        { code: "AT2", basis: "proposal" },
        { code: "AT3", basis: "proposal" },
      ],
      capacities: [
        { code: "C2", basis: "proposal" },
        { code: "C3", basis: "proposal" },
      ],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BO3",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "figure", group: "internal", item: 3 },
    links: {
      results: [
        { code: "IN1", basis: "proposal" },
        { code: "IN3", basis: "proposal" },
      ],
      actions: [{ code: "AN2", basis: "proposal" }],
      capacities: [{ code: "C3", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BO4",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "figure", group: "internal", item: 4 },
    links: {
      results: [
        { code: "EX1", basis: "proposal" },
        { code: "IN2", basis: "proposal" },
        { code: "IN4", basis: "proposal" },
      ],
      actions: [
        { code: "AN1", basis: "proposal" },
        { code: "AN3", basis: "proposal" },
      ],
      capacities: [{ code: "C3", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BO5",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "figure", group: "internal", item: 5 },
    links: {
      results: [{ code: "IN3", basis: "proposal" }],
      actions: [{ code: "AN2", basis: "proposal" }],
      capacities: [{ code: "C1", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BO6",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "figure", group: "internal", item: 6 },
    links: {
      results: [
        { code: "IN1", basis: "proposal" },
        { code: "EX1", basis: "proposal" },
      ],
      actions: [
        { code: "AN1", basis: "proposal" },
        { code: "AN3", basis: "proposal" },
      ],
      capacities: [{ code: "C3", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BO7",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "figure", group: "internal", item: 7 },
    links: {
      results: [
        { code: "IN1", basis: "proposal" },
        { code: "EX1", basis: "proposal" },
      ],
      actions: [{ code: "AN1", basis: "proposal" }],
      capacities: [{ code: "C3", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BR1",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "external",
    source: { section: "figure", group: "external", item: 1 },
    links: {
      results: [{ code: "EX3", basis: "proposal" }],
      actions: [
        { code: "AT4", basis: "proposal" },
        { code: "AN4", basis: "proposal" },
      ],
      capacities: [{ code: "C4", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BR2",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "external",
    source: { section: "figure", group: "external", item: 2 },
    links: {
      results: [
        { code: "EX3", basis: "proposal" },
        { code: "EX2", basis: "proposal" },
      ],
      actions: [
        { code: "AT4", basis: "proposal" },
        { code: "AN4", basis: "proposal" },
      ],
      capacities: [{ code: "C4", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BR3",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "external",
    source: { section: "figure", group: "external", item: 3 },
    links: {
      results: [
        { code: "EX3", basis: "proposal" },
        { code: "EX6", basis: "proposal" },
      ],
      actions: [{ code: "AT4", basis: "proposal" }],
      capacities: [{ code: "C4", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BR4",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "external",
    source: { section: "figure", group: "external", item: 4 },
    links: {
      results: [
        { code: "EX2", basis: "proposal" },
        { code: "EX5", basis: "proposal" },
        { code: "EX7", basis: "proposal" },
      ],
      actions: [
        { code: "AT4", basis: "proposal" },
        { code: "AN4", basis: "proposal" },
      ],
      capacities: [{ code: "C4", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BR5",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "external",
    source: { section: "figure", group: "external", item: 5 },
    links: {
      results: [{ code: "EX3", basis: "proposal" }],
      actions: [
        { code: "AT4", basis: "proposal" },
        { code: "AN4", basis: "proposal" },
      ],
      capacities: [{ code: "C4", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
  {
    code: "BR6",
    kind: "tie",
    dimension: "interaction-networks",
    subdimension: "external",
    source: { section: "figure", group: "external", item: 6 },
    links: {
      results: [{ code: "EX3", basis: "proposal" }],
      actions: [
        { code: "AT4", basis: "proposal" },
        { code: "AN4", basis: "proposal" },
      ],
      capacities: [{ code: "C4", basis: "proposal" }],
    },
    disaggregations: ["tie-level"],
    rubricVersion: 1,
  },
];

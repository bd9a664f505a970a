import type { CapacityItem } from "./item.ts";

/** The five capacities of section 5. The publication does not assign them to a dimension; the one given is a proposal. */
export const capacities: readonly CapacityItem[] = [
  {
    code: "C1",
    kind: "capacity",
    dimension: "spatial-territorial",
    subdimension: null,
    source: { section: "5", group: null, item: 1 },
    links: {
      results: [
        { code: "ST5", basis: "source" },
        { code: "IN3", basis: "source" },
        { code: "EX4", basis: "proposal" },
        { code: "EX5", basis: "proposal" },
        { code: "EX7", basis: "proposal" },
      ],
      actions: [
        { code: "AT1", basis: "source" },
        { code: "AN2", basis: "proposal" },
        { code: "AN3", basis: "proposal" },
      ],
      capacities: [],
    },
    disaggregations: [],
    rubricVersion: 1,
  },
  {
    code: "C2",
    kind: "capacity",
    dimension: "spatial-territorial",
    subdimension: null,
    source: { section: "5", group: null, item: 2 },
    links: {
      results: [
        { code: "ST1", basis: "source" },
        { code: "ST2", basis: "source" },
        { code: "ST3", basis: "source" },
        { code: "ST4", basis: "source" },
        { code: "IN4", basis: "proposal" },
      ],
      actions: [{ code: "AT2", basis: "source" }],
      capacities: [],
    },
    disaggregations: [],
    rubricVersion: 1,
  },
  {
    code: "C3",
    kind: "capacity",
    dimension: "interaction-networks",
    subdimension: "internal",
    source: { section: "5", group: null, item: 3 },
    links: {
      results: [
        { code: "IN1", basis: "source" },
        { code: "IN2", basis: "proposal" },
        { code: "IN4", basis: "proposal" },
        { code: "EX1", basis: "source" },
        { code: "IN3", basis: "proposal" },
      ],
      actions: [
        { code: "AT3", basis: "source" },
        { code: "AN1", basis: "proposal" },
        { code: "AN2", basis: "proposal" },
        { code: "AN3", basis: "proposal" },
      ],
      capacities: [],
    },
    disaggregations: [],
    rubricVersion: 1,
  },
  {
    code: "C4",
    kind: "capacity",
    dimension: "interaction-networks",
    subdimension: "external",
    source: { section: "5", group: null, item: 4 },
    links: {
      results: [
        { code: "EX2", basis: "proposal" },
        { code: "EX3", basis: "source" },
        { code: "EX4", basis: "proposal" },
        { code: "EX5", basis: "proposal" },
        { code: "EX7", basis: "proposal" },
        { code: "ST4", basis: "proposal" },
      ],
      actions: [
        { code: "AT4", basis: "source" },
        { code: "AN4", basis: "proposal" },
      ],
      capacities: [],
    },
    disaggregations: [],
    rubricVersion: 1,
  },
  {
    code: "C5",
    kind: "capacity",
    dimension: "spatial-territorial",
    subdimension: null,
    source: { section: "5", group: null, item: 5 },
    links: {
      results: [
        { code: "EX6", basis: "source" },
        { code: "EX1", basis: "proposal" },
        { code: "EX7", basis: "proposal" },
      ],
      actions: [{ code: "AT5", basis: "source" }],
      capacities: [],
    },
    disaggregations: [],
    rubricVersion: 1,
  },
];

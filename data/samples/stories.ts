/**
 * What the samples are built to show. Everything is invented; the countries are mere labels. Tests and the figures that
 * explain change must find these again.
 */
export const stories = {
  /** Legal support falls among the same collectives between two years, then comes back slowly. */
  legalSupportFalls: { country: "GTM", result: "EX4", before: 2022, after: 2023, size: -1.8, back: 0.35 },
  /** Strong among its members, weak towards the outside. */
  strongInsideWeakOutside: { country: "SEN", internal: 1.1, external: -0.8 },
  /** The share rises only because the weakest collectives are no longer accompanied. */
  weakLeave: { country: "THA", lastYearOfWeak: 2022, firstYearWithout: 2023, leavers: 6 },
  /** Collectives progress, but so many newcomers start low that the crude share hardly moves. */
  newcomersHideProgress: { country: "COL", from: 2019, to: 2025 },
} as const;

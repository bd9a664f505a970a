/** Below this many collectives a figure carries the flag `small-n`. */
export const smallN = 10;

/** From this share of unverified scores among those in place, a figure carries the flag `unverified`. */
export const unverifiedFrom = 0.2;

/** The fewest collectives behind any public figure; counts below it, none included, are withheld alike. */
export const minimum = 5;

/** A withheld count must stay uncertain over at least this span for a reader who knows nothing but what is published. */
export const outsideWidth = minimum - 1;

/** Likewise for a manager who knows every row of one country: no guess of theirs is sure to be within one. */
export const insideWidth = 3;

/** For a manager who knows the rows of one project of a country. */
export const projectWidth = 2;

/** For a donor who knows of every collective that it funds where it is and of which type: no secret is known exactly. */
export const granteeWidth = 1;

/** The fewest collectives behind a distribution in three classes. */
export const forDistribution = 20;

/** The fewest collectives followed from one year to the next behind a matched figure. */
export const forMatched = 10;

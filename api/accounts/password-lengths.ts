/** How many letters a password may have. */
export const passwordLengths = { least: 12, most: 200 } as const;

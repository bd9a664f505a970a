/** There is nothing held of that name, it was decided before, or it cannot be decided so. */
export class NothingHeld extends Error {}

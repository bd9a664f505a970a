/**
 * A step from one version of the working store to the next. It is a rebuild: the statements run in a new, empty file
 * with the old one attached as `old`, and the new file takes the old one's place when all of them have run. Frozen once
 * released: a migration imports nothing of today's schema.
 */
export interface Migration {
  /** The version it leads to. */
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

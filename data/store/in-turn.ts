import type { DuckDBConnection } from "@duckdb/node-api";

/** What runs statements: a connection, or one whose statements wait for each other. */
export type StatementRunner = Pick<DuckDBConnection, "run">;

/**
 * A connection that several may ask at once: each statement begins when the one before has ended, so that what was asked is
 * worked on while the next is answered. One that fails stops none of those that wait.
 */
export function inTurn(connection: StatementRunner): StatementRunner {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(...asked) {
      const answer = last.then(() => connection.run(...asked));
      last = answer.catch(() => {});
      return answer;
    },
  };
}

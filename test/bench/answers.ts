import type { Database } from "@trama/data/schema";
import { DuckDBDialect, knowCountryCode, openReader } from "@trama/data/store";
import { type CompiledQuery, Kysely } from "kysely";
import { createApp } from "../../api/app.ts";
import type { Manager } from "../../api/policies/principal.ts";
import { scoped } from "../../api/policies/scoped.ts";
import { findExactCells } from "../../api/queries/restricted/cells.ts";
import { findExactProgress } from "../../api/queries/restricted/progress.ts";
import { openReleases } from "../../api/release.ts";
import { openRestricted } from "../../api/restricted/restricted.ts";
import { countries } from "./observations.ts";
import type { Question } from "./questions.ts";
import type { Made } from "./release.ts";

/** The platform's own answers: a response of the public routes, rows of progress. */
export interface Answers {
  ask(question: Question): Promise<Response | readonly unknown[]>;
  close(): Promise<void>;
}

/** Answers from a release's roll-ups: by the public routes, progress from the restricted file as rows. */
export function rolledUp({ releases: folder }: Pick<Made, "releases">): Answers {
  const releases = openReleases(folder);
  const restricted = openRestricted(folder, releases);
  const app = createApp({ releases });
  return {
    async ask(question) {
      if (question.kind === "progress")
        return restricted.read({ ...manager, countries: [question.country] }, ({ rows }) =>
          findExactProgress(rows, {}),
        );
      const answer = await app.request(question.address);
      if (answer.status !== 200) throw new Error(`${question.address}: ${await answer.text()}`);
      return answer;
    },
    async close() {
      restricted.close();
      await releases.close();
    },
  };
}

/** A manager of all countries, as drawn. */
export const manager: Manager = {
  ...{ kind: "manager", account: "1", name: "bench", by: { kind: "session" }, mustChange: false },
  ...{ countries, projects: [] },
};
const asked = { by: "country", result: ["ST1"] } as const;

/** A manager's drill-down to the scores themselves: by the platform, and its statements by DuckDB alone. */
export async function drillDown({ releases: folder, restricted: file }: Pick<Made, "releases" | "restricted">) {
  const releases = openReleases(folder);
  const restricted = openRestricted(folder, releases);
  const store = await openReader(file);
  const connections = [await store.connect(), await store.connect()];
  for (const connection of connections) await knowCountryCode(connection);
  const statements: CompiledQuery[] = [];
  const db = new Kysely<Database>({
    dialect: new DuckDBDialect(store, 2),
    log: ({ query }) => void statements.push(query),
  });
  await findExactCells(scoped(manager, db), 1, asked);
  await db.destroy();
  return {
    ours: () => restricted.read(manager, ({ rows }) => findExactCells(rows, 1, asked)),
    alone: () =>
      Promise.all(
        statements.map(async ({ sql, parameters }, at) =>
          (await connections[at % 2]?.runAndReadAll(sql, parameters as never))?.getRowObjects(),
        ),
      ),
    async close() {
      for (const connection of connections) connection.closeSync();
      store.close();
      restricted.close();
      await releases.close();
    },
  };
}

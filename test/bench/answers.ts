import { resultCodes } from "@trama/data/framework";
import type { Database } from "@trama/data/schema";
import { DuckDBDialect, openReader } from "@trama/data/store";
import { type CompiledQuery, Kysely } from "kysely";
import { createApp } from "../../api/app.ts";
import type { Manager } from "../../api/policies/principal.ts";
import { scoped } from "../../api/policies/scoped.ts";
import { findDonorProgress } from "../../api/queries/donor/progress.ts";
import { findExactCells } from "../../api/queries/restricted/cells.ts";
import { openReleases } from "../../api/release.ts";
import { openRestricted } from "../../api/restricted/restricted.ts";
import { countries, donor, firstYear, years } from "./observations.ts";
import type { Kind } from "./questions.ts";
import type { Made } from "./release.ts";

const lastYear = firstYear + years - 1;
const pairs = resultCodes.flatMap((one, at) => resultCodes.slice(at + 1).map((other) => `${one}~${other}`));

/** The platform's own answers to the four questions; `turn` makes each question one that nobody asked before. */
export interface Answers {
  ask(kind: Kind, turn: number): Promise<unknown>;
  close(): Promise<void>;
}

/** Answers from a release's roll-ups: three by the public routes, progress from a donor's own file. */
export function rolledUp({ releases: folder }: Pick<Made, "releases">): Answers {
  const releases = openReleases(folder);
  const restricted = openRestricted(folder, releases);
  const app = createApp({ releases });
  const get = async (address: string) => {
    const answer = await app.request(address);
    if (answer.status !== 200) throw new Error(`${address}: ${await answer.text()}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  return {
    ask(kind, turn) {
      const result = pairs[turn % pairs.length];
      const from = firstYear + (turn % (years - 1));
      switch (kind) {
        case "cells":
          return get(`/v1/cells?by=country&result=${result}&time=${firstYear}..${lastYear}`);
        case "distribution":
          return get(`/v1/distribution?by=country&result=${result}&time=${from}..${from + 1}`);
        case "change":
          return get(`/v1/change?by=country&result=${result}&from=${from}&to=${from + 1}`);
        case "progress":
          return restricted.readDonor(donor.code, (_, cells) =>
            findDonorProgress(cells, donor.code, { grant: donor.grant, result: result?.split("~") }),
          );
      }
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
  const statements: CompiledQuery[] = [];
  const db = new Kysely<Database>({
    dialect: new DuckDBDialect({ connect: store.connect, connections: 2 }),
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

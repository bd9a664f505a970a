import { HomeTrouble } from "../home.ts";
import { withHome } from "../ingest.ts";
import { ReleaseUnsafe } from "../protect/attack/gate.ts";
import { NothingToPublish, publish } from "../publish/publish.ts";
import { LedgerDamage } from "../receive/ledger.ts";
import { HomeBusy } from "../receive/lock.ts";
import { NothingHeld } from "../review/nothing-held.ts";
import { draftOf } from "./draft.ts";
import { fileOne } from "./file-one.ts";
import { decideWithin, heldWithin, showWithin } from "./held.ts";
import { Task, type Told } from "./task.ts";

/** One task, done by the same code as the command, and then this process ends. */
const now = () => new Date();
const patience = 120_000;
/** A server that stopped listens no more; what it asked for is done all the same. */
const say = (told: Told) =>
  new Promise<void>((resolve) => {
    if (process.connected) process.send?.(told, () => resolve());
    else resolve();
  });

process.once("message", (message: unknown) => {
  doTask(Task.parse(message))
    .then((value) => say({ kind: "done", value }))
    .catch((error: unknown) => say(troubleOf(error)))
    .finally(() => {
      if (process.connected) process.disconnect();
    });
});

async function doTask(task: Task): Promise<unknown> {
  const stage = (name: string) => void say({ kind: "stage", stage: name });
  switch (task.kind) {
    case "file":
      return fileOne(task, now, patience, stage);
    case "held":
      return withHome(task.home, now, "review", patience, (home) => heldWithin(home, task.reach));
    case "show":
      return withHome(task.home, now, "review", patience, (home) => showWithin(home, task.reach, task.held));
    case "decide":
      return withHome(task.home, now, "review", patience, (home) =>
        decideWithin(home, task.reach, task.held, task.decision, task.reason),
      );
    case "draft":
      return withHome(task.home, now, "draft", patience, (home) => draftOf(home, task.reach));
    case "publish":
      return withHome(task.home, now, "publish", patience, (home) =>
        publish(home, { note: task.note ?? undefined, progress: stage }),
      );
  }
}

function troubleOf(error: unknown): Told {
  const codes: readonly (readonly [new (...parts: never[]) => Error, string])[] = [
    [NothingHeld, "held.unknown"],
    [NothingToPublish, "publish.nothing"],
    [ReleaseUnsafe, "publish.unsafe"],
    [HomeBusy, "home.busy"],
    [LedgerDamage, "home.trouble"],
    [HomeTrouble, "home.trouble"],
  ];
  const code = codes.find(([kind]) => error instanceof kind)?.[1];
  const message = error instanceof Error ? error.message : String(error);
  return code === undefined ? { kind: "failed", message } : { kind: "refused", code, message };
}

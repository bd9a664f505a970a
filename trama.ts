import { CommanderError } from "commander";
import { AccountTrouble } from "./api/accounts/trouble.ts";
import { program } from "./commands/command.ts";
import { DecisionTrouble } from "./pipelines/decisions/decision.ts";
import { HomeTrouble } from "./pipelines/home.ts";
import { NothingToFillIn } from "./pipelines/prefill.ts";
import { ReleaseUnsafe } from "./pipelines/protect/attack/gate.ts";
import { NothingToPublish } from "./pipelines/publish/publish.ts";
import { LedgerDamage } from "./pipelines/receive/ledger.ts";
import { HomeBusy } from "./pipelines/receive/lock.ts";
import { NothingHeld } from "./pipelines/review/nothing-held.ts";
import "./commands/filing.ts";
import "./commands/releases.ts";
import "./commands/export.ts";
import "./commands/due.ts";
import "./commands/keeping.ts";
import "./commands/accounts.ts";
import "./commands/serving.ts";

/** Trouble that the person at the terminal can mend; anything else is a fault of ours and shows its stack. */
const mendable = [
  AccountTrouble,
  DecisionTrouble,
  NothingToFillIn,
  NothingHeld,
  HomeBusy,
  HomeTrouble,
  LedgerDamage,
  NothingToPublish,
  ReleaseUnsafe,
];

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (mendable.some((kind) => error instanceof kind)) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } else throw error;
}

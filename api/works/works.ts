import { problems } from "../problems.ts";
import { openLine } from "./forked.ts";

/** How far somebody reaches who asks for work in the home; null everywhere. */
export interface WorkReach {
  readonly countries: readonly string[];
  readonly projects: readonly string[];
}

/** Work in the home that a pipeline process does at request. */
export type Work =
  | {
      readonly kind: "file";
      readonly path: string;
      readonly marked: string;
      readonly reach: WorkReach | null;
      readonly acceptRevision: boolean;
      readonly dryRun: boolean;
    }
  | { readonly kind: "held"; readonly reach: WorkReach | null }
  | { readonly kind: "show"; readonly reach: WorkReach | null; readonly held: string }
  | {
      readonly kind: "decide";
      readonly reach: WorkReach | null;
      readonly held: string;
      readonly decision: "released" | "refused" | "cleared";
      readonly reason: string | null;
    }
  | { readonly kind: "draft"; readonly reach: WorkReach }
  | { readonly kind: "publish"; readonly note: string | null };

/** Has work done in the home, one piece after another, each in a process of its own. */
export interface Works {
  /** Rejects with a problem where the work was refused. */
  do(work: Work, stage?: (name: string) => void): Promise<unknown>;
  /** Resolves when nothing is under way any more, or after a while: the process goes on by itself. New work is refused. */
  close(): Promise<void>;
}

export interface WorksOptions {
  /** The pipeline's module that does one task and ends. */
  readonly child: string;
  readonly home: string;
  readonly compilerOptions: string;
  /** How many pieces of work may wait. */
  readonly most?: number;
  /** How long one may take, in milliseconds. */
  readonly patience?: number;
}

const wanted = ["PATH", "HOME", "XDG_CONFIG_HOME", "TRAMA_KEYS", "TMPDIR", "LANG", "TZ"] as const;

export function openWorks({ child, home, compilerOptions, most = 20, patience = 1_800_000 }: WorksOptions): Works {
  const full = () => problems.tooManyRequests(30);
  const line = openLine({ child, compilerOptions, environment: wanted, most, patience, atClose: "finish", full });
  return { do: (work, stage) => line.do({ ...work, home }, stage), close: line.close };
}

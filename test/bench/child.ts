import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a piece of work cost a process of its own. */
export interface Cost {
  readonly milliseconds: number;
  /** Of all its threads together. */
  readonly processor: number;
  /** Highest resident memory of the process in MB, its start included. */
  readonly peak: number;
  /** What the work gave: a number of rows, say, so that two can be compared. */
  readonly gave: number;
}

/** Runs the same file again with arguments, so that its memory is its own, and gives what it cost. */
export function inOwnProcess(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Cost {
  const run = spawnSync(process.execPath, [...process.execArgv, file, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Cost;
}

/** Does the work in this process and says what it cost to the process that started it. */
export async function tellCost(work: () => Promise<number>): Promise<void> {
  const before = process.cpuUsage();
  const from = performance.now();
  const gave = await work();
  const milliseconds = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  const peak = Math.round(peakOfThisProcess() / 1024);
  console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1000, peak, gave } satisfies Cost));
}

/** Highest resident memory in kB. What the system counts for resourceUsage includes the process that started this one. */
function peakOfThisProcess(): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

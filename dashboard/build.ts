import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const turbo = fileURLToPath(new URL("../node_modules/turbo/bin/turbo", import.meta.url));

/** Builds the dashboard's browser files where a source has changed since the last build; quick otherwise. */
export async function build(): Promise<void> {
  const process_ = spawn(process.execPath, [turbo, "run", "build", "--output-logs=errors-only", "--no-daemon"], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  process_.stdout.on("data", (text) => (said += text));
  process_.stderr.on("data", (text) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) =>
    process_.once("error", reject).once("close", resolve),
  );
  if (code !== 0) throw new Error(`The dashboard could not be built:\n${said}`);
}

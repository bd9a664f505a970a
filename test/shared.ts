import { existsSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const folders = ["../shared/fixtures", "../../shared/fixtures"].map((folder) => resolve(root, folder));

/**
 * Path of a fixture that nobody on this project wrote; undefined where the shared folder is absent, as on a user's machine.
 * The test that wanted it is then skipped and says so.
 */
export function sharedFixture(path: string): string | undefined {
  return folders.map((folder) => resolve(folder, path)).find((file) => existsSync(file));
}

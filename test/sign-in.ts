import { join } from "node:path";
import { type Accounts, openAccounts } from "../api/accounts/accounts.ts";
import { createApp } from "../api/app.ts";
import { openReleases } from "../api/release.ts";
import { openRestricted } from "../api/restricted/restricted.ts";
import { asNew, type Requested } from "./accounts.ts";
import { emptyFolder } from "./home.ts";

/** The API over a home's releases with accounts of its own, and a way to ask as anybody. */
export async function signInto(home: string) {
  const folder = await emptyFolder("sign-in");
  const accounts: Accounts = await openAccounts(join(folder, "home"), { keys: join(folder, "keys") });
  const releases = openReleases(join(home, "releases"));
  const restricted = openRestricted(join(home, "releases"), releases);
  const faults: string[] = [];
  const app = createApp({ releases, accounts, restricted, say: (line) => faults.push(line) });
  let made = 0;
  return {
    app,
    accounts,
    restricted,
    /** Faults that the API told of. */
    faults,
    /** Asks as nobody. */
    nobody: (async (path, init) => app.request(path, init)) as Requested,
    /** Makes an account of that role and reach, and asks as it. */
    as: (role: "researcher" | "donor" | "manager" | "admin", scope: Record<string, string[]> = {}) => {
      made += 1;
      return asNew(app, accounts, { name: `${role}-${made}`, role, scope });
    },
    async close() {
      restricted.close();
      accounts.close();
      await releases.close();
    },
  };
}

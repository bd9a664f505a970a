import type { Role, Scope } from "../policies/principal.ts";
import type { Accounts } from "./accounts.ts";
import type { Told } from "./people.ts";

/** One account of each role for a home made from the samples, so that a newcomer can look through each pair of eyes. */
const sampleAccounts: readonly { readonly name: string; readonly role: Role; readonly scope: Partial<Scope> }[] = [
  { name: "admin", role: "admin", scope: {} },
  { name: "manager", role: "manager", scope: { countries: ["GTM", "COL"], projects: ["MEX-S1"] } },
  { name: "donor", role: "donor", scope: { donors: ["donor-a"] } },
  { name: "researcher", role: "researcher", scope: {} },
];

/** Makes them, each with a password made at this moment; nothing where accounts exist already. */
export async function makeSampleAccounts({ people }: Accounts): Promise<Told[]> {
  if ((await people.list()).length > 0) return [];
  const made: Told[] = [];
  for (const account of sampleAccounts) made.push(await people.add({ ...account, oneTime: false }));
  return made;
}

import { AccountTrouble } from "../accounts/trouble.ts";
import { problems } from "../problems.ts";

/** Does work on accounts, and tells trouble that the caller can mend as a problem. */
export async function mended<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AccountTrouble) throw problems.account(error.kind, error.message);
    throw error;
  }
}

/** Trouble with accounts that the person at the terminal, or whoever asked over HTTP, can mend. */
export class AccountTrouble extends Error {
  readonly kind: "unknown" | "exists" | "scope" | "password" | "key" | "last-admin";

  constructor(kind: AccountTrouble["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

import { type Accounts, openAccounts } from "../api/accounts/accounts.ts";
import { tokenByHand, tokenVerbs, type UserOptions, userByHand, userVerbs } from "../api/accounts/by-hand.ts";
import { type Common, command, print, whole } from "./command.ts";

const listOf = (value: string, before: readonly string[] = []) => [
  ...before,
  ...value.split(",").map((code) => code.trim()),
];

const user = command("user", "accounts: who may sign in, with what role and reach")
  .argument("[verb]", userVerbs.join(", "), "list")
  .argument("[name]", "name of the account")
  .option("--role <role>", "researcher, donor, manager or admin")
  .option("--country <codes>", "countries of a manager", listOf)
  .option("--project <codes>", "projects of a manager", listOf)
  .option("--donor <codes>", "codes of a donor, as projects file them", listOf)
  .option("--grant <codes>", "grants of a donor, where not all of them", listOf)
  .action(async (verb: string, name: string | undefined, options: Common & UserOptions) => {
    const known = userVerbs.find((candidate) => candidate === verb);
    if (!known) return user.error(`error: user does not know "${verb}"`, { exitCode: 2 });
    const { object, lines } = await withAccounts(options, (accounts) => userByHand(accounts, known, name, options));
    print(options, object, () => lines);
  });

const token = command("token", "API tokens of an account, for programs")
  .argument("<verb>", tokenVerbs.join(", "))
  .argument("<name>", "name of the account")
  .argument("[token]", "the token to revoke, as listed")
  .option("--label <text>", "what it is for, 32 letters at most")
  .option("--use <uses>", "read, file, review, publish", listOf)
  .option("--days <number>", "how long it lasts, 366 at most", whole)
  .action(async (verb: string, name: string, id: string | undefined, options: Common & { label?: string }) => {
    const known = tokenVerbs.find((candidate) => candidate === verb);
    if (!known) return token.error(`error: token does not know "${verb}"`, { exitCode: 2 });
    const { object, lines } = await withAccounts(options, (accounts) =>
      tokenByHand(accounts, known, name, id, options),
    );
    print(options, object, () => lines);
  });

async function withAccounts<T>({ home }: Common, work: (accounts: Accounts) => Promise<T>): Promise<T> {
  const accounts = await openAccounts(home);
  try {
    return await work(accounts);
  } finally {
    accounts.close();
  }
}

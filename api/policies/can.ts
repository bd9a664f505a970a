import { problems } from "../problems.ts";
import type { Principal, TokenUse } from "./principal.ts";

/** What can be asked, as `noun.verb`; the one list of rights. */
export const verbs = [
  "cell.read",
  "grant-cell.read",
  "figure.read",
  "observation.read",
  "quality.read",
  "progress.read",
  "report.file",
  "report.read",
  "held.review",
  "draft.read",
  "release.publish",
  "account.list",
  "account.change",
] as const;
export type Verb = (typeof verbs)[number];

/** What it is asked about: where it lies. Left out, the right is asked for as such. */
export interface Subject {
  readonly country?: string | null | undefined;
  readonly project?: string | null | undefined;
  readonly donor?: string | null | undefined;
  readonly grant?: string | null | undefined;
}

export type Allowance =
  | { readonly kind: "allowed" }
  | { readonly kind: "denied"; readonly why: "not-signed-in" | "role" | "reach" | "token-use" };

const allowed: Allowance = { kind: "allowed" };

/** Rights by role, as docs/accounts.md lists them. */
const rights: Readonly<Record<Principal["kind"], readonly Verb[]>> = {
  public: ["cell.read"],
  researcher: ["cell.read"],
  donor: ["cell.read", "grant-cell.read", "progress.read"],
  manager: [
    "cell.read",
    "figure.read",
    "observation.read",
    "quality.read",
    "progress.read",
    "report.file",
    "report.read",
    "held.review",
    "draft.read",
    "release.publish",
  ],
  admin: [
    "cell.read",
    "report.file",
    "report.read",
    "held.review",
    "release.publish",
    "account.list",
    "account.change",
  ],
};

/** What a token must have been made for; accounts are changed by people in a session only. */
const usesOf: Readonly<Partial<Record<Verb, TokenUse | "session">>> = {
  "report.file": "file",
  "held.review": "review",
  "draft.read": "read",
  "release.publish": "publish",
  "account.list": "session",
  "account.change": "session",
};

/** Whether a principal may do that with a subject, and why not. */
export function can(principal: Principal, verb: Verb, subject: Subject = {}): Allowance {
  if (!rights[principal.kind].includes(verb))
    return { kind: "denied", why: principal.kind === "public" ? "not-signed-in" : "role" };
  if (principal.kind !== "public" && principal.by.kind === "token" && verb !== "cell.read") {
    const use = usesOf[verb] ?? "read";
    if (use === "session" || !principal.by.uses.includes(use)) return { kind: "denied", why: "token-use" };
  }
  return reaches(principal, subject) ? allowed : { kind: "denied", why: "reach" };
}

/** Whether a subject lies within a principal's reach; what is nowhere lies in everybody's. */
function reaches(principal: Principal, { country, project, donor, grant }: Subject): boolean {
  if (principal.kind === "manager") {
    if (country == null && project == null) return donor == null && grant == null;
    return (
      (country != null && principal.countries.includes(country)) ||
      (project != null && principal.projects.includes(project))
    );
  }
  if (principal.kind === "donor")
    return (
      (donor == null || principal.donors.includes(donor)) &&
      (grant == null || principal.grants.length === 0 || principal.grants.includes(grant))
    );
  return true;
}

/** Goes on only where the principal may; throws the problem that says why not. */
export function permit(principal: Principal, verb: Verb, subject: Subject = {}): void {
  const answer = can(principal, verb, subject);
  if (answer.kind === "allowed") return;
  switch (answer.why) {
    case "not-signed-in":
      throw problems.notSignedIn();
    case "role":
      throw problems.roleNotPermitted(principal.kind);
    case "reach":
      throw problems.outOfReach(Object.keys(subject));
    case "token-use":
      throw problems.tokenNotFor(verb);
  }
}

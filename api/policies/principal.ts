import { z } from "zod";

export const roles = ["researcher", "donor", "manager", "admin"] as const;
/** What an account is for. A caller without an account is the public. */
export type Role = (typeof roles)[number];

const codes = z.array(z.string().trim().min(1).max(100)).default([]);

/** How far an account reaches: a manager's countries and projects, a donor's codes and, where not all, its grants. */
export const Scope = z.object({ countries: codes, projects: codes, donors: codes, grants: codes }).strict();
export type Scope = z.infer<typeof Scope>;

/** What a token may be used for; a session may do all that its account may. */
export const tokenUses = ["read", "file", "review", "publish"] as const;
export type TokenUse = (typeof tokenUses)[number];

/** Who asks, as far as the platform knows. */
export type Principal =
  | { readonly kind: "public" }
  | ({ readonly kind: "researcher" } & Known)
  | ({ readonly kind: "donor"; readonly donors: readonly string[]; readonly grants: readonly string[] } & Known)
  | ({
      readonly kind: "manager";
      readonly countries: readonly string[];
      readonly projects: readonly string[];
    } & Known)
  | ({ readonly kind: "admin" } & Known);

/** What is known of everyone who signed in. */
export interface Known {
  /** The account's lasting number, as the audit log names it. */
  readonly account: string;
  readonly name: string;
  /** By a session, or by a token and for which uses. */
  readonly by: { readonly kind: "session" } | { readonly kind: "token"; readonly uses: readonly TokenUse[] };
  /** Whether a one-time password must be replaced before anything else. */
  readonly mustChange: boolean;
}

export type Donor = Extract<Principal, { kind: "donor" }>;
export type Manager = Extract<Principal, { kind: "manager" }>;
export type SignedIn = Exclude<Principal, { kind: "public" }>;

export const nobody: Principal = { kind: "public" };

/** The principal that an account of that role and scope is. */
export function principalOf(role: Role, scope: Scope, known: Known): SignedIn {
  switch (role) {
    case "researcher":
    case "admin":
      return { kind: role, ...known };
    case "donor":
      return { kind: role, donors: scope.donors, grants: scope.grants, ...known };
    case "manager":
      return { kind: role, countries: scope.countries, projects: scope.projects, ...known };
  }
}

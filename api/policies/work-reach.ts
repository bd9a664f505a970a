import type { SignedIn } from "./principal.ts";

/** How far work in the home may reach for a principal: an admin's everywhere (null), a manager's as far as its own. */
export function workReachOf(
  principal: SignedIn,
): { readonly countries: readonly string[]; readonly projects: readonly string[] } | null {
  switch (principal.kind) {
    case "admin":
      return null;
    case "manager":
      return { countries: principal.countries, projects: principal.projects };
    case "researcher":
    case "donor":
      return { countries: [], projects: [] };
  }
}

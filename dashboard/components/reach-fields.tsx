import type { AccountItem } from "@trama/api/contract";
import { useSurroundings } from "./context.ts";

export type Reach = AccountItem["reach"];
type Role = AccountItem["role"];

const roles: readonly Role[] = ["researcher", "donor", "manager", "admin"];
const partsOf: Readonly<Record<Role, readonly (keyof Reach)[]>> = {
  researcher: [],
  donor: ["donors", "grants"],
  manager: ["countries", "projects"],
  admin: [],
};

/** What an account is for, and how far it reaches in that role. */
export function ReachFields(props: { role: Role; onRole: (role: Role) => void; reach: Reach | null }) {
  const { role, onRole, reach } = props;
  const { t } = useSurroundings().translator;
  return (
    <>
      <label>
        {t("accounts.role")}
        <select name="role" value={role} onChange={(event) => onRole(event.currentTarget.value as Role)}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`accounts.role.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {partsOf[role].map((part) => (
        <label key={part}>
          {t(`accounts.reach.${part}`)}
          <input name={part} type="text" autocomplete="off" defaultValue={reach?.[part].join(", ") ?? ""} />
        </label>
      ))}
    </>
  );
}

/** The reach written into those fields: codes between commas or spaces, countries in capitals. */
export function reachOf(form: FormData, role: Role): Reach {
  const codes = (part: keyof Reach) =>
    partsOf[role].includes(part)
      ? `${form.get(part) ?? ""}`
          .split(/[,;\s]+/)
          .filter(Boolean)
          .map((code) => (part === "countries" ? code.toUpperCase() : code))
      : [];
  return {
    countries: codes("countries"),
    projects: codes("projects"),
    donors: codes("donors"),
    grants: codes("grants"),
  };
}

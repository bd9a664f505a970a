import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { sharedFixture } from "../shared.ts";
import { brokenRules, type Ruleset } from "./ruleset.ts";

const schemas = sharedFixture("iati/schemas/2.03");
const rulesets = sharedFixture("iati/rulesets/2.03-standard.json");

/** What the official schema and ruleset of IATI 2.03 find wrong in a file; undefined where they are not here. */
export function standard(): ((xml: string) => { readonly errors: string[]; readonly warnings: string[] }) | undefined {
  if (!schemas || !rulesets) return undefined;
  xmlRegisterFsInputProviders();
  const path = join(schemas, "iati-activities-schema.xsd");
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const validator = XsdValidator.fromDoc(schema);
  const rules = JSON.parse(readFileSync(rulesets, "utf8")) as Ruleset;
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      const errors: string[] = [];
      try {
        validator.validate(document);
      } catch (error) {
        if (!(error instanceof XmlValidateError)) throw error;
        errors.push(...error.details.map(({ line, message }) => `${line}: ${message.trim()}`));
      }
      const broken = brokenRules(document, rules);
      const told = (severity: string) =>
        broken
          .filter((rule) => rule.severity === severity)
          .map(({ id, message, path: at }) => `${id} ${at}: ${message}`);
      return { errors: [...errors, ...told("error")], warnings: told("warning") };
    } finally {
      document.dispose();
    }
  };
}

/** A label in each of the platform's languages. */
export interface Words {
  readonly en: string;
  readonly es: string;
  readonly fr: string;
}

/** What a cell of the entry workbook may hold. */
export type FieldKind =
  | { readonly kind: "code"; readonly list: string }
  | { readonly kind: "score" }
  | { readonly kind: "whole"; readonly from: number; readonly to: number }
  | { readonly kind: "number" }
  | { readonly kind: "yes-no" }
  | { readonly kind: "period" }
  | { readonly kind: "year" }
  | { readonly kind: "date" }
  /** A code of the office's own: a project, a grant, a local indicator. */
  | { readonly kind: "key" }
  /** Names somebody: pseudonymised at the door. */
  | { readonly kind: "identity" }
  /** Words of a person: screened, held until somebody releases them. */
  | { readonly kind: "free-text" };

/** A column of the entry workbook. */
export interface Field {
  readonly key: string;
  readonly label: Words;
  readonly help: Words;
  readonly holds: FieldKind;
  readonly required: boolean;
}

/** A sheet of the entry workbook. */
export interface Sheet {
  readonly key: string;
  readonly name: Words;
  readonly purpose: Words;
  readonly fields: readonly Field[];
}

/** A field in one line: key, what it holds, its labels and its help, each as English, Spanish, French. */
export function field(
  key: string,
  holds: FieldKind,
  label: readonly [en: string, es: string, fr: string],
  help: readonly [en: string, es: string, fr: string],
): Field {
  return { key, holds, label: words(label), help: words(help), required: false };
}

/** The same field where a row without it is refused. */
export function required(inner: Field): Field {
  return { ...inner, required: true };
}

/** Three languages in one line. */
export function words([en, es, fr]: readonly [en: string, es: string, fr: string]): Words {
  return { en, es, fr };
}

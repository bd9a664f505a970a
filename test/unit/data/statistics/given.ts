import { expect } from "vitest";

/** The figure a method gives, for tests in which it must not refuse. */
export function given<T extends { readonly kind: "value" | "refused" }>(
  result: T,
): Extract<T, { readonly kind: "value" }> {
  expect(result.kind, JSON.stringify(result)).toBe("value");
  return result as Extract<T, { readonly kind: "value" }>;
}

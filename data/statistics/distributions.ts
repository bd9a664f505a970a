import jStat from "jstat";
import { checkFinite, checkLevel, checkPositive } from "./checks.ts";

// The only file that knows the library: docs/decisions/0005-statistics-library.md has its measured accuracy.

/** P(Z <= z) for the standard normal distribution. */
export function normalCdf(z: number): number {
  checkFinite(z, "z");
  return jStat.normal.cdf(z, 0, 1);
}

/** The z with P(Z <= z) = p, for p strictly between 0 and 1. */
export function normalQuantile(p: number): number {
  checkLevel(p);
  return jStat.normal.inv(p, 0, 1);
}

/** P(T <= t) for Student's t with `df` degrees of freedom, which need not be whole. */
export function studentCdf(t: number, df: number): number {
  checkFinite(t, "t");
  checkPositive(df, "df");
  return jStat.studentt.cdf(t, df);
}

/** The t with P(T <= t) = p, for p strictly between 0 and 1. */
export function studentQuantile(p: number, df: number): number {
  checkLevel(p);
  checkPositive(df, "df");
  return jStat.studentt.inv(p, df);
}

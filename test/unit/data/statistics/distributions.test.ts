import { fairCoinCdf, normalCdf, normalQuantile, studentCdf, studentQuantile, z95 } from "@trama/data/statistics";
import { describe, expect, it } from "vitest";

// Reference values: normal tails from erfc, t by numerical integration of its density, coins in exact fractions.
describe("the distributions", () => {
  it.each([
    [-3, 0.0013498980316300957],
    [-1.5, 0.06680720126885809],
    [0.25, 0.5987063256829237],
    [2.5, 0.9937903346742238],
  ])("give P(Z <= %d) to fourteen decimals", (z, p) => {
    expect(normalCdf(z)).toBeCloseTo(p, 14);
  });

  it.each([
    [0.001, -3.090232306167813],
    [0.2, -0.8416212335729142],
    [0.975, z95],
    [0.9995, 3.2905267314919255],
  ])("give the normal quantile of %d to twelve decimals", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });

  it.each([
    [-3.137467, 17.682842, 0.002893107368597622],
    [-2, 5, 0.050969739414929216],
    [-4.5, 3.3, 0.00833761639981693],
  ])("give P(T <= %d) with %d degrees of freedom to ten decimals", (t, df, p) => {
    expect(studentCdf(t, df)).toBeCloseTo(p, 10);
  });

  it.each([
    [0.975, 17.682842, 2.103626323340497],
    [0.975, 2, 4.302652729749462],
    [0.975, 1.5, 6.016663104427929],
    [0.995, 100, 2.6258905214380177],
  ])("give the t quantile of %d with %d degrees of freedom to six decimals", (p, df, t) => {
    expect(studentQuantile(p, df)).toBeCloseTo(t, 6);
  });

  it.each([
    [-1, 5, 0],
    [0, 6, 1 / 64],
    [5, 20, 0.020694732666015625],
    [480, 1000, 0.10872414660207047],
    [600, 1300, 0.0030078969305224763],
    [7, 7, 1],
  ])("give at most %i heads in %i tosses to twelve decimals", (k, n, p) => {
    expect(fairCoinCdf(k, n)).toBeCloseTo(p, 12);
  });

  it("throw for what is not a number", () => {
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => studentCdf(1, 0)).toThrow(RangeError);
  });
});

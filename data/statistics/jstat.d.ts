// jstat 1.9.6 ships no types. These are the functions that distributions.ts uses.
declare module "jstat" {
  const jStat: {
    readonly normal: {
      cdf(x: number, mean: number, standardDeviation: number): number;
      inv(p: number, mean: number, standardDeviation: number): number;
    };
    readonly studentt: {
      cdf(x: number, degreesOfFreedom: number): number;
      inv(p: number, degreesOfFreedom: number): number;
    };
  };
  // A CommonJS module: Node gives its exports as the default.
  export default jStat;
}

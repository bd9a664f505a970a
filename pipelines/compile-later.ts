import { setFlagsFromString } from "node:v8";

/** Bytes of code that a function runs before V8 looks whether to compile it: three times as many as it would wait for itself. */
const budget = 400_000;

/**
 * Has V8 compile later in this process, from now on: for one that files and ends. What a filing runs meets new kinds of values
 * for a while; compiled meanwhile, it is thrown away and compiled anew, and threads that compile take the processor from those
 * that read and judge.
 */
export function compileLater(): void {
  setFlagsFromString(`--interrupt-budget=${budget}`);
}

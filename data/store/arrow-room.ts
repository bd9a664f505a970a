/** The most rows of a record batch. */
export const rowsABatch = 16_384;

/** Room for the numbers of a batch while its rows come in: for as many as there are at first, then for as many as there can be. */
export interface Room<Numbers> {
  /** The array, with room for so many numbers. */
  of(count: number): Numbers;
  /** The first numbers of the array, of which there are so many; the next batch has another one. */
  done(count: number): Numbers;
}

interface Holding {
  readonly length: number;
  set(numbers: never): void;
}

/** Makes room with arrays of one kind. */
export function roomOf<Numbers extends Holding & { subarray(from: number, to: number): Numbers }>(
  made: (count: number) => Numbers,
): Room<Numbers> {
  let numbers = made(0);
  const of = (count: number) => {
    if (count <= numbers.length) return numbers;
    const more = made(numbers.length === 0 ? count : Math.max(count, rowsABatch));
    more.set(numbers as never);
    numbers = more;
    return numbers;
  };
  return {
    of,
    done(count) {
      const all = of(count).subarray(0, count);
      numbers = made(0);
      return all;
    },
  };
}

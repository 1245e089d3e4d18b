/** In milliseconds, the best of three: what else the machine does counts least there. */
export function timeOf(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

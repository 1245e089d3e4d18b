/** In milliseconds of this process alone, the best of three: whatever else the machine does does not count. */
export function timeOf(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
}

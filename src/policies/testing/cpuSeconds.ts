/**
 * Seconds of processor time that a run takes in this process, also where it fails: a busy machine makes no difference, other tests
 * of the process may at most double it.
 */
export function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - before) / 1e6;
}

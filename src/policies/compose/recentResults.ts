/** As many as the page works with at once: the draft, the same with examples for missing values, the guide's form, each for two resources. */
const KEPT = 8;

/** The last few results of one computation, the newest first. What is looked for is the first of which something is so. */
export class RecentResults<Result> {
  private results: readonly Result[] = [];

  /** The result of which `is` is so, else the one that is made. */
  get(is: (result: Result) => boolean, make: () => Result): Result {
    const found = this.results.find(is) ?? make();
    if (found !== this.results[0])
      this.results = [found, ...this.results.filter((other) => other !== found)].slice(0, KEPT);
    return found;
  }
}

/** How much work a question may take, counted in steps so that the same question always has the same answer. */
export class Steps {
  private readonly limit: number;
  private left: number;

  constructor(limit: number) {
    this.limit = limit;
    this.left = limit;
  }

  /** Takes one step; gives whether there was one. */
  take(): boolean {
    this.left -= 1;
    return this.left >= 0;
  }

  get taken(): number {
    return this.limit - this.left;
  }

  get areUsedUp(): boolean {
    return this.left < 0;
  }
}

/** How much work a question may take, counted in steps so that the same question always has the same answer. */
export class Steps {
  private left: number;

  constructor(limit: number) {
    this.left = limit;
  }

  /** Takes one step; gives whether there was one. */
  take(): boolean {
    this.left -= 1;
    return this.left >= 0;
  }

  get areUsedUp(): boolean {
    return this.left < 0;
  }
}

/**
 * What the exported programs use of Pulumi, with its types, so that they compile and run without its 100 MB. That Pulumi itself
 * does the same is held by tests/toolchains/.
 */

let kept: Readonly<Record<string, string>> = {};

/** What programs read from now on. */
export function configure(config: Readonly<Record<string, string>>): void {
  kept = config;
}

/** The text of JSON, once everything in it is known: here it is known at once. */
export const jsonStringify = (value: unknown): string => JSON.stringify(value);

export class Config {
  require(key: string): string {
    const value = kept[key];
    if (value === undefined) throw new Error(`Missing required configuration variable ${key}`);
    return value;
  }

  requireObject<Value>(key: string): Value {
    return JSON.parse(this.require(key));
  }
}

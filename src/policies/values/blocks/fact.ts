/** One thing that a block of text says: a value, or a list of them, under the name that it has there. */
export interface Fact {
  /** Empty where the block is a list without names. */
  readonly name: string;
  readonly values: readonly string[];
}

/** Texts have more; what is used of them is at their beginning. */
export const MOST_FACTS = 500;

/** What no one wants in a policy, and what must not be shown. */
const SECRET = /secret|passw|token|private_?key|credential|access_?key/i;

export const isUsable = ({ name, values }: Fact): boolean =>
  values.length > 0 &&
  !SECRET.test(name) &&
  values.every(
    (value) => value !== '' && value.length <= 2048 && value !== '<sensitive>' && value !== 'null',
  );

import type { LibraryOption } from './activity.ts';

/** Option id → value, of options that the user set. */
export type OptionValues = Readonly<Record<string, string>>;

/** The value of an option of an activity, a guardrail or a trust form: what the user set, or else its default. */
export const valueOfOption = (option: Pick<LibraryOption, 'id' | 'default'>, values: OptionValues): string =>
  values[option.id] ?? option.default;

/** Whether the options have the values that something depends on. An option that is not there has none. */
export const haveValues = (
  options: readonly Pick<LibraryOption, 'id' | 'default'>[],
  values: OptionValues,
  needed: OptionValues = {},
): boolean =>
  Object.entries(needed).every(([id, value]) => {
    const option = options.find((one) => one.id === id);
    return (option ? valueOfOption(option, values) : values[id]) === value;
  });

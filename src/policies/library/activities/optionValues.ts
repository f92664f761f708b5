import type { Option } from './activity.ts';

/** Option id → value, of those that were chosen. */
export type OptionValues = Readonly<Record<string, string>>;

/** What an option of an activity, a guardrail or a trust form means: what was chosen, or else its default. */
export const valueOfOption = (option: Pick<Option, 'id' | 'default'>, chosen: OptionValues): string =>
  chosen[option.id] ?? option.default;

/** Whether the options have the values that something depends on. An option that is not there has none. */
export const haveValues = (
  options: readonly Pick<Option, 'id' | 'default'>[],
  chosen: OptionValues,
  needed: OptionValues = {},
): boolean =>
  Object.entries(needed).every(([id, value]) => {
    const option = options.find((one) => one.id === id);
    return (option ? valueOfOption(option, chosen) : chosen[id]) === value;
  });

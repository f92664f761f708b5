import { expect, it } from 'vitest';
import type { AccessTest } from '../library/accessTests/accessTest.ts';
import { guardrailTests, personaTests } from '../library/accessTests/index.ts';
import type { LibraryOption } from '../library/activities/activity.ts';
import { builtIn } from '../library/builtIn.ts';
import { guardrailGuarantees, personaGuarantees } from '../library/guarantees/index.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { findActivity } from '../library/ruleset.ts';
import { findTrustForm } from '../library/trust/index.ts';

type Options = readonly Pick<LibraryOption, 'id' | 'choices'>[];

const optionsOfActivity = (id: string | undefined): Options => findActivity(id ?? '', builtIn)?.options ?? [];
/** What is about trust depends on the options of the trust form. */
const optionsOf = ({
  activity,
  trust,
}: Partial<Record<'activity' | 'trust', string | undefined>>): Options =>
  trust === undefined ? optionsOfActivity(activity) : (findTrustForm(trust)?.options ?? []);
const optionsOfGuardrail = (id: string): Options => guardrails.find((one) => one.id === id)?.options ?? [];

/** What depends on an option, or on a value of it, that does not exist: it is skipped or left out, whatever is selected. */
const unknownIn = (
  of: string,
  options: Options,
  when: Readonly<Record<string, string>> = {},
): readonly string[] =>
  Object.entries(when).flatMap(([id, value]) => {
    const choices = options.find((option) => option.id === id)?.choices ?? [];
    return choices.some((choice) => choice.value === value) ? [] : [`${of}: ${id}=${value}`];
  });

/** What a test or a guarantee of a persona names that its activity, another one, or the trust form doesn’t have. */
const unknownOf = (
  persona: string,
  {
    id,
    activity,
    when,
    besides = {},
    trust,
  }: Pick<AccessTest, 'id' | 'activity' | 'when' | 'besides' | 'trust'>,
): readonly string[] => [
  ...unknownIn(`${persona} ${id}`, optionsOf({ activity, trust }), when),
  ...Object.entries(besides).flatMap(([other, values]) =>
    unknownIn(`${persona} ${id} besides ${other}`, optionsOfActivity(other), values),
  ),
];

it('tests of personas depend on options that their activity, another one, or the trust form has', () => {
  const found = Object.entries(personaTests).flatMap(([persona, tests]) =>
    tests.flatMap((test) => unknownOf(persona, test)),
  );
  expect(found).toEqual([]);
});

it('tests and guarantees of guardrails depend on options that the guardrail has', () => {
  const all = [...Object.entries(guardrailTests), ...Object.entries(guardrailGuarantees)];
  const found = all.flatMap(([guardrail, list]) => {
    const options = optionsOfGuardrail(guardrail);
    return list.flatMap(({ id, when }) => unknownIn(`${guardrail} ${id}`, options, when));
  });
  expect(found).toEqual([]);
});

it('guarantees of personas depend on options that their activity, another one, or the trust form has', () => {
  const found = Object.entries(personaGuarantees).flatMap(([persona, list]) =>
    list.flatMap((guarantee) => unknownOf(persona, guarantee)),
  );
  expect(found).toEqual([]);
});

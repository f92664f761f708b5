import { isAsGenerated } from '../model/isAsGenerated.ts';
import type { Draft, Environment } from '../model/draft.ts';

/** A name that can be part of a file's name, in any system. */
export const ENVIRONMENT_NAME = /^[A-Za-z][A-Za-z0-9-]{0,19}$/;

export const ENVIRONMENT_NAME_RULE =
  'An environment name has 1 to 20 letters, digits, or hyphens, and starts with a letter.';

/** A draft has at most this many environments. */
export const MOST_ENVIRONMENTS = 20;

type WithEnvironments = Pick<Draft, 'environments'>;

const given = ({ environments = [] }: WithEnvironments): readonly Environment[] => environments;

/**
 * The environments whose values can be used. None where a generated policy was edited by hand: an edit is of the statements that the
 * shared values make. With other values, or with parameters, statements can merge in another way, and what was removed would be back.
 */
export function usableEnvironments(draft: Pick<Draft, 'environments' | 'edits'>): readonly Environment[] {
  const isEdited = Object.values(draft.edits).some((entry) => !isAsGenerated(entry, undefined) && !entry.own);
  return isEdited ? [] : given(draft);
}

/** Ids of the variables whose value differs among environments. */
export const varyingVariables = (draft: WithEnvironments): ReadonlySet<string> =>
  new Set(given(draft).flatMap(({ values }) => Object.keys(values)));

/** The draft with the values of one environment. */
export const draftOfEnvironment = (draft: Draft, { values }: Environment): Draft => {
  const entered = Object.entries(values).filter(([, value]) => value.trim() !== '');
  const variables = Object.fromEntries(entered.map(([id, value]) => [id, [value]]));
  return { ...draft, variables: { ...draft.variables, ...variables } };
};

/** Why a name is none for another environment; nothing when it is. */
export function environmentNameProblem(draft: WithEnvironments, name: string): string | undefined {
  if (!ENVIRONMENT_NAME.test(name)) return ENVIRONMENT_NAME_RULE;
  const isTaken = given(draft).some((one) => one.name.toLowerCase() === name.toLowerCase());
  return isTaken ? `This set already has an environment named ${name}.` : undefined;
}

/** With another environment, which has no values of its own yet but those that differ already. */
export const addEnvironment = (draft: Draft, name: string): Draft => ({
  ...draft,
  environments: [
    ...given(draft),
    { name, values: Object.fromEntries([...varyingVariables(draft)].map((id) => [id, ''])) },
  ],
});

export const removeEnvironment = (draft: Draft, name: string): Draft =>
  withEnvironments(
    draft,
    given(draft).filter((one) => one.name !== name),
  );

/** A variable differs among environments from now on: each begins with the draft's first value. */
export const addVaryingVariable = (draft: Draft, variable: string): Draft =>
  withEnvironments(
    draft,
    given(draft).map(({ name, values }) => ({
      name,
      values: { ...values, [variable]: draft.variables[variable]?.[0] ?? '' },
    })),
  );

/** A variable has the draft's values everywhere again. */
export const removeVaryingVariable = (draft: Draft, variable: string): Draft =>
  withEnvironments(
    draft,
    given(draft).map(({ name, values: { [variable]: _removed, ...values } }) => ({ name, values })),
  );

export const setEnvironmentValue = (
  draft: Draft,
  environment: string,
  variable: string,
  value: string,
): Draft =>
  withEnvironments(
    draft,
    given(draft).map((one) =>
      one.name === environment ? { ...one, values: { ...one.values, [variable]: value } } : one,
    ),
  );

function withEnvironments(draft: Draft, environments: readonly Environment[]): Draft {
  const { environments: _replaced, ...others } = draft;
  return environments.length > 0 ? { ...others, environments } : others;
}

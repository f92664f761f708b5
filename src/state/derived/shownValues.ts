import { draftOfEnvironment, usableEnvironments } from '../../policies/draft/environments.ts';
import type { Draft, Environment } from '../../policies/model/draft.ts';
import { type State, useStore } from '../store.ts';

/*
 * The values that policies are shown, checked and tested with: the shared values, or those of one environment. What compares with
 * other drafts, or exports, is about the shared values.
 */

const drafts = new WeakMap<Draft, Map<Environment, Draft>>();
const variables = new WeakMap<Draft['variables'], Map<Environment, Draft['variables']>>();

/** The draft with the values of an environment: the same object for the same two, and the same values for all drafts that share theirs. */
export function withValuesOf(draft: Draft, environment: Environment): Draft {
  const cached = drafts.get(draft) ?? new Map<Environment, Draft>();
  const made = cached.get(environment) ?? withSharedVariables(draft, environment);
  drafts.set(draft, cached.set(environment, made));
  return made;
}

function withSharedVariables(draft: Draft, environment: Environment): Draft {
  const made = draftOfEnvironment(draft, environment);
  const cached = variables.get(draft.variables) ?? new Map<Environment, Draft['variables']>();
  const values = cached.get(environment) ?? made.variables;
  variables.set(draft.variables, cached.set(environment, values));
  return { ...made, variables: values };
}

type Shown = Pick<State, 'draft' | 'screen'>;

/** Views and dialogs that use the shared values. */
const isOfShared = ({ view, dialog }: Shown['screen']): boolean =>
  view === 'changes' || view === 'access' || view === 'review' || dialog === 'export' || dialog === 'report';

/** The environment whose values are shown; nothing while the shared values are. */
export const shownEnvironment = ({ draft, screen }: Shown): Environment | undefined =>
  isOfShared(screen) || screen.environment === null
    ? undefined
    : usableEnvironments(draft).find(({ name }) => name === screen.environment);

/** The draft that policies, findings, tests and sizes on the page are of. */
export function shownValues(state: Shown): Draft {
  const environment = shownEnvironment(state);
  return environment ? withValuesOf(state.draft, environment) : state.draft;
}

export const useShownValues = (): Draft => useStore(shownValues);

export const useShownEnvironment = (): Environment | undefined => useStore(shownEnvironment);

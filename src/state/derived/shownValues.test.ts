import { beforeEach, describe, expect, it } from 'vitest';
import {
  addEnvironment,
  addVaryingVariable,
  setEnvironmentValue,
} from '../../policies/draft/environments.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { show, useStore } from '../store.ts';
import { documentsOf } from './derived.ts';
import { shownEnvironment, shownValues, withValuesOf } from './shownValues.ts';

const base = createDraft({ personas: ['trainingRole'], variables: { region: ['eu-west-1'] } }, builtIn);
const draft = setEnvironmentValue(
  addVaryingVariable(addEnvironment(addEnvironment(base, 'dev'), 'prod'), 'region'),
  'prod',
  'region',
  'us-east-1',
);

const textOf = (one: typeof draft): string =>
  documentsOf(one)
    .map(({ text }) => text)
    .join('\n');

beforeEach(() => {
  useStore.setState({ draft });
  show({ environment: null, view: 'policy', dialog: null });
});

describe('the values that are shown', () => {
  it('are the shared values until an environment is selected', () => {
    expect(shownValues(useStore.getState())).toBe(draft);
  });

  it('are those of the environment, in the text', () => {
    show({ environment: 'prod' });
    const shown = shownValues(useStore.getState());
    expect(textOf(shown)).toContain('us-east-1');
    expect(textOf(shown)).not.toContain('eu-west-1');
    expect(shownValues(useStore.getState())).toBe(shown);
  });

  it('are the shared values again once the environment is gone', () => {
    show({ environment: 'staging' });
    expect(shownEnvironment(useStore.getState())).toBeUndefined();
  });

  it.each([{ view: 'changes' }, { view: 'access' }, { dialog: 'export' }, { dialog: 'report' }] as const)(
    'are the shared values in %o',
    (screen) => {
      show({ environment: 'prod', ...screen });
      expect(shownValues(useStore.getState())).toBe(draft);
    },
  );

  it('change no value of the draft', () => {
    const [, prod] = draft.environments ?? [];
    expect(prod && withValuesOf(draft, prod).variables.region).toEqual(['us-east-1']);
    expect(draft.variables.region).toEqual(['eu-west-1']);
  });
});

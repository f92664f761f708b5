import { useState } from 'react';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { splitAction } from '../../policies/catalog/lookup.ts';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import { testLimits, type UserTest } from '../../policies/model/draft.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import { nextTestId, putTest } from '../../state/accessTests/testEdits.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { contextAsText, contextFromText } from '../common/contextText.ts';
import { useServices } from '../common/useServices.ts';
import { EntryForm } from './EntryForm.tsx';
import { TestFields } from './TestFields.tsx';
import type { Entered } from '../../state/typing/unfinished.ts';
import { problemOf, problemOfCall } from './testProblems.ts';
import { discardTestForm, keyOf, useUnfinished } from '../../state/typing/unfinished.ts';

interface TestFormProps {
  readonly id: string;
  /** The test that is changed; a new one without it. */
  readonly saved?: UserTest;
  /** What a new one begins with. */
  readonly start?: Partial<UserTest>;
  onDone(): void;
}

/** A test to fill in; what is typed outlasts the form, until it is saved or canceled. Fields may hold placeholders such as `<ACCOUNT_ID>`. */
export function TestForm({ id, saved, start, onDone }: TestFormProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const personas = selectedPersonas(draft, ruleset).filter(({ kind }) => kind === 'identity');
  const key = keyOf(saved);
  const typed = useUnfinished(({ tests }) => tests[key]);
  const entered = inRole(typed ?? firstValues('', { ...start, ...saved }), personas);
  const services = useServices([splitAction(entered.action)[0].toLowerCase()]);
  const [problem, setProblem] = useState('');
  const set = (change: Partial<Entered>) =>
    useUnfinished.setState(({ tests }) => ({ tests: { ...tests, [key]: { ...entered, ...change } } }));
  const done = () => {
    discardTestForm(key);
    onDone();
  };
  const save = () => {
    const isFull = !saved && draft.proofs.length >= testLimits.tests;
    const catalog = services.state === 'ready' ? services.catalog : undefined;
    const read = readEntered(entered, catalog, isFull);
    setProblem(read.problem ?? '');
    if (read.problem !== undefined) return;
    edit(
      (before) => putTest(before, { ...read.test, id: saved?.id ?? nextTestId(draft) }),
      saved ? 'Test changed' : 'Test added',
    );
    done();
  };
  return (
    <EntryForm
      id={id}
      name={saved ? 'Edit test' : 'Add test'}
      saveLabel={saved ? 'Save test' : 'Add test'}
      problem={problem}
      onSave={save}
      onCancel={done}
    >
      <TestFields entered={entered} personas={personas} onSet={set} />
    </EntryForm>
  );
}

type Read =
  | { readonly test: Omit<UserTest, 'id'>; readonly problem?: undefined }
  | { readonly problem: string };

/** The test, or why it can't be saved. `isFull`: the draft has no room for another one. */
function readEntered(entered: Entered, catalog: Catalog | undefined, isFull: boolean): Read {
  const early = problemOf(entered);
  if (early !== undefined) return { problem: early };
  const context = contextFromText(entered.context);
  if (!context.ok) return { problem: `Line ${context.line} of the context ${context.problem}.` };
  const full = `A draft can have up to ${testLimits.tests} tests. Delete one first.`;
  const problem = problemOfCall(entered, catalog) ?? (isFull ? full : undefined);
  return problem === undefined ? { test: { ...entered, context: context.context } } : { problem };
}

/** A role that is no longer selected is no choice: the first one is, as for a new test. */
function inRole(entered: Entered, personas: readonly Persona[]): Entered {
  const isSelected = personas.some(({ id }) => id === entered.persona);
  return isSelected ? entered : { ...entered, persona: personas[0]?.id ?? '' };
}

const firstValues = (persona: string, from: Partial<UserTest>): Entered => ({
  persona: from.persona ?? persona,
  title: from.title ?? '',
  expect: from.expect ?? 'allowed',
  action: from.action ?? '',
  resource: from.resource ?? '*',
  context: contextAsText(from.context ?? {}),
});

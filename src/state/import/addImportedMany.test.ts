import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { setValues } from '../../policies/draft/editDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { documentsOf, sizeOf } from '../derived/derived.ts';
import { effectInWords } from '../derived/draftEffect.ts';
import { draftHistory, useStore } from '../store.ts';
import { importPolicies } from './addImported.ts';

/** Characters that were parsed and statements that were written out: the work that grew with the square of the policies. */
const work = vi.hoisted(() => ({ parsed: 0, checked: 0, compared: 0 }));

vi.mock('../../policies/language/parse.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../policies/language/parse.ts')>();
  return {
    ...original,
    parsePolicy: (text: string) => {
      work.parsed += text.length;
      return original.parsePolicy(text);
    },
  };
});
vi.mock('../../policies/handEdits/readEdits.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../policies/handEdits/readEdits.ts')>();
  return {
    ...original,
    canStoreEdits: (edits: Parameters<typeof original.canStoreEdits>[0]) => {
      work.checked += JSON.stringify(edits).length;
      return original.canStoreEdits(edits);
    },
  };
});
vi.mock('../../policies/access/actionDiff.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../policies/access/actionDiff.ts')>();
  return {
    ...original,
    compareActions: (...policies: Parameters<typeof original.compareActions>) => {
      work.compared += 1;
      return original.compareActions(...policies);
    },
  };
});

const policies = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: `Policy ${index}`,
    kind: 'identity' as const,
    text: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::b${10_000 + index}/*` },
      ],
    }),
  }));

function reset(): void {
  Object.assign(work, { parsed: 0, checked: 0, compared: 0 });
}

beforeEach(() => {
  useStore.setState({ draft: createDraft({ personas: ['trainingRole'] }, builtIn), snapshots: [] });
  draftHistory().clear();
  reset();
});

async function workOf(count: number): Promise<typeof work> {
  useStore.setState({ draft: createDraft({ personas: ['trainingRole'] }, builtIn), snapshots: [] });
  reset();
  await importPolicies(policies(count), '14:02');
  documentsOf(useStore.getState().draft);
  return { ...work };
}

describe('hundreds of policies', () => {
  it('ten times as many take ten times the work', async () => {
    const [few, many] = [await workOf(50), await workOf(500)];
    expect(few.parsed).toBeGreaterThan(0);
    expect(many.parsed).toBeLessThanOrEqual(few.parsed * 10.5);
    expect(many.checked).toBeLessThanOrEqual(few.checked * 10.5);
  });

  it('a change of the choices leaves them as they are: nothing of them is read, printed or compared again', async () => {
    await importPolicies(policies(500), '14:02');
    const before = useStore.getState().draft;
    const documents = documentsOf(before);
    const sizes = documents.map((document) => sizeOf(document, before));
    reset();
    const after = setValues(before, 'ACCOUNT_ID', ['444455556666']);
    const now = documentsOf(after);
    expect(now.slice(-500).every((document, index) => document === documents.at(index - 500))).toBe(true);
    expect(now.slice(-500).map((document) => sizeOf(document, after))).toEqual(sizes.slice(-500));
    effectInWords(before, after);
    expect(work.parsed).toBe(0);
    expect(work.compared).toBeLessThan(5);
  });

  it('the draft that has them finds them read and printed', async () => {
    await importPolicies(policies(500), '14:02');
    reset();
    documentsOf(useStore.getState().draft);
    expect(work.parsed).toBe(0);
  });

  it('are read in slices, and how far is reported', async () => {
    const reported: number[] = [];
    await importPolicies(policies(500), '14:02', { onProgress: (read) => reported.push(read) });
    expect(reported.length).toBeGreaterThan(0);
    expect(reported).toEqual([...reported].sort((one, other) => one - other));
  });

  it('are given up between two slices', async () => {
    const controller = new AbortController();
    const before = useStore.getState().draft;
    const onProgress = () => controller.abort();
    expect(
      await importPolicies(policies(500), '14:02', { signal: controller.signal, onProgress }),
    ).toBeUndefined();
    expect(useStore.getState().draft).toBe(before);
  });
});

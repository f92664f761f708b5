import { describe, expect, it, vi } from 'vitest';
import type { Draft } from '../model/draft.ts';

/**
 * What is remembered by the identity of an object saves time and decides nothing: with everything remembered of earlier drafts, each
 * draft has the documents that it has in an engine that remembers nothing.
 */

/** The engine as it is loaded first, with nothing in its caches. */
async function freshEngine() {
  vi.resetModules();
  const [{ deliver }, { builtIn }, { createDraft }, { fillExamples }, imported, typing, { generate }, print] =
    await Promise.all([
      import('./deliver.ts'),
      import('../library/builtIn.ts'),
      import('../draft/createDraft.ts'),
      import('./exampleValues.ts'),
      import('../handEdits/importedPolicies.ts'),
      import('../handEdits/readWritten.ts'),
      import('./compose.ts'),
      import('../handEdits/printDocument.ts'),
    ]);
  const { setEdits } = await import('../handEdits/changeEdits.ts');
  return { deliver, builtIn, createDraft, fillExamples, imported, typing, generate, print, setEdits };
}

type Engine = Awaited<ReturnType<typeof freshEngine>>;

/** A walk of drafts, each a change of the one before: they share most of their objects, as those of a page do. */
function walk({ builtIn, createDraft, fillExamples, imported, ...engine }: Engine): readonly Draft[] {
  const open = createDraft({ personas: ['trainingRole', 'notebookRole'] }, builtIn);
  const filled = fillExamples(open, builtIn);
  const text = (sid: string) =>
    JSON.stringify({ Statement: [{ Sid: sid, Effect: 'Allow', Action: 's3:*', Resource: '*' }] });
  const one = imported.addImportedPolicy(filled, { title: 'One', kind: 'identity', text: text('One') }).draft;
  const two = imported.addImportedPolicy(one, { title: 'Two', kind: 'identity', text: text('Two') }).draft;
  const swapped = { ...two, edits: { 'own-1': two.edits['own-2']!, 'own-2': two.edits['own-1']! } };
  const [first] = engine.generate(filled, builtIn);
  const whole = { ...first!, ...engine.print.printDocument(first!) };
  const edited = (change: (text: string) => string) => {
    const basis = { shown: whole, whole, generated: first, edits: { entries: [], removed: [] } };
    const reading = engine.typing.readWritten(basis, change(whole.text));
    return engine.setEdits(filled, first!.id, reading.ok ? reading.edits : expect.fail('no policy'));
  };
  const renamed = edited((before) => before.replace(/"Sid": "(\w+)"/, '"Sid": "Mine"'));
  const denied = edited((before) => before.replace('"Effect": "Allow"', '"Effect": "Deny"'));
  return [
    open,
    filled,
    { ...filled, variables: { ...filled.variables, inputData: ['other/in'] } },
    filled,
    one,
    two,
    swapped,
    renamed,
    denied,
    renamed,
    { ...denied, sizing: { ...denied.sizing, shorten: 'lossless' } },
    { ...denied, layout: 'merged' },
    { ...filled, limits: { ...filled.limits, chosen: [{ guardrail: 'vpcOnly', options: {} }] } },
    {
      ...filled,
      limits: { ...filled.limits, chosen: [{ guardrail: 'vpcOnly', options: {} }], delivery: 'conditions' },
    },
    filled,
  ];
}

describe('what the engine remembers', () => {
  it('never decides which documents a draft has', async () => {
    const warm = await freshEngine();
    const drafts = walk(warm);
    const results = drafts.map((draft) => warm.deliver(draft, warm.builtIn).documents);
    const again = drafts.map((draft) => warm.deliver(draft, warm.builtIn).documents);
    expect(again).toEqual(results);
    for (const [index, draft] of drafts.entries()) {
      const cold = await freshEngine();
      const documents = cold.deliver(structuredClone(draft), cold.builtIn).documents;
      expect(results[index], `draft ${index}`).toEqual(documents);
    }
    expect(new Set(results.map((documents) => JSON.stringify(documents))).size).toBeGreaterThan(9);
  });

  it('is of objects that nothing changes afterwards', async () => {
    const engine = await freshEngine();
    const drafts = walk(engine).map((draft) => frozen(draft));
    for (const draft of drafts) frozen(engine.deliver(draft, engine.builtIn).documents);
    for (const draft of drafts)
      expect(() => engine.deliver(draft, engine.builtIn), 'an object was changed').not.toThrow();
  });
});

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

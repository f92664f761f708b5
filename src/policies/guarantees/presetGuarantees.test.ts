import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Preset, PresetGuarantee } from '../library/preset.ts';
import { noLimits } from '../model/draft.ts';
import { readPreset } from '../presets/readPreset.ts';
import { rulesetOf } from '../presets/rulesetOf.ts';
import type { GuaranteeResult } from './guaranteeResult.ts';
import { guaranteeOwnerInWords } from './guaranteeWords.ts';
import { runGuarantees } from './runGuarantees.ts';

let example: Preset;
beforeAll(() => {
  const reading = readPreset('example.json', readFileSync('public/presets/example.json', 'utf8'));
  if (!reading.ok) throw new Error('the example is no preset');
  example = reading.preset;
});

function answersOf(
  preset: Preset,
  personas: readonly string[],
  guardrails: readonly string[] = [],
): readonly GuaranteeResult[] {
  const base = rulesetOf(preset);
  const limits = { ...noLimits, chosen: guardrails.map((guardrail) => ({ guardrail, options: {} })) };
  const draft = fillExamples(createDraft({ personas, limits }, base), base);
  const ruleset = withRoleInstances(base, draft);
  const setting = { draft, documents: compose(draft, ruleset), ruleset };
  return runGuarantees(setting).filter(({ owner }) => owner.kind === 'preset');
}

const states = (results: readonly GuaranteeResult[]) => results.map(({ id, answer }) => [id, answer.state]);

describe('guarantees of an organization', () => {
  it('of the example are proven, those of a persona where it is selected', () => {
    expect(states(answersOf(example, ['acmeModelReviewer', 'dataScientist']))).toEqual([
      ['lake-is-read-only', 'proven'],
      ['reviewer-changes-no-models', 'proven'],
    ]);
    expect(states(answersOf(example, ['dataScientist']))).toEqual([['lake-is-read-only', 'proven']]);
  });

  it('are violated with the request and the role', () => {
    const asked: PresetGuarantee = {
      id: 'nobody-trains',
      title: 'No role trains.',
      must: 'never',
      actions: ['sagemaker:CreateTrainingJob'],
    };
    const [result] = answersOf({ ...example, guarantees: [asked] }, ['notebookRole', 'acmeModelReviewer']);
    expect(result).toMatchObject({
      owner: { kind: 'preset' },
      answer: { state: 'violated', violation: { request: { action: 'sagemaker:CreateTrainingJob' } } },
      role: ['notebookRole'],
    });
  });

  it('must be met where a condition is given', () => {
    const asked = (key: string): PresetGuarantee => ({
      id: key,
      title: 'In approved Regions.',
      must: 'unless',
      actions: ['sagemaker:CreateTrainingJob'],
      condition: { StringEquals: { [key]: ['<APPROVED_REGION>'] } },
    });
    const guarantees = [asked('aws:RequestedRegion'), asked('aws:PrincipalTag/region')];
    expect(states(answersOf({ ...example, guarantees }, ['notebookRole'], ['approvedRegions']))).toEqual([
      ['aws:RequestedRegion', 'proven'],
      ['aws:PrincipalTag/region', 'violated'],
    ]);
  });

  it('are those of the preset by name, and none without one', () => {
    expect(guaranteeOwnerInWords({ kind: 'preset' }, rulesetOf(example))).toBe(example.title);
    expect(answersOf({ version: 1, title: 'None' }, ['dataScientist'])).toEqual([]);
    expect(builtIn.preset).toBeNull();
  });
});

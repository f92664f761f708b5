import { describe, expect, it } from 'vitest';
import type { Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { withParsedEdits } from '../../policies/handEdits/parsedEdits.ts';
import { addImportedPolicy } from '../../policies/handEdits/importedPolicies.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { personas } from '../../policies/library/personas/index.ts';
import { suppressionOf } from '../../policies/checks/suppression.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { documentsBefore } from './baseline.ts';
import { sampleFinding } from '../checks/testing/sampleFinding.ts';
import { findingsOfAll, shownFindings } from '../checks/shown.ts';
import { documentsOf, guaranteeVariablesOf, publishedFormOf, wholeDocumentsOf } from './derived.ts';
import { hasField } from '../showCounted.ts';
import { missingValuesOf, nextMove, openValuesOf, progressOf } from './progress.ts';

const everyone = createDraft({ personas: personas.map(({ id }) => id) }, builtIn);

describe('missing values', () => {
  it('of the steps add up to those of the draft', () => {
    const limited = {
      ...everyone,
      limits: {
        ...everyone.limits,
        chosen: [{ guardrail: 'instanceTypes', options: {} }],
        exemption: true,
      },
      variables: { region: ['nowhere', 'elsewhere'], accountId: ['111122223333'] },
    };
    const steps = (['where', 'limits', 'trust'] as const).map((step) => missingValuesOf(limited, step).total);
    expect(missingValuesOf(limited).total).toBe(steps.reduce((sum, one) => sum + one, 0));
    expect(steps.every((one) => one > 0)).toBe(true);
  });

  it('of a step are said to be of the step, beside the number of the whole draft', () => {
    for (const step of ['where', 'trust'] as const)
      expect(progressOf(step, everyone).missing).toMatch(/^\d+ values? (is|are) missing in this step\. /);
  });

  it('count a value once, however many of its entries are wrong', () => {
    const wrong = { ...everyone, variables: { subnetIds: ['a', 'b', 'c'] } };
    expect(missingValuesOf(wrong).invalid).toBe(1);
  });

  it('count the value of one role apart, and are as many as are listed', () => {
    const roles = { trainingRole: { name: '', values: { inputData: ['!'] } } };
    const own = { ...everyone, variables: { inputData: ['?', '!'] }, roles };
    expect(missingValuesOf(own).invalid).toBe(2);
    expect(openValuesOf(own)).toHaveLength(missingValuesOf(own).total);
  });
});

describe('a value that only a guarantee of the user names', () => {
  const domain = builtIn.variables.find(({ id }) => id === 'studioDomainIds')!;
  const named: Draft = {
    ...createDraft({ personas: ['trainingRole'] }, builtIn),
    guarantees: [
      {
        id: '1',
        title: 'No apps of the domain',
        must: 'never',
        actions: ['sagemaker:CreateApp'],
        resources: ['arn:aws:sagemaker:*:*:app/<STUDIO_DOMAIN_ID>/*'],
        condition: {},
        persona: '',
      },
    ],
  };

  it('has a field, and is no missing value of the policies', () => {
    expect(guaranteeVariablesOf(named)).toEqual([domain]);
    expect(hasField(domain, named)).toBe(true);
    expect(openValuesOf(named).map(({ variable }) => variable)).not.toContain(domain);
  });

  it('has none where nothing names it', () => {
    expect(hasField(domain, { ...named, guarantees: [] })).toBe(false);
  });
});

describe('what comes next', () => {
  const complete = fillExamples(createDraft({ personas: ['trainingRole'] }, builtIn), builtIn);
  const guardrail = {
    chosen: [{ guardrail: 'noDirectInternet', options: {} }],
    delivery: 'serviceControl',
    exemption: false,
    ceiling: 'services',
  } as const;
  it.each([
    ['nothing is selected', createDraft({}, builtIn), 'select'],
    ['values are missing', createDraft({ personas: ['trainingRole'] }, builtIn), 'continue'],
    ['a role has no activity', { ...complete, activities: { trainingRole: [] } }, 'continue'],
    ['nothing is missing', complete, 'export'],
    ['a service control policy alone', createDraft({ limits: guardrail }, builtIn), 'export'],
  ])('%s', (_title, draft, next) => {
    expect(nextMove(draft)).toBe(next);
  });
});

describe('findings of all documents', () => {
  const documents = documentsOf(everyone);
  const byDocument = Object.fromEntries(
    documents.map(({ id, text }) => [
      id,
      { text, roles: '', findings: [sampleFinding, sampleFinding], suppressionOf },
    ]),
  );

  it('are those of each, together', () => {
    const all = findingsOfAll(documents, byDocument, []);
    const each = documents.map(
      (document) => shownFindings(document, byDocument[document.id], []).open.length,
    );
    expect(all.open).toHaveLength(each.reduce((sum, one) => sum + one, 0));
    expect(all).toMatchObject({ current: true, isPartial: false });
  });

  it('are not complete while one document has not been checked', () => {
    const [first] = documents;
    const { [first?.id ?? '']: _, ...rest } = byDocument;
    expect(findingsOfAll(documents, rest, [])).toMatchObject({ isPartial: true, current: false });
  });
});

describe('the guide’s form of a draft', () => {
  const text = '{"Version":"2012-10-17","Statement":[]}';
  const imported = addImportedPolicy(everyone, { title: 'Imported', kind: 'identity', text }).draft;
  const edited = withParsedEdits({
    ...imported,
    edits: {
      ...imported.edits,
      dataScientist: {
        entries: [{ key: 'hand-1', text: '{"Effect":"Allow","Action":"s3:*","Resource":"*"}' }],
        removed: [],
      },
    },
  });

  it('has nothing that a person wrote, so that nothing is compared with itself', () => {
    expect(publishedFormOf(edited).edits).toEqual({});
    const own = wholeDocumentsOf(edited).find(({ title }) => title === 'Imported');
    expect(own && documentsBefore(publishedFormOf(edited), own, edited)).toEqual([]);
    const [before] = wholeDocumentsOf(publishedFormOf(edited)).filter(({ id }) => id === 'dataScientist');
    const now = wholeDocumentsOf(edited).find(({ id }) => id === 'dataScientist');
    expect(now?.text).toContain('"s3:*"');
    expect(before?.text).not.toContain('"s3:*"');
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activities } from '../library/activities/index.ts';
import { compose } from '../compose/compose.ts';
import { listOf } from '../language/policy.ts';
import { type Draft, noLimits } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { printDocument } from '../handEdits/printDocument.ts';
import { readWritten } from '../handEdits/readWritten.ts';
import { endpointChecklist } from '../compose/endpointChecklist.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { draftProblems, variablesInUse } from '../compose/variablesInUse.ts';
import { testsOfPersona } from '../library/accessTests/index.ts';
import { runTests } from '../accessTests/runTests.ts';
import { readDraft } from '../share/readDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { findActivity, findPersona, findVariable, type Ruleset } from '../library/ruleset.ts';
import { variables } from '../library/variables/index.ts';
import { enforcement, enforcePreset } from './enforce.ts';
import type { Preset } from '../library/preset.ts';
import { rulesetOf } from './rulesetOf.ts';
import { readPreset } from './readPreset.ts';
import { runs } from '../testing/effort.ts';

function presetOf(text: string): Preset {
  const reading = readPreset('test.json', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.preset;
}

const acme = rulesetOf(
  presetOf(readFileSync(new URL('../../../public/presets/example.json', import.meta.url), 'utf8')),
);
const why = { owner: 'Security', reason: 'Because.' };
const only = (rules: Partial<Preset>): Ruleset =>
  rulesetOf(presetOf(JSON.stringify({ version: 1, title: 'Test', ...rules })));

const scientist = createDraft({ personas: ['dataScientist'] }, builtIn);
const changesOf = (draft: Draft, ruleset: Ruleset) =>
  enforcement(draft, ruleset).changes.map(({ kind, id }) => `${kind} ${id}`.trim());

describe('a draft under a preset', () => {
  it.each<[string, Partial<Preset>, Partial<Draft>, Partial<Draft>, readonly string[]]>([
    [
      'has its locked value where there is none, without a word',
      { lockedValues: { region: { values: ['eu-west-1'], ...why } } },
      {},
      { variables: { region: ['eu-west-1'] } },
      [],
    ],
    [
      'has its locked value in place of another',
      { lockedValues: { region: { values: ['eu-west-1'], ...why } } },
      { variables: { region: ['us-east-1'], accountId: ['1'] } },
      { variables: { region: ['eu-west-1'], accountId: ['1'] } },
      ['value region'],
    ],
    [
      'has no more values than are locked',
      { lockedValues: { subnetIds: { values: ['subnet-0aaa1111bbb2222cc'], ...why } } },
      { variables: { subnetIds: ['subnet-0aaa1111bbb2222cc', 'subnet-0bbb1111bbb2222cc'] } },
      { variables: { subnetIds: ['subnet-0aaa1111bbb2222cc'] } },
      ['value subnetIds'],
    ],
    [
      'is unfilled rather than outside of the list',
      { allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } } },
      { variables: { region: ['us-east-1'] } },
      { variables: {} },
      ['value region'],
    ],
    [
      'keeps what is listed, also with space around it',
      { allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } } },
      { variables: { region: [' eu-west-1 ', '', 'us-east-1'] } },
      { variables: { region: [' eu-west-1 ', ''] } },
      ['value region'],
    ],
    [
      'has what is required, with the options that are',
      { requiredGuardrails: [{ guardrail: 'approvedKeys', options: { legacy: 'on' }, ...why }] },
      { limits: { ...noLimits, chosen: [{ guardrail: 'approvedKeys', options: { legacy: 'off' } }] } },
      { limits: { ...noLimits, chosen: [{ guardrail: 'approvedKeys', options: { legacy: 'on' } }] } },
      ['limit approvedKeys'],
    ],
    [
      'has what is required however often it is chosen',
      { requiredGuardrails: [{ guardrail: 'callerNetwork', options: { by: 'vpc' }, ...why }] },
      {
        limits: {
          ...noLimits,
          chosen: [
            { guardrail: 'callerNetwork', options: { by: 'ip' } },
            { guardrail: 'callerNetwork', options: { by: 'endpoint' } },
          ],
        },
      },
      {
        limits: {
          ...noLimits,
          chosen: [
            { guardrail: 'callerNetwork', options: { by: 'vpc' } },
            { guardrail: 'callerNetwork', options: { by: 'vpc' } },
          ],
        },
      },
      ['limit callerNetwork'],
    ],
    [
      'has no option whose choice is none: its statements would be gone',
      { requiredGuardrails: [{ guardrail: 'callerNetwork', ...why }] },
      {
        limits: { ...noLimits, chosen: [{ guardrail: 'callerNetwork', options: { by: 'nobody', x: 'y' } }] },
      },
      { limits: { ...noLimits, chosen: [{ guardrail: 'callerNetwork', options: {} }] } },
      ['limit callerNetwork'],
    ],
    [
      'exempts nobody from what is required',
      { requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }] },
      { limits: { ...noLimits, exemption: true, chosen: [{ guardrail: 'vpcOnly', options: {} }] } },
      { limits: { ...noLimits, exemption: false, chosen: [{ guardrail: 'vpcOnly', options: {} }] } },
      ['delivery'],
    ],
    [
      'delivers limits as it must',
      { delivery: { as: 'boundary', ceiling: 'services', ...why } },
      { limits: { ...noLimits, delivery: 'conditions', ceiling: 'everything', exemption: true } },
      { limits: { ...noLimits, delivery: 'boundary', ceiling: 'services', exemption: true } },
      ['delivery'],
    ],
    [
      'has nothing that is hidden',
      { hiddenActivities: [{ activity: 'consoleReadAccess', ...why }] },
      { activities: { dataScientist: [choice('consoleReadAccess'), choice('studioAccessByOwner')] } },
      { activities: { dataScientist: [choice('studioAccessByOwner')] } },
      ['activity consoleReadAccess'],
    ],
    [
      'is called as names are',
      { naming: { prefix: 'acme-', maxLength: 12, lowerCase: true, ...why } },
      { name: 'ML Platform' },
      { name: 'acme-ml plat' },
      ['name'],
    ],
    [
      'has no half of a character at the end of its name',
      { naming: { maxLength: 8, ...why } },
      { name: 'rockets🚀' },
      { name: 'rockets' },
      ['name'],
    ],
    [
      'keeps a name that is one',
      { naming: { prefix: 'acme-', ...why } },
      { name: 'acme-ml' },
      { name: 'acme-ml' },
      [],
    ],
  ])('%s', (_, rules, before, after, changes) => {
    const preset = only(rules);
    const draft = createDraft({ ...scientist, activities: {}, ...before }, builtIn);
    expect(enforcePreset(draft, preset)).toEqual(createDraft({ ...draft, ...after }, builtIn));
    expect(changesOf(draft, preset)).toEqual(changes);
  });

  it('is the same object where it keeps to all rules', () => {
    const held = enforcePreset(scientist, acme);
    expect(enforcePreset(held, acme)).toBe(held);
  });
});

function choice(activity: string) {
  return { activity, stance: 'hardened' as const, options: {} };
}

/** Drafts that mean harm: ids and values from the registries and from nowhere, in any combination. */
const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('eu-west-1', 'us-east-1', '', ' ', '111122223333'),
);
const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    name: fc.string({ maxLength: 80 }),
    layout: fc.constantFrom('merged' as const, 'perPersona' as const),
    personas: fc.uniqueArray(
      fc.constantFrom(...builtIn.personas.map(({ id }) => id), 'acmeModelReviewer', 'ghost'),
    ),
    variables: fc.dictionary(
      fc.constantFrom(...variables.map(({ id }) => id), 'acmeLake', 'ghost'),
      fc.array(word, { maxLength: 3 }),
    ),
    activities: fc.dictionary(
      fc.constantFrom(...builtIn.personas.map(({ id }) => id), 'acmeModelReviewer'),
      fc.array(
        fc.record({
          activity: fc.constantFrom(...activities.map(({ id }) => id), 'acmeReadLake', 'ghost'),
          stance: fc.constantFrom('published' as const, 'hardened' as const),
          options: fc.constant({}),
        }),
        { maxLength: 6 },
      ),
    ),
    limits: fc.record({
      chosen: fc.array(
        fc.record({
          guardrail: fc.constantFrom(...guardrails.map(({ id }) => id), 'ghost'),
          options: fc.dictionary(
            fc.constantFrom('by', 'legacy', 'toString'),
            fc.constantFrom('on', 'off', 'ip', 'x'),
          ),
        }),
        { maxLength: 5 },
      ),
      delivery: fc.constantFrom(
        'deny' as const,
        'conditions' as const,
        'boundary' as const,
        'serviceControl' as const,
      ),
      exemption: fc.boolean(),
      ceiling: fc.constantFrom('services' as const, 'everything' as const),
    }),
  })
  .map((partial) => createDraft(partial, acme));

describe('laws', () => {
  it('enforcing twice is enforcing once, and the result can be stored', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const held = enforcePreset(draft, acme);
        expect(enforcePreset(held, acme)).toBe(held);
        expect(enforcement(held, acme).changes).toEqual([]);
        const stored = readDraft(JSON.parse(JSON.stringify(held)), acme);
        expect(stored).toEqual({ ok: true, draft: held });
      }),
      { numRuns: runs(75) },
    );
  });

  it('whatever the draft, the documents hold what is required and nothing that is not allowed', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const held = enforcePreset(draft, acme);
        const documents = compose(held, acme);
        for (const document of documents.filter(({ kind }) => kind === 'identity')) {
          const behind = document.provenance.flatMap(({ sources }) =>
            sources.flatMap((source) => (source.kind === 'guardrail' ? [source.guardrail] : [])),
          );
          for (const { guardrail } of acme.preset?.requiredGuardrails ?? [])
            expect(behind).toContain(guardrail);
          for (const { sources } of document.provenance)
            for (const source of sources)
              if (source.kind === 'activity') expect(source.activity).not.toBe('s3AccountAccess');
        }
        for (const region of held.variables['region'] ?? [])
          expect(['eu-west-1', 'eu-central-1', '']).toContain(region.trim());
        expect(held.limits).toMatchObject({ delivery: 'deny', exemption: false });
        expect(held.variables['accountId']).toEqual(['111122223333']);
      }),
      { numRuns: runs(40) },
    );
  });

  it('a preset that is accepted composes, whatever of it is chosen', () => {
    const actions = fc.constantFrom('s3:GetObject', 's3:*', '*', 'iam:PassRole', 'sagemaker:Create*');
    const resources = fc.constantFrom(
      '*',
      'arn:<PARTITION>:s3:::<OWN_A>/<OWN_B>/*',
      '<DATA_KMS_CMK_ARN>',
      'arn:aws:s3:::<INPUT_BUCKET_NAME>',
      'arn:aws:sagemaker:<REGION>:<ACCOUNT_ID>:x/<NAME_PREFIX>*',
      '<NOBODY>',
    );
    const template = fc.record(
      {
        Sid: fc.constantFrom('OwnA', 'OwnB', 'OwnC', 'OwnD'),
        Effect: fc.constantFrom('Allow', 'Deny'),
        Action: fc.array(actions, { minLength: 1, maxLength: 3 }),
        Resource: fc.array(resources, { minLength: 1, maxLength: 3 }),
        Condition: fc.dictionary(
          fc.constantFrom('StringEquals', 'ForAllValues:StringLikeIfExists', 'Null', 'NumericLessThan'),
          fc.dictionary(
            fc.constantFrom('aws:RequestTag/<OWNER_TAG_KEY>', 's3:prefix'),
            fc.array(fc.constantFrom('<OWN_A>', 'x', '${aws:userid}'), { minLength: 1 }),
          ),
        ),
        forEach: fc.constantFrom('own', 'inputData', 'partition'),
        having: fc.record({
          placeholder: fc.constantFrom('OWN_B', 'INPUT_PREFIX'),
          part: fc.constantFrom('given', 'empty'),
        }),
        when: fc.constantFrom({}, { mode: 'a' }, { mode: 'b' }),
      },
      { requiredKeys: ['Sid', 'Effect', 'Action', 'Resource'] },
    );
    const option = {
      id: 'mode',
      label: 'Mode',
      help: 'x',
      choices: ['a', 'b'].map((value) => ({ value, label: value, help: 'x' })),
      default: 'a',
      stances: ['hardened'],
    };
    const variable = {
      id: 'own',
      label: 'Own',
      help: 'x',
      placeholders: ['OWN_A', 'OWN_B'],
      kind: 's3Location',
      group: 'data',
      many: true,
      example: ['own-bucket/x'],
    };
    fc.assert(
      fc.property(
        fc.uniqueArray(template, { selector: ({ Sid }) => Sid, minLength: 1, maxLength: 3 }),
        fc.constantFrom('merged' as const, 'perPersona' as const),
        fc.constantFrom('deny' as const, 'conditions' as const, 'boundary' as const),
        fc.array(fc.constantFrom('own-bucket', 'own-bucket/p', 'BAD', '')),
        (hardened, layout, delivery, values) => {
          const reading = readPreset(
            'x.json',
            JSON.stringify({
              version: 1,
              title: 'X',
              variables: [variable],
              activities: [
                {
                  id: 'ownWork',
                  title: 'Work',
                  summary: 'x',
                  options: [option],
                  hardened,
                  offeredTo: [{ persona: 'notebookRole', selected: true }],
                },
              ],
              personas: [
                {
                  id: 'owner',
                  title: 'Owner',
                  mark: 'OW',
                  summary: 'x',
                  trust: [{ form: 'samePrincipals' }],
                  activities: [{ activity: 'ownWork', selected: true }],
                },
              ],
              requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }],
            }),
          );
          fc.pre(reading.ok);
          const rules = rulesetOf(reading.preset);
          const draft = createDraft(
            {
              personas: ['owner', 'notebookRole'],
              layout,
              variables: { own: values },
              limits: { ...noLimits, delivery },
            },
            rules,
          );
          const filled = fillExamples(draft, rules);
          for (const tried of [draft, filled, enforcePreset(draft, rules)]) {
            for (const document of compose(tried, rules)) printDocument(document);
            draftProblems(tried, rules);
            endpointChecklist(tried, rules);
          }
          runTests(filled, compose(filled, rules), rules);
          expect(draftProblems(enforcePreset(fillExamples(draft, rules), rules), rules)).toEqual([]);
        },
      ),
      { numRuns: runs(15) },
    );
  });
});

describe('hand edits under required guardrails', () => {
  const held = () =>
    enforcePreset(fillExamples(createDraft({ personas: ['dataScientist'] }, acme), acme), acme);

  /** The draft after someone typed over its first document. */
  function typed(draft: Draft, change: (text: string) => string, rules = acme, place?: string): Draft {
    const id = place ?? compose(draft, rules)[0]?.id;
    const document = compose(draft, rules).find((own) => own.id === id);
    const shown = { ...document!, ...printDocument(document!) };
    const generated = compose({ ...draft, edits: {} }, rules).find((own) => own.id === id);
    const reading = readWritten(
      { shown, whole: document!, generated, edits: { entries: [], removed: [] } },
      change(shown.text),
    );
    if (!reading.ok || !reading.edits) throw new Error('the text must be a policy that differs');
    return { ...draft, edits: { [document!.id]: reading.edits } };
  }

  const without = (sid: string) => (text: string) => {
    const policy = JSON.parse(text);
    policy.Statement = policy.Statement.filter(({ Sid }: { Sid: string }) => Sid !== sid);
    return JSON.stringify(policy, null, 2);
  };

  it.each<[string, (text: string) => string]>([
    ['removed', without('DenyWithoutSubnets')],
    [
      'rewritten',
      (text) =>
        text
          .replace('"sagemaker:VpcSubnets": "true"', '"sagemaker:VpcSubnets": "false"')
          .replace('"sagemaker:VpcSubnets": ["true"]', '"sagemaker:VpcSubnets": ["false"]'),
    ],
    ['turned into an Allow', (text) => text.replaceAll('"Effect": "Deny"', '"Effect": "Allow"')],
  ])('a statement that is %s is as it is generated', (_, change) => {
    const draft = held();
    const wanted = compose(draft, acme)[0]!.policy.Statement.filter(({ Sid }) =>
      Sid?.startsWith('DenyWithout'),
    );
    const edited = typed(draft, change);
    expect(compose(edited, acme)[0]!.policy.Statement).not.toEqual(compose(draft, acme)[0]!.policy.Statement);
    const { draft: after, changes } = enforcement(edited, acme);
    expect(changes.map(({ kind }) => kind)).toContain('edit');
    const found = compose(after, acme)[0]!.policy.Statement.filter(({ Sid }) =>
      Sid?.startsWith('DenyWithout'),
    );
    expect(found).toEqual(wanted);
    expect(enforcePreset(after, acme)).toBe(after);
  });

  it('a frame with another version is as it is generated: variables of IAM would be plain text', () => {
    const edited = typed(held(), (text) => text.replace('2012-10-17', '2008-10-17'));
    expect(compose(edited, acme)[0]!.policy.Version).toBe('2008-10-17');
    expect(compose(enforcePreset(edited, acme), acme)[0]!.policy.Version).toBe('2012-10-17');
    const spaced = typed(held(), (text) => text.replace('"Version": ', '"Version":   '));
    expect(enforcePreset(spaced, acme)).toBe(spaced);
  });

  it('where limits are conditions, a required one is denied as soon as a statement is written by hand', () => {
    const rules = only({
      requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }],
      delivery: { as: 'conditions', ...why },
    });
    const draft = enforcePreset(
      fillExamples(createDraft({ personas: ['notebookRole'] }, rules), rules),
      rules,
    );
    const denied = (of: Draft) =>
      compose(of, rules)[0]!
        .policy.Statement.filter(({ Effect }) => Effect === 'Deny')
        .flatMap(({ Action }) => listOf(Action));
    expect(denied(draft)).not.toContain('sagemaker:CreateProcessingJob');
    const allow = '{"Effect":"Allow","Action":"sagemaker:CreateProcessingJob","Resource":"*"}';
    const edited = typed(draft, (text) => text.replace('"Statement": [', `"Statement": [${allow},`), rules);
    const after = enforcePreset(edited, rules);
    expect(JSON.stringify(compose(after, rules))).toContain('"Action":"sagemaker:CreateProcessingJob"');
    expect(denied(after)).toContain('sagemaker:CreateProcessingJob');
  });

  it.each<[string, 'services' | 'everything', (text: string) => string]>([
    ['ceiling', 'services', (text) => text.replace(/"Action": \[[^\]]*\]/, '"Action": ["*"]')],
    ['denial of taking it off', 'everything', without('DenyChangingBoundaries')],
  ])('the %s of a required boundary is as it is generated', (_, ceiling, change) => {
    const rules = only({
      requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }],
      delivery: { as: 'boundary', ceiling, ...why },
    });
    const draft = enforcePreset(
      fillExamples(createDraft({ personas: ['notebookRole'] }, rules), rules),
      rules,
    );
    const edited = typed(draft, change, rules, 'boundary');
    const boundary = (of: Draft) => compose(of, rules).find(({ id }) => id === 'boundary')!.policy.Statement;
    expect(boundary(edited)).not.toEqual(boundary(draft));
    const { draft: after, changes } = enforcement(edited, rules);
    expect(changes.map(({ kind }) => kind)).toEqual(['delivery']);
    expect(boundary(after)).toEqual(boundary(draft));
  });

  it('other statements stay as a person wrote them', () => {
    const draft = held();
    const other = compose(draft, acme)[0]!.policy.Statement.find(({ Effect }) => Effect === 'Allow')!;
    const edited = typed(draft, (text) => text.replace(listOf(other.Action)[0]!, 's3:GetObject'));
    expect(enforcePreset(edited, acme)).toBe(edited);
  });
});

describe('a ruleset', () => {
  it('of the built-in library is the library alone, whatever others were made', () => {
    expect(builtIn.preset).toBeNull();
    expect(findActivity('elasticInference', builtIn)).toBeDefined();
    expect(findPersona('acmeModelReviewer', builtIn)).toBeUndefined();
    expect(createDraft({}, builtIn).variables).toEqual({});
  });

  it('of a preset is what the preset makes of the library', () => {
    expect(findActivity('elasticInference', acme)).toBeUndefined();
    expect(findPersona('acmeModelReviewer', acme)?.kind).toBe('identity');
    expect(findPersona('notebookRole', acme)?.activities.at(-1)).toEqual({
      activity: 'acmeReadLake',
      selected: false,
    });
    expect(findVariable('acmeLake', acme)?.placeholders).toEqual(['ACME_LAKE_BUCKET', 'ACME_LAKE_PREFIX']);
    expect(testsOfPersona('acmeModelReviewer', acme)).toHaveLength(4);
    expect(testsOfPersona('dataScientist', acme)).toEqual(testsOfPersona('dataScientist', builtIn));
    expect(findPersona('hostingRole', acme)?.activities.map(({ activity }) => activity)).not.toContain(
      'elasticInference',
    );
  });

  it('starts an empty draft with defaults and locked values, and no other', () => {
    expect(createDraft({}, acme).variables).toMatchObject({
      accountId: ['111122223333'],
      namePrefixes: ['acme-team-'],
    });
    expect(createDraft({ variables: {} }, acme).variables).toEqual({});
  });

  it('gives examples that are allowed, and no default that is not', () => {
    const rules = only({
      allowedValues: {
        ownerTagKey: { values: [{ value: 'team' }], ...why },
        region: { values: [{ value: 'eu-central-1' }], ...why },
      },
    });
    expect(findVariable('ownerTagKey', rules)).toMatchObject({ example: ['team'] });
    expect(findVariable('ownerTagKey', rules)?.default).toBeUndefined();
    const filled = fillExamples(createDraft({ personas: ['dataScientist'] }, rules), rules);
    expect(filled.variables).toMatchObject({ region: ['eu-central-1'], ownerTagKey: ['team'] });
  });

  it('composes the organisation’s persona, whose proofs all hold', () => {
    const draft = enforcePreset(
      fillExamples(createDraft({ personas: ['acmeModelReviewer'] }, acme), acme),
      acme,
    );
    const documents = compose(draft, acme);
    expect(documents.map(({ id }) => id)).toEqual(['merged', 'acmeModelReviewerTrust']);
    expect(variablesInUse(draft, acme).map(({ id }) => id)).toContain('acmeLake');
    expect(JSON.stringify(documents[0])).toContain('arn:aws:s3:::acme-lake/curated/*');
    const own = runTests(draft, documents, acme).filter(({ owner }) => owner.kind === 'persona');
    expect(own.map(({ state }) => state)).toEqual(['holds', 'holds', 'holds', 'holds']);
  });
});

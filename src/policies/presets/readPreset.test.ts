import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetJsonSchema } from './jsonSchema.ts';
import { problemLine } from './problems.ts';
import { isPresetFile, readPreset, readPresetIndex } from './readPreset.ts';
import { runs } from '../testing/effort.ts';

const folder = new URL('../../../public/presets/', import.meta.url);
const published = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const example = (): any => JSON.parse(published('example.json'));

const why = { owner: 'Security', reason: 'Because.' };
const base = { version: 1, title: 'Acme' };

/** The problems of a preset as lines, without the file. */
function problemsOf(value: unknown): readonly string[] {
  const reading = readPreset('acme.json', typeof value === 'string' ? value : JSON.stringify(value));
  return reading.ok ? [] : reading.problems.map((found) => problemLine(found).replace('acme.json: ', ''));
}

const changed = (change: (preset: any) => void): unknown => {
  const preset = example();
  change(preset);
  return preset;
};

describe('the published files', () => {
  it('ship no preset in use', () => {
    expect(readPresetIndex('index.json', published('index.json'))).toEqual({ ok: true, use: null });
  });
  it('hold an example that is one', () => {
    expect(problemsOf(published('example.json'))).toEqual([]);
  });
  it('hold the schema that presets are read by', () => {
    expect(JSON.parse(published('preset.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(presetJsonSchema())),
    );
  });
});

describe('a preset is read', () => {
  it('with every field that it has, and without the hint for editors', () => {
    const { $schema: _hint, ...fields } = example();
    expect(readPreset('example.json', published('example.json'))).toEqual({ ok: true, preset: fields });
  });
  it('with its words as they can be seen', () => {
    const words = { owner: 'Sec\u202eurity', reason: 'Clé\u00a0: p\u0430y\nNext line', ask: '#a\u200b' };
    const reading = readPreset(
      'acme.json',
      JSON.stringify({
        version: 1,
        title: 'Ac\u200bme',
        requiredGuardrails: [{ guardrail: 'vpcOnly', ...words }],
      }),
    );
    expect(reading.ok && reading.preset.title).toBe('Ac⟨U+200B⟩me');
    expect(reading.ok && reading.preset.requiredGuardrails).toEqual([
      {
        guardrail: 'vpcOnly',
        owner: 'Sec⟨U+202E⟩urity',
        reason: 'Clé : p⟨U+0430⟩y\nNext line',
        ask: '#a⟨U+200B⟩',
      },
    ]);
  });
  it('from the least that it must have', () => {
    expect(problemsOf(base)).toEqual([]);
  });

  it('with a test that a hidden activity’s call is denied, which runs', () => {
    const denied = {
      id: 'remote',
      title: 'connects',
      expect: 'denied',
      action: 'sagemaker:StartSession',
      resource: '*',
      context: {},
      activity: 'remoteIde',
    };
    const hiddenActivities = [{ activity: 'remoteIde', ...why }];
    expect(problemsOf({ ...base, hiddenActivities, proofs: { dataScientist: [denied] } })).toEqual([]);
  });
});

describe('a preset is refused whole, with file, field and rule', () => {
  it('of every problem', () => {
    expect(readPreset('acme.json', '{"version":2,"title":""}')).toEqual({
      ok: false,
      problems: [
        { file: 'acme.json', field: 'version', rule: 'must be 1' },
        { file: 'acme.json', field: 'title', rule: 'must not be empty' },
      ],
    });
  });

  it.each<[string, unknown, string]>([
    ['an empty file', '', 'is empty'],
    [
      'no JSON',
      '{"version": 1 "title": "Acme"}',
      'title isn’t valid JSON, at line 1, column 15: a comma is missing',
    ],
    ['a list', [], 'must be an object'],
    ['nothing', 'null', 'must be an object'],
    ['a missing field', { version: 1 }, 'title is missing'],
    ['an unknown field', { ...base, locked: {} }, 'locked isn’t a preset field'],
    [
      'a name given twice',
      '{"version":1,"title":"A","title":"B"}',
      'title is duplicated, at line 1, column 26: which one wins is undefined',
    ],
    ['a prototype', '{"version":1,"title":"A","__proto__":{"x":1}}', '__proto__ is a reserved name'],
    [
      'a prototype below',
      '{"version":1,"title":"A","lockedValues":{"constructor":{}}}',
      'lockedValues.constructor is a reserved name',
    ],
    [
      'an inherited id',
      { ...base, defaultValues: { toString: ['x'] } },
      'defaultValues.toString is a reserved name',
    ],
    ['a title of two lines', { ...base, title: 'a\nb' }, 'title must be one line'],
    [
      'a logo elsewhere',
      { ...base, logo: '../logo.svg' },
      'logo must be the name of an SVG or PNG file in the folder of the preset, such as logo.svg',
    ],
    [
      'a logo of another host',
      { ...base, logo: 'https://x.example/l.svg' },
      'logo must be the name of an SVG or PNG file in the folder of the preset, such as logo.svg',
    ],
    [
      'a link that is a script',
      { ...base, help: 'javascript:alert(1)' },
      'help must be a URL that starts with https://',
    ],
    [
      'a link without encryption',
      { ...base, links: { variables: { region: 'http://wiki' } } },
      'links.variables.region must be a URL that starts with https://',
    ],
    [
      'a link beside nothing',
      { ...base, links: { activities: { fly: 'https://wiki.example/' } } },
      'links.activities.fly isn’t a known ID',
    ],
    [
      'a guarantee without what it asks',
      { ...base, guarantees: [{ id: 'a', title: 'A', must: 'unless', actions: ['s3:*'] }] },
      'guarantees[0].condition must say what requests must meet, or must is never',
    ],
    [
      'a guarantee of no persona',
      {
        ...base,
        guarantees: [{ id: 'a', title: 'A', persona: 'nobody', must: 'never', actions: ['s3:*'] }],
      },
      'guarantees[0].persona isn’t the ID of a persona with a role',
    ],
    [
      'a guarantee about no action',
      { ...base, guarantees: [{ id: 'a', title: 'A', must: 'never', actions: ['GetObject'] }] },
      'guarantees[0].actions[0] must be service:Action, such as iam:PassRole, or a pattern',
    ],
    [
      'two guarantees of one name',
      {
        ...base,
        guarantees: ['a', 'A'].map((id) => ({ id, title: 'A', must: 'never', actions: ['s3:*'] })),
      },
      'guarantees[1].id is the ID of another guarantee',
    ],
    [
      'a guarantee with an unknown placeholder',
      {
        ...base,
        guarantees: [
          { id: 'a', title: 'A', must: 'never', actions: ['s3:*'], resources: ['arn:aws:s3:::<NOWHERE>'] },
        ],
      },
      'guarantees[0].resources[0] has <NOWHERE>, which isn’t a valid placeholder here',
    ],
    [
      'no owner',
      { ...base, lockedValues: { region: { values: ['eu-west-1'], reason: 'x' } } },
      'lockedValues.region.owner is missing',
    ],
    [
      'no reason',
      { ...base, requiredGuardrails: [{ guardrail: 'vpcOnly', owner: 'x' }] },
      'requiredGuardrails[0].reason is missing',
    ],
    [
      'no values',
      { ...base, lockedValues: { region: { values: [], ...why } } },
      'lockedValues.region.values must not be empty',
    ],
    [
      'a value of the wrong type',
      { ...base, defaultValues: { region: 'eu-west-1' } },
      'defaultValues.region must be a list',
    ],
    [
      'an unknown variable',
      { ...base, defaultValues: { planet: ['x'] } },
      'defaultValues.planet isn’t the ID of a variable',
    ],
    [
      'an invalid value',
      { ...base, lockedValues: { accountId: { values: ['12'], ...why } } },
      'lockedValues.accountId.values[0] isn’t valid: Enter 12 digits without hyphens, for example 111122223333.',
    ],
    [
      'a value of another partition than the locked one',
      {
        ...base,
        lockedValues: {
          partition: { values: ['aws-cn'], ...why },
          region: { values: ['eu-west-1'], ...why },
        },
      },
      'lockedValues.region.values[0] isn’t valid: eu-west-1 is in the aws partition, but you selected aws-cn.',
    ],
    [
      'space around a value',
      { ...base, lockedValues: { externalId: { values: [' abc'], ...why } } },
      'lockedValues.externalId.values[0] must not start or end with a space',
    ],
    [
      'two values of one',
      { ...base, defaultValues: { region: ['eu-west-1', 'eu-west-2'] } },
      'defaultValues.region must be a single value',
    ],
    [
      'locked and listed',
      {
        ...base,
        lockedValues: { region: { values: ['eu-west-1'], ...why } },
        allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } },
      },
      'allowedValues.region is already locked, so it can’t have other values',
    ],
    [
      'a default outside of the list',
      {
        ...base,
        defaultValues: { region: ['eu-west-2'] },
        allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } },
      },
      'defaultValues.region[0] isn’t one of the allowed values',
    ],
    [
      'an unknown guardrail',
      { ...base, requiredGuardrails: [{ guardrail: 'moat', ...why }] },
      'requiredGuardrails[0].guardrail isn’t the ID of a guardrail',
    ],
    [
      'an unknown option',
      { ...base, requiredGuardrails: [{ guardrail: 'vpcOnly', options: { by: 'vpc' }, ...why }] },
      'requiredGuardrails[0].options.by isn’t the ID of an option',
    ],
    [
      'an unknown choice',
      { ...base, requiredGuardrails: [{ guardrail: 'approvedKeys', options: { legacy: 'maybe' }, ...why }] },
      'requiredGuardrails[0].options.legacy must be off or on',
    ],
    [
      'a guardrail twice',
      {
        ...base,
        requiredGuardrails: [
          { guardrail: 'vpcOnly', ...why },
          { guardrail: 'vpcOnly', ...why },
        ],
      },
      'requiredGuardrails[1].guardrail is required twice',
    ],
    [
      'an exemption that anybody can take',
      {
        ...base,
        requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }],
        delivery: { exemption: 'choice', ...why },
      },
      'delivery.exemption requires locked values for exemptionTagKey and exemptionTagValue. Otherwise, anyone can bypass the required guardrails',
    ],
    [
      'an unknown delivery',
      { ...base, delivery: { as: 'email', ...why } },
      'delivery.as must be "deny" or "conditions" or "boundary" or "serviceControl"',
    ],
    [
      'an unknown activity hidden',
      { ...base, hiddenActivities: [{ activity: 'fly', ...why }] },
      'hiddenActivities[0].activity isn’t the ID of a built-in activity',
    ],
    [
      'a prefix in another case',
      { ...base, naming: { prefix: 'Acme-', lowerCase: true, ...why } },
      'naming.prefix must be lowercase',
    ],
    [
      'a prefix as long as a name',
      { ...base, naming: { prefix: 'acme-acme-', maxLength: 8, ...why } },
      'naming.prefix must have fewer than 8 characters',
    ],
    [
      'a variable of ours',
      changed(({ variables }) => {
        variables[0].id = 'region';
      }),
      'variables[0].id is the ID of another variable',
    ],
    [
      'a placeholder of ours',
      changed(({ variables }) => {
        variables[0].placeholders[0] = 'REGION';
      }),
      'variables[0].placeholders[0] is the placeholder of another variable',
    ],
    [
      'a placeholder too few',
      changed(({ variables }) => {
        variables[0].placeholders = ['ACME_LAKE_BUCKET'];
      }),
      'variables[0].placeholders must be 2, one for each part of the value',
    ],
    [
      'a bad example',
      changed(({ variables }) => {
        variables[0].example = ['X'];
      }),
      'variables[0].example[0] isn’t valid: A bucket name has 3 to 63 lowercase letters, digits, periods, or hyphens, starts and ends with a letter or digit, and isn’t an IP address. Two adjacent periods aren’t allowed.',
    ],
    [
      'an unknown kind',
      changed(({ variables }) => {
        variables[0].kind = 'colour';
      }),
      'variables[0].kind must be',
    ],
    [
      'an activity of ours',
      changed(({ activities }) => {
        activities[0].id = 'runJobs';
      }),
      'activities[0].id is the ID of another activity',
    ],
    [
      'a Sid of ours',
      changed(({ activities }) => {
        activities[0].hardened[0].Sid = 'DenyWithoutSubnets';
      }),
      'activities[0].hardened[0].Sid is the Sid of another statement',
    ],
    [
      'a Sid that IAM refuses',
      changed(({ activities }) => {
        activities[0].hardened[0].Sid = 'a-b';
      }),
      'activities[0].hardened[0].Sid must have at most 64 letters and digits, as a Sid in IAM',
    ],
    [
      'no action',
      changed(({ activities }) => {
        activities[0].hardened[0].Action = ['GetObject'];
      }),
      'activities[0].hardened[0].Action[0] must be service:Action, such as s3:GetObject. The action can contain * and ?',
    ],
    [
      'no ARN',
      changed(({ activities }) => {
        activities[0].hardened[0].Resource = ['bucket'];
      }),
      'activities[0].hardened[0].Resource[0] must be *, an ARN, or a placeholder such as <DATA_KMS_CMK_ARN>',
    ],
    [
      'a principal',
      changed(({ activities }) => {
        activities[0].hardened[0].Principal = '*';
      }),
      'activities[0].hardened[0].Principal isn’t a preset field',
    ],
    [
      'an unknown placeholder',
      changed(({ activities }) => {
        activities[0].hardened[2].Resource = ['arn:aws:s3:::<BUCKET>'];
      }),
      'activities[0].hardened[2].Resource[0] has <BUCKET>, which isn’t a valid placeholder here',
    ],
    [
      'a placeholder of a limit',
      changed(({ activities }) => {
        activities[0].hardened[2].Resource = ['arn:aws:s3:::<INSTANCE_TYPE>'];
      }),
      'activities[0].hardened[2].Resource[0] has <INSTANCE_TYPE>, which isn’t a valid placeholder here',
    ],
    [
      'half a placeholder',
      changed(({ activities }) => {
        activities[0].hardened[2].Resource = ['arn:aws:s3:::<REGION'];
      }),
      'activities[0].hardened[2].Resource[0] has < or > outside of a placeholder',
    ],
    [
      'an unknown operator',
      changed(({ activities }) => {
        activities[0].hardened[0].Condition = { StringIs: { 'aws:x': ['y'] } };
      }),
      'activities[0].hardened[0].Condition.StringIs must be an IAM condition operator',
    ],
    [
      'an option that is not there',
      changed(({ activities }) => {
        activities[0].hardened[0].when = { mode: 'on' };
      }),
      'activities[0].hardened[0].when.mode isn’t the ID of an option',
    ],
    [
      'a row per nothing',
      changed(({ activities }) => {
        activities[1].hardened[0].forEach = 'planets';
      }),
      'activities[1].hardened[0].forEach isn’t the ID of a variable for activities',
    ],
    [
      'a part of another variable',
      changed(({ activities }) => {
        activities[0].hardened[0].having.placeholder = 'REGION';
      }),
      'activities[0].hardened[0].having.placeholder isn’t a placeholder of the variable in forEach',
    ],
    [
      'an offer to nobody',
      changed(({ activities }) => {
        activities[0].offeredTo[0].persona = 'ghost';
      }),
      'activities[0].offeredTo[0].persona isn’t the ID of a persona with a role',
    ],
    [
      'an offer to an endpoint',
      changed(({ activities }) => {
        activities[0].offeredTo[0].persona = 'vpcEndpoint';
      }),
      'activities[0].offeredTo[0].persona isn’t the ID of a persona with a role',
    ],
    [
      'a persona of ours',
      changed(({ personas }) => {
        personas[0].mark = 'DS';
      }),
      'personas[0].mark is the mark of another persona',
    ],
    [
      'an unknown trust form',
      changed(({ personas }) => {
        personas[0].trust[0].form = 'handshake';
      }),
      'personas[0].trust[0].form isn’t the ID of a trust form',
    ],
    [
      'a hidden activity offered',
      changed(({ personas }) => {
        personas[0].activities[0].activity = 's3AccountAccess';
      }),
      'personas[0].activities[0].activity isn’t the ID of an available activity for roles',
    ],
    [
      'an endpoint offered to a role',
      changed(({ personas }) => {
        personas[0].activities[0].activity = 's3EndpointAccess';
      }),
      'personas[0].activities[0].activity isn’t the ID of an available activity for roles',
    ],
    [
      'a role of another persona',
      changed(({ personas }) => {
        personas[0].roleVariable = 'notebookRoleArns';
      }),
      'personas[0].roleVariable is the role of another persona',
    ],
    [
      'a role that is no role',
      changed(({ personas }) => {
        personas[0].roleVariable = 'region';
      }),
      'personas[0].roleVariable isn’t the ID of a variable of kind roleArn',
    ],
    [
      'a test of an activity that its persona doesn’t offer',
      changed(({ proofs }) => {
        proofs.acmeModelReviewer[0].activity = 'runJobs';
      }),
      'proofs.acmeModelReviewer[0].activity isn’t an activity that the persona offers',
    ],
    [
      'a test of an activity that is hidden',
      {
        ...base,
        hiddenActivities: [{ activity: 'remoteIde', ...why }],
        proofs: {
          dataScientist: [
            {
              id: 'remote',
              title: 'connects',
              expect: 'allowed',
              action: 'sagemaker:StartSession',
              resource: '*',
              context: {},
              activity: 'remoteIde',
            },
          ],
        },
      },
      'proofs.dataScientist[0].activity isn’t an activity that the persona offers',
    ],
    [
      'proofs of nobody',
      { ...base, proofs: { ghost: [] } },
      'proofs.ghost isn’t the ID of a persona with a role',
    ],
    [
      'a proof of ours',
      changed(({ proofs }) => {
        proofs.dataScientist = [{ ...proofs.acmeModelReviewer[0], id: 'own-notebook' }];
      }),
      'proofs.dataScientist[0].id is the ID of another test',
    ],
    [
      'a proof of a pattern',
      changed(({ proofs }) => {
        proofs.acmeModelReviewer[0].action = 's3:*';
      }),
      'proofs.acmeModelReviewer[0].action must be one action, without * and ?',
    ],
    [
      'a proof with an unknown placeholder',
      changed(({ proofs }) => {
        proofs.acmeModelReviewer[0].context = { 'aws:x': '<Y>' };
      }),
      'proofs.acmeModelReviewer[0].context["aws:x"] has <Y>, which isn’t a valid placeholder here',
    ],
  ])('for %s', (_, value, line) => {
    expect(
      problemsOf(value).some((found) => found.startsWith(line)),
      problemsOf(value).join('\n'),
    ).toBe(true);
  });

  it.each(['merged', 'boundary', 'auditTrust', 'auditEndpoint', 'audit-1'])(
    'for a persona called as a document is: %s',
    (id) => {
      const named = changed((preset) => {
        preset.proofs = {};
        preset.links = {};
        preset.personas[0].id = id;
      });
      expect(problemsOf(named)[0]).toMatch(/^personas\[0\]\.id must not contain a hyphen/);
    },
  );

  it('for a file that is too large, or too deep, in bounded time', () => {
    expect(problemsOf(`{"a":"${'x'.repeat(5_000_000)}"}`)).toEqual([
      'must have at most 2,000,000 characters',
    ]);
    expect(problemsOf('['.repeat(100_000))).toEqual([
      'is nested deeper than 100 levels, at line 1, column 101',
    ]);
    expect(problemsOf({ ...base, variables: Array(100_000).fill(1) })).toEqual([
      expect.stringMatching(/^variables /),
    ]);
  });

  it('without a throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const reading = readPreset('x.json', text);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
    );
  });

  it('without a throw, whatever is in place of one value of the example', () => {
    const paths = pathsOf(example());
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const preset = example();
        const holder = path.slice(0, -1).reduce((at, part) => at[part], preset);
        holder[path.at(-1)!] = value;
        const reading = readPreset('x.json', JSON.stringify(preset));
        for (const found of reading.ok ? [] : reading.problems) {
          expect(found.rule).not.toBe('');
          expect(found.rule).not.toContain('Invalid input');
          expect(found.rule).not.toContain('undefined');
        }
      }),
      { numRuns: runs(150) },
    );
  });
});

function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key])),
  ];
}

describe('the index', () => {
  it.each<[string, readonly string[]]>([
    ['{"use":"acme.json"}', []],
    [
      '{"use":"../acme.json"}',
      ['use must be null or the name of a JSON file in the same folder, such as example.json'],
    ],
    [
      '{"use":"https://x.example/a.json"}',
      ['use must be null or the name of a JSON file in the same folder, such as example.json'],
    ],
    ['{}', ['use is missing']],
    ['{"use":null,"used":1}', ['used isn’t a preset field']],
    ['{"use":null,"use":"a.json"}', ['use is duplicated, at line 1, column 13: which one wins is undefined']],
    ['{', ['isn’t valid JSON, at line 1, column 2: a closing brace is missing']],
    ['', ['is empty']],
  ])('%s', (text, lines) => {
    const reading = readPresetIndex('index.json', text);
    const found = reading.ok
      ? []
      : reading.problems.map((one) => problemLine(one).replace('index.json: ', ''));
    expect(found).toEqual(lines);
  });

  it.each([
    ['example.json', true],
    ['a/b.json', false],
    ['..json', false],
    ['x.svg', false],
    ['%2e%2e.json', false],
  ])('%s names a preset: %s', (name, is) => expect(isPresetFile(name)).toBe(is));
});

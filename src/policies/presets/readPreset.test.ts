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
      'title is not JSON, at line 1, column 15: a comma is missing',
    ],
    ['a list', [], 'must be an object'],
    ['nothing', 'null', 'must be an object'],
    ['a missing field', { version: 1 }, 'title is missing'],
    ['an unknown field', { ...base, locked: {} }, 'locked is not a field of a preset'],
    [
      'a name given twice',
      '{"version":1,"title":"A","title":"B"}',
      'title stands twice, at line 1, column 26: which one holds would be chance',
    ],
    [
      'a prototype',
      '{"version":1,"title":"A","__proto__":{"x":1}}',
      '__proto__ is a name that may not be used',
    ],
    [
      'a prototype below',
      '{"version":1,"title":"A","lockedValues":{"constructor":{}}}',
      'lockedValues.constructor is a name that may not be used',
    ],
    [
      'an inherited id',
      { ...base, defaultValues: { toString: ['x'] } },
      'defaultValues.toString is a name that may not be used',
    ],
    ['a title of two lines', { ...base, title: 'a\nb' }, 'title must be one line'],
    [
      'a logo elsewhere',
      { ...base, logo: '../logo.svg' },
      'logo must be the name of an SVG or PNG file beside the preset, such as logo.svg',
    ],
    [
      'a logo of another host',
      { ...base, logo: 'https://x.example/l.svg' },
      'logo must be the name of an SVG or PNG file beside the preset, such as logo.svg',
    ],
    [
      'a link that is a script',
      { ...base, help: 'javascript:alert(1)' },
      'help must be an address that begins with https://',
    ],
    [
      'a link without encryption',
      { ...base, links: { variables: { region: 'http://wiki' } } },
      'links.variables.region must be an address that begins with https://',
    ],
    [
      'a link beside nothing',
      { ...base, links: { activities: { fly: 'https://wiki.example/' } } },
      'links.activities.fly is not an id that there is',
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
      'defaultValues.planet is not the id of a variable',
    ],
    [
      'an invalid value',
      { ...base, lockedValues: { accountId: { values: ['12'], ...why } } },
      'lockedValues.accountId.values[0] breaks its rule: Enter 12 digits without dashes, for example 111122223333.',
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
      'lockedValues.region.values[0] breaks its rule: eu-west-1 is in the aws partition, but you selected aws-cn.',
    ],
    [
      'space around a value',
      { ...base, lockedValues: { externalId: { values: [' abc'], ...why } } },
      'lockedValues.externalId.values[0] must have no space around it',
    ],
    [
      'two values of one',
      { ...base, defaultValues: { region: ['eu-west-1', 'eu-west-2'] } },
      'defaultValues.region must be one value: the variable has only one',
    ],
    [
      'locked and listed',
      {
        ...base,
        lockedValues: { region: { values: ['eu-west-1'], ...why } },
        allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } },
      },
      'allowedValues.region is locked already: a value that is locked has no other',
    ],
    [
      'a default outside of the list',
      {
        ...base,
        defaultValues: { region: ['eu-west-2'] },
        allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } },
      },
      'defaultValues.region[0] is not among the allowed values',
    ],
    [
      'an unknown guardrail',
      { ...base, requiredGuardrails: [{ guardrail: 'moat', ...why }] },
      'requiredGuardrails[0].guardrail is not the id of a guardrail',
    ],
    [
      'an unknown option',
      { ...base, requiredGuardrails: [{ guardrail: 'vpcOnly', options: { by: 'vpc' }, ...why }] },
      'requiredGuardrails[0].options.by is not the id of an option',
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
      'delivery.exemption needs locked values of exemptionTagKey and exemptionTagValue: otherwise anybody chooses who passes the required guardrails',
    ],
    [
      'an unknown delivery',
      { ...base, delivery: { as: 'email', ...why } },
      'delivery.as must be "deny" or "conditions" or "boundary" or "serviceControl"',
    ],
    [
      'an unknown activity hidden',
      { ...base, hiddenActivities: [{ activity: 'fly', ...why }] },
      'hiddenActivities[0].activity is not the id of an activity of the page',
    ],
    [
      'a prefix in another case',
      { ...base, naming: { prefix: 'Acme-', lowerCase: true, ...why } },
      'naming.prefix must be in lower case, as names are',
    ],
    [
      'a prefix as long as a name',
      { ...base, naming: { prefix: 'acme-acme-', maxLength: 8, ...why } },
      'naming.prefix must be shorter than a name, 8 characters',
    ],
    [
      'a variable of ours',
      changed(({ variables }) => {
        variables[0].id = 'region';
      }),
      'variables[0].id is the id of another variable',
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
      'variables[0].placeholders must be 2: a value has as many parts',
    ],
    [
      'a bad example',
      changed(({ variables }) => {
        variables[0].example = ['X'];
      }),
      'variables[0].example[0] breaks its rule: A bucket name has 3 to 63 lowercase letters, digits, dots, or dashes, starts and ends with a letter or digit, and isn’t an IP address. Two dots in a row aren’t allowed.',
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
      'activities[0].id is the id of another activity',
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
      'activities[0].hardened[0].Sid must be letters and digits, 64 at most, as IAM takes a Sid',
    ],
    [
      'no action',
      changed(({ activities }) => {
        activities[0].hardened[0].Action = ['GetObject'];
      }),
      'activities[0].hardened[0].Action[0] must be service:Action in IAM’s writing, such as s3:GetObject; * and ? may stand in the action',
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
      'activities[0].hardened[0].Principal is not a field of a preset',
    ],
    [
      'an unknown placeholder',
      changed(({ activities }) => {
        activities[0].hardened[2].Resource = ['arn:aws:s3:::<BUCKET>'];
      }),
      'activities[0].hardened[2].Resource[0] has <BUCKET>, which is no placeholder that may stand here',
    ],
    [
      'a placeholder of a limit',
      changed(({ activities }) => {
        activities[0].hardened[2].Resource = ['arn:aws:s3:::<INSTANCE_TYPE>'];
      }),
      'activities[0].hardened[2].Resource[0] has <INSTANCE_TYPE>, which is no placeholder that may stand here',
    ],
    [
      'half a placeholder',
      changed(({ activities }) => {
        activities[0].hardened[2].Resource = ['arn:aws:s3:::<REGION'];
      }),
      'activities[0].hardened[2].Resource[0] has < or > that is part of no placeholder',
    ],
    [
      'an unknown operator',
      changed(({ activities }) => {
        activities[0].hardened[0].Condition = { StringIs: { 'aws:x': ['y'] } };
      }),
      'activities[0].hardened[0].Condition.StringIs must be a condition operator of IAM',
    ],
    [
      'an option that is not there',
      changed(({ activities }) => {
        activities[0].hardened[0].when = { mode: 'on' };
      }),
      'activities[0].hardened[0].when.mode is not the id of an option',
    ],
    [
      'a row per nothing',
      changed(({ activities }) => {
        activities[1].hardened[0].forEach = 'planets';
      }),
      'activities[1].hardened[0].forEach is not the id of a variable that activities ask for',
    ],
    [
      'a part of another variable',
      changed(({ activities }) => {
        activities[0].hardened[0].having.placeholder = 'REGION';
      }),
      'activities[0].hardened[0].having.placeholder is not a placeholder of the variable in forEach',
    ],
    [
      'an offer to nobody',
      changed(({ activities }) => {
        activities[0].offeredTo[0].persona = 'ghost';
      }),
      'activities[0].offeredTo[0].persona is not the id of a persona that is a role',
    ],
    [
      'an offer to an endpoint',
      changed(({ activities }) => {
        activities[0].offeredTo[0].persona = 'vpcEndpoint';
      }),
      'activities[0].offeredTo[0].persona is not the id of a persona that is a role',
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
      'personas[0].trust[0].form is not the id of a trust form',
    ],
    [
      'a hidden activity offered',
      changed(({ personas }) => {
        personas[0].activities[0].activity = 's3AccountAccess';
      }),
      'personas[0].activities[0].activity is not the id of an activity for people and roles that is not hidden',
    ],
    [
      'an endpoint offered to a role',
      changed(({ personas }) => {
        personas[0].activities[0].activity = 's3EndpointAccess';
      }),
      'personas[0].activities[0].activity is not the id of an activity for people and roles that is not hidden',
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
      'personas[0].roleVariable is not the id of a variable of the kind roleArn',
    ],
    [
      'proofs of nobody',
      { ...base, proofs: { ghost: [] } },
      'proofs.ghost is not the id of a persona that is a role',
    ],
    [
      'a proof of ours',
      changed(({ proofs }) => {
        proofs.dataScientist = [{ ...proofs.acmeModelReviewer[0], id: 'own-notebook' }];
      }),
      'proofs.dataScientist[0].id is the id of another proof',
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
      'proofs.acmeModelReviewer[0].context["aws:x"] has <Y>, which is no placeholder that may stand here',
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
      expect(problemsOf(named)[0]).toMatch(/^personas\[0\]\.id must have no dash/);
    },
  );

  it('for a file that is too large, or too deep, in bounded time', () => {
    expect(problemsOf(`{"a":"${'x'.repeat(5_000_000)}"}`)).toEqual([
      'must have 2,000,000 characters at most',
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

  it('without a throw, whatever stands in place of one value of the example', () => {
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
      ['use must be null or the name of a JSON file beside it, such as example.json'],
    ],
    [
      '{"use":"https://x.example/a.json"}',
      ['use must be null or the name of a JSON file beside it, such as example.json'],
    ],
    ['{}', ['use is missing']],
    ['{"use":null,"used":1}', ['used is not a field of a preset']],
    [
      '{"use":null,"use":"a.json"}',
      ['use stands twice, at line 1, column 13: which one holds would be chance'],
    ],
    ['{', ['is not JSON, at line 1, column 2: a closing brace is missing']],
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

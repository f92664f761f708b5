import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compose } from '../compose/compose.ts';
import { environmentValueProblem } from '../compose/environmentValues.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { addRole } from '../draft/editRoles.ts';
import {
  addEnvironment,
  addVaryingVariable,
  environmentNameProblem,
  removeEnvironment,
  removeVaryingVariable,
  setEnvironmentValue,
  usableEnvironments,
} from '../draft/environments.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { rulesetOf } from '../presets/rulesetOf.ts';
import { enforcePreset } from '../presets/enforce.ts';
import { readDraft } from '../share/readDraft.ts';
import { describeIdentifiers } from '../share/withoutIdentifiers.ts';
import { readPreset } from '../presets/readPreset.ts';
import { withParsedEdits } from '../handEdits/parsedEdits.ts';
import type { DocumentEdits } from '../model/documentEdits.ts';
import { exportFiles } from './exportFiles.ts';
import { exporters, findExporter } from './index.ts';

/** One set of policies for a development and a production account. */

const context = { ruleset: builtIn, versions: { page: '1', data: 'of today' } };

const accounts = { dev: '222222222222', prod: '333333333333' };
const buckets = { dev: 'ml-dev/in', prod: 'ml-prod/in' };

function twoEnvironments(
  start: Draft = createDraft({ personas: ['notebookRole', 'trainingRole'] }, builtIn),
): Draft {
  const named = addEnvironment(addEnvironment(fillExamples(start, builtIn), 'dev'), 'prod');
  const varying = ['accountId', 'inputData'].reduce(addVaryingVariable, named);
  return (['dev', 'prod'] as const).reduce(
    (draft, name) =>
      setEnvironmentValue(
        setEnvironmentValue(draft, name, 'accountId', accounts[name]),
        name,
        'inputData',
        buckets[name],
      ),
    varying,
  );
}

const filesOf = (id: string, draft: Draft = twoEnvironments()) => {
  const exporter = findExporter(id) ?? expect.fail(id);
  return exportFiles(draft, exporter, context);
};
const textOf = (id: string, name: RegExp) =>
  filesOf(id).find((file) => name.test(file.name))?.text ?? expect.fail(`no ${name}`);

describe('code for several environments', () => {
  it.each(exporters.filter(({ makes }) => makes === 'resources').map(({ id }) => id))(
    '%s has one set of policies with what differs as parameters, and a file of values for each environment',
    (id) => {
      const files = filesOf(id);
      const ofValues = files.filter(({ title }) => title.startsWith('Values for '));
      expect(ofValues.map(({ name }) => name)).toEqual([
        expect.stringContaining('dev'),
        expect.stringContaining('prod'),
      ]);
      const code = files
        .filter((file) => !ofValues.includes(file))
        .map(({ text }) => text)
        .join('\n');
      for (const value of [...Object.values(accounts), 'ml-dev', 'ml-prod'])
        expect(code).not.toContain(value);
      expect(ofValues.map(({ text }) => [text.includes(accounts.dev), text.includes('ml-prod')])).toEqual([
        [true, false],
        [false, true],
      ]);
      for (const { text } of ofValues) expect(text).not.toMatch(/Missing value/);
    },
  );

  it('gives Terraform, CloudFormation, Pulumi and a shell what they read', () => {
    expect(textOf('terraform', /dev\.tfvars$/)).toMatch(/^account_id = "222222222222"$/m);
    expect(JSON.parse(textOf('cloudFormation', /dev\.parameters\.json$/))).toContainEqual({
      ParameterKey: 'AccountId',
      ParameterValue: accounts.dev,
    });
    expect(parse(textOf('pulumi', /Pulumi\.prod\.yaml$/)).config).toMatchObject({
      'ml-platform-account:accountId': accounts.prod,
    });
    const script = textOf('awsCli', /prod\.env$/);
    expect(
      execFileSync('bash', ['-c', `${script}\nprintf %s "$INPUT_BUCKET_NAME/$INPUT_PREFIX"`], {
        encoding: 'utf8',
      }),
    ).toBe(buckets.prod);
  });

  it('writes policies as text in a folder for each environment, as they are with its values', () => {
    const files = filesOf('json');
    const { environments: _, ...draft } = twoEnvironments();
    for (const name of ['dev', 'prod'] as const) {
      const variables = { ...draft.variables, accountId: [accounts[name]], inputData: [buckets[name]] };
      const policies = compose({ ...draft, variables }, builtIn).map(({ policy }) => policy);
      expect(
        files.filter((file) => file.name.startsWith(`${name}/`)).map(({ text }) => JSON.parse(text)),
      ).toEqual(policies);
    }
  });

  it('names what is missing in an environment, and takes no wrong value', () => {
    const draft = setEnvironmentValue(
      setEnvironmentValue(twoEnvironments(), 'dev', 'accountId', '12'),
      'prod',
      'inputData',
      'whole-bucket',
    );
    const text = (name: string) =>
      filesOf('terraform', draft).find((file) => file.name.endsWith(`${name}.tfvars`))?.text;
    expect(text('dev')).toContain('# Missing value: account_id');
    expect(text('prod')).toContain('# Missing value: input_bucket_name');
    expect(text('prod')).not.toContain('whole-bucket');
    expect(
      draft.environments?.map((one) =>
        ['accountId', 'inputData'].map(
          (id) => environmentValueProblem(one, id, draft, builtIn) !== undefined,
        ),
      ),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('makes what has a value by default or by Region a parameter, too', () => {
    const draft = setEnvironmentValue(
      addVaryingVariable(twoEnvironments(), 'region'),
      'dev',
      'region',
      'us-east-1',
    );
    const code = filesOf('terraform', draft).find(({ name }) => name.endsWith('main.tf'))?.text;
    expect(code).toContain('arn:aws:sagemaker:${var.region}:${var.account_id}:training-job/');
    expect(code).not.toContain('763104351884');
  });

  it('has the policies of the draft as they were, without environments and with further roles', () => {
    const { draft } = addRole(twoEnvironments(), 'trainingRole', builtIn);
    const ids = filesOf('terraform', draft).find(({ name }) => name.endsWith('main.tf'))?.text ?? '';
    expect(ids.match(/resource "aws_iam_role" "\w+"/g)).toHaveLength(3);
    const alone = ['dev', 'prod'].reduce(removeEnvironment, twoEnvironments());
    expect(alone).not.toHaveProperty('environments');
  });
});

describe('manual edits', () => {
  const edited = (
    change: (statement: { readonly Sid: string; readonly text: string }) => DocumentEdits,
  ): Draft => {
    const draft = twoEnvironments(createDraft({ personas: ['trainingRole'] }, builtIn));
    const { environments: _, ...alone } = draft;
    const document = compose(alone, builtIn).find(({ kind }) => kind === 'identity');
    const statement = document?.policy.Statement.find((one) =>
      JSON.stringify(one).includes('"s3:ListBucket"'),
    );
    const { Sid = '' } = statement ?? {};
    return withParsedEdits({
      ...draft,
      edits: { [document?.id ?? '']: change({ Sid, text: JSON.stringify(statement) }) },
    });
  };

  it.each([
    [
      'removed',
      ({ Sid, text }: { Sid: string; text: string }) => ({
        entries: [],
        removed: [{ key: Sid, base: text }],
      }),
    ],
    [
      'changed',
      ({ Sid, text }: { Sid: string; text: string }) => ({
        entries: [{ key: Sid, text: text.replace('s3:ListBucket', 's3:GetBucketLocation'), base: text }],
        removed: [],
      }),
    ],
  ])(
    'a statement that was %s gives no access back in an export: the shared values are exported',
    (_name, change) => {
      const draft = edited(change);
      expect(usableEnvironments(draft)).toEqual([]);
      for (const id of ['json', 'terraform']) {
        const { environments: _, ...alone } = draft;
        expect(filesOf(id, draft)).toEqual(filesOf(id, alone));
        expect(
          filesOf(id, draft)
            .map(({ text }) => text)
            .join(),
        ).not.toContain('s3:ListBucket"');
      }
    },
  );
});

describe('what a draft keeps of environments', () => {
  it('is read back, and two of one name are one', () => {
    const draft = twoEnvironments();
    expect(readDraft(JSON.parse(JSON.stringify(draft)), builtIn)).toEqual({ ok: true, draft });
    const twice = { ...draft, environments: [...(draft.environments ?? []), { name: 'DEV', values: {} }] };
    expect(readDraft(twice, builtIn)).toEqual({ ok: true, draft });
    expect(readDraft({ ...draft, environments: [{ name: '../x', values: {} }] }, builtIn)).toMatchObject({
      ok: false,
    });
  });

  it('is not given away', () => {
    const { draft, values } = describeIdentifiers(twoEnvironments(), builtIn);
    expect(JSON.stringify(draft)).not.toMatch(/2222|3333|ml-dev|ml-prod|"dev"/);
    expect(values.flatMap((entry) => entry.values)).toEqual(
      expect.arrayContaining(['dev', accounts.prod, buckets.dev]),
    );
  });

  it('is held to the values that a preset locks', () => {
    const reading = readPreset(
      'acme.json',
      JSON.stringify({
        version: 1,
        title: 'Acme',
        lockedValues: {
          accountId: { values: ['111122223333'], owner: 'Acme', reason: 'One account.', ask: '#acme' },
        },
      }),
    );
    const preset = reading.ok ? reading.preset : expect.fail(JSON.stringify(reading.problems));
    const enforced = enforcePreset(twoEnvironments(), rulesetOf(preset));
    expect(JSON.stringify(enforced)).not.toMatch(/222222222222|333333333333/);
    expect(JSON.stringify(enforced)).toContain(buckets.dev);
  });

  it.each([
    ['dev', true],
    ['Dev', true],
    ['a b', true],
    ['', true],
    ['staging', false],
  ])('another environment named %j: refused %s', (name, refused) => {
    expect(environmentNameProblem(twoEnvironments(), name) !== undefined).toBe(refused);
  });

  it('has the shared values again when a variable does not differ any more', () => {
    const draft = removeVaryingVariable(twoEnvironments(), 'inputData');
    expect(draft.environments?.map(({ values }) => values)).toEqual([
      { accountId: accounts.dev },
      { accountId: accounts.prod },
    ]);
  });
});

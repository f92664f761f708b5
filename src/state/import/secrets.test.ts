import { beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '../../policies/compose/deliver.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { exporters } from '../../policies/exports/index.ts';
import { readImport } from '../../policies/import/readImport.ts';
import { readYaml } from '../../policies/import/yaml.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { storedDraft } from '../../policies/model/storedDraft.ts';
import { decodeShared, encodeShared } from '../../policies/share/share.ts';
import { writeWorkspace } from '../../policies/share/workspace.ts';
import { draftHistory, undo, useStore } from '../store.ts';
import { importPolicies } from './addImported.ts';
import { isDocumentKind } from './reviewKind.ts';

/** State files, plans and logs hold secrets: nothing of a text but the policies that are taken is in anything that the page keeps or writes. */

const SECRET = 'Pl4nted-S3cret-2hf8';

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' }],
};
const text = JSON.stringify(policy);

const texts: Readonly<Record<string, string>> = {
  'a state file': JSON.stringify({
    version: 4,
    terraform_version: '1.9.0',
    lineage: SECRET,
    outputs: { password: { value: SECRET } },
    resources: [
      {
        mode: 'managed',
        type: 'aws_db_instance',
        name: 'db',
        instances: [{ attributes: { password: SECRET } }],
      },
      {
        mode: 'managed',
        type: 'aws_iam_policy',
        name: 'p',
        instances: [{ attributes: { name: 'p', policy: text, description: SECRET } }],
      },
    ],
  }),
  'a configuration': `variable "password" {\n  default = "${SECRET}"\n}\nlocals {\n  token = "${SECRET}"\n}\nresource "aws_iam_policy" "p" {\n  name        = "p"\n  description = "${SECRET}"\n  policy      = jsonencode(${text.replaceAll('":', '" =')})\n}\nresource "aws_db_instance" "db" {\n  password = "${SECRET}\n}\n`,
  'a plan': `# aws_iam_policy.p will be created\n+ resource "aws_iam_policy" "p" {\n    + name   = "p"\n    + policy = jsonencode(${text.replaceAll('":', '" =')})\n  }\n+ resource "aws_db_instance" "db" {\n    + password = "${SECRET}"\n  }\n`,
  'a template': `Parameters:\n  Password: {Type: String, NoEcho: true, Default: ${SECRET}}\nResources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties: {MasterUserPassword: ${SECRET}}\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      Description: ${SECRET}\n      PolicyDocument: ${text}\n`,
  'a log': JSON.stringify({
    Records: [
      {
        eventSource: 'iam.amazonaws.com',
        eventName: 'PutRolePolicy',
        requestParameters: { roleName: 'nb', policyName: 'p', policyDocument: text },
      },
      {
        eventSource: 'secretsmanager.amazonaws.com',
        eventName: 'PutSecretValue',
        requestParameters: { secretString: SECRET },
      },
    ],
  }),
  'a page': `Use ${SECRET} to sign in.\n\n\`\`\`json\n${text}\n\`\`\`\n\nexport PASSWORD=${SECRET}\n`,
};

beforeEach(() => {
  useStore.setState({ draft: createDraft({}, builtIn), snapshots: [] });
  draftHistory().clear();
});

describe.each(Object.entries(texts))('a secret in %s', (_, given) => {
  const read = () => readImport(given, { yaml: readYaml });

  it('is in no policy, note, or reason', () => {
    const { policies, refusals } = read();
    expect(policies.length).toBeGreaterThan(0);
    expect(JSON.stringify([policies, refusals])).not.toContain(SECRET);
  });

  it('is in nothing that is kept, shared, or exported', async () => {
    const taken = read().policies.flatMap(({ kind, ...found }) =>
      isDocumentKind(kind) ? [{ ...found, kind }] : [],
    );
    await importPolicies(taken, '14:02');
    const { draft, snapshots: pins } = useStore.getState();
    const written = deliver(draft, builtIn);
    expect(written.documents.length).toBeGreaterThan(0);
    const set = {
      name: draft.name,
      documents: written.documents,
      ruleset: builtIn,
      attach: draft.sizing.attach,
      versions: { page: '0.1.0', data: 'of 2026-09-26' },
    };
    const link = encodeShared({ draft, dataDate: '2026-09-26', pageVersion: '0.1.0' }, builtIn);
    const everything = [
      useStore.getState(),
      draftHistory(),
      storedDraft(draft),
      writeWorkspace({ draft, pins, savedAt: '2026-11-30T00:00:00Z', dataDate: '2026-09-26' }),
      link.ok ? decodeShared(link.fragment, builtIn) : link,
      exporters.flatMap((exporter) => exporter.write(set)),
    ];
    expect(JSON.stringify(everything)).not.toContain(SECRET);
    undo();
    expect(JSON.stringify([useStore.getState(), draftHistory()])).not.toContain(SECRET);
  });
});

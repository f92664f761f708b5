import { isReadTwoWays } from '../../language/resourcePattern.ts';
import type { Check, Rule } from '../check.ts';
import { identity } from '../examples.ts';

const rule: Rule = {
  code: 'SPB_ARN_READ_TWO_WAYS',
  type: 'SECURITY_WARNING',
  message:
    '{arn} has fewer than six fields. AWS documents two interpretations: a * matches only within one field, or it also matches colons.',
  advice:
    'Use all six fields, arn:partition:service:Region:account:resource, with * for each field that can have any value. Until then, the result of a request that matches under only one interpretation is unknown.',
  invalid: identity({
    Effect: 'Deny',
    Action: 'sagemaker:DeleteEndpoint',
    Resource: 'arn:aws:sagemaker:*:endpoint/prod-*',
  }),
  valid: identity({
    Effect: 'Deny',
    Action: 'sagemaker:DeleteEndpoint',
    Resource: 'arn:aws:sagemaker:*:*:endpoint/prod-*',
  }),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
};

/** Resource patterns that some request matches in one reading and not in the other. */
export const shortArns: Check = {
  rules: [rule],
  run({ statements, report }) {
    for (const { resources, notResources } of statements)
      for (const { text, node } of [...resources, ...notResources])
        if (isReadTwoWays(text)) report(rule, node, { arn: text });
  },
};

import { isPattern } from '../../language/glob.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import { endpoint } from '../examples.ts';
import { splitAction } from '../../catalog/lookup.ts';
import type { CheckedStatement } from '../checkedStatement.ts';
import { isEverything } from './reach.ts';

const SOURCE = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html';

const principalRule: Rule = {
  code: 'SPB_ENDPOINT_PRINCIPAL',
  type: 'WARNING',
  message: 'Gateway endpoint policies support only "*" as principal, not {principal}.',
  advice:
    'Use "Principal": "*" and limit the principals with a condition on aws:PrincipalArn or aws:PrincipalAccount.',
  invalid: endpoint({ Principal: { AWS: 'arn:aws:iam::111122223333:role/Reader' } }),
  valid: endpoint({}),
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
};
const severalRule: Rule = {
  code: 'SPB_ENDPOINT_SEVERAL_SERVICES',
  type: 'WARNING',
  message:
    'The policy contains actions of {services}. An endpoint serves one service, so the others have no effect.',
  advice: 'Use a separate policy for each endpoint.',
  invalid: endpoint({ Action: ['s3:GetObject', 'sagemaker:InvokeEndpoint'], Resource: '*' }),
  valid: endpoint({}),
  source: SOURCE,
};
const openRule: Rule = {
  code: 'SPB_ENDPOINT_OPEN',
  type: 'SUGGESTION',
  message: 'The endpoint policy allows all principals and all actions, as if it had no policy.',
  advice:
    'Limit it to your principals and resources, at least with aws:PrincipalOrgID or aws:PrincipalAccount.',
  invalid: endpoint({ Action: '*', Resource: '*' }),
  valid: endpoint({}),
  source: SOURCE,
};

/** Services that are reached through a gateway endpoint. */
const GATEWAYS = new Set(['s3', 'dynamodb']);

/** Services whose actions one endpoint takes, since they share it. */
const SHARED: readonly ReadonlySet<string>[] = [new Set(['s3', 's3-object-lambda', 's3express'])];

function servicesOf({ statements }: CheckContext): readonly string[] {
  const prefixes = statements.flatMap(({ actions }) => actions.map(({ text }) => splitAction(text)[0]));
  return [...new Set(prefixes)].filter((prefix) => prefix !== '' && !isPattern(prefix));
}

const isOpen = ({ effect, actions, resources, principals, elements }: CheckedStatement): boolean =>
  effect === 'Allow' &&
  !elements.has('Condition') &&
  actions.some(isEverything) &&
  resources.some(isEverything) &&
  principals.some(({ text }) => text === '*');

function run(context: CheckContext): void {
  const services = servicesOf(context);
  const [first] = services;
  if (services.length > 1 && !SHARED.some((set) => services.every((name) => set.has(name))))
    context.report(severalRule, context.elements.get('Statement')?.value ?? context.root, {
      services: services.join(', '),
    });
  for (const statement of context.statements) {
    if (isOpen(statement)) context.report(openRule, statement.node);
    const named = statement.principals.find(({ text }) => text !== '*');
    if (first && GATEWAYS.has(first) && named)
      context.report(principalRule, named.node, { principal: named.text });
  }
}

/** What holds for the policy of a VPC endpoint beyond the grammar of all policies. */
export const endpoints: Check = {
  rules: [principalRule, severalRule, openRule],
  run(context) {
    if (context.type === 'vpc-endpoint') run(context);
  },
};

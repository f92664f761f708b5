import type { Check, Rule } from '../check.ts';
import { identity } from '../examples.ts';
import { splitAction } from '../../catalog/lookup.ts';

const rule: Rule = {
  code: 'SPB_SERVICE_RETIRED',
  type: 'SUGGESTION',
  message: 'AWS discontinued the service {service}. Its actions have no effect.',
  advice: 'Remove its actions and ARNs. IAM still accepts them, but AWS no longer lists the service.',
  invalid: identity({ Action: 'elastic-inference:Connect', Resource: '*' }),
  valid: identity({}),
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/',
};

/** Once for each service and statement. A denial costs nothing, and is left alone: taking it away would be no improvement. */
export const retired: Check = {
  rules: [rule],
  run({ statements, catalog, report }) {
    for (const { actions, effect } of statements) {
      if (effect === 'Deny') continue;
      const reportedServices = new Set<string>();
      for (const { text, node } of actions) {
        const [service] = splitAction(text);
        if (reportedServices.has(service) || catalog.service(service) || catalog.state(service) !== 'retired')
          continue;
        reportedServices.add(service);
        report(rule, node, { service });
      }
    }
  },
};

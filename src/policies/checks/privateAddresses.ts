import type { Check, Rule } from './check.ts';
import { withCondition } from './examples.ts';
import { isPrivateRange, readRange } from '../language/ipRange.ts';

const GOOD = withCondition({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } });
const ADVICE =
  'Requests come from public IP addresses, or through a VPC endpoint without aws:SourceIp. For private addresses in a VPC, use aws:VpcSourceIp with aws:SourceVpc.';

function rule(
  code: string,
  type: Rule['type'],
  message: string,
  operator: string,
  list: readonly string[],
): Rule {
  return {
    code,
    type,
    message,
    advice: ADVICE,
    invalid: withCondition({ [operator]: { 'aws:SourceIp': list } }),
    valid: GOOD,
  };
}

const ONLY = ['10.0.0.0/8'];
const SOME = ['10.0.0.0/8', '203.0.113.0/24'];
const withinRule = rule(
  'PRIVATE_IP_ADDRESS',
  'ERROR',
  'aws:SourceIp is compared with private addresses only, so no request matches.',
  'IpAddress',
  ONLY,
);
const outsideRule = rule(
  'PRIVATE_NOT_IP_ADDRESS',
  'ERROR',
  'aws:SourceIp is compared with private addresses only, so every request matches.',
  'NotIpAddress',
  ONLY,
);
const someWithinRule = rule(
  'PRIVATE_IP_ADDRESS_SUBSET',
  'SUGGESTION',
  'Some of the addresses are private and never match a request.',
  'IpAddress',
  SOME,
);
const someOutsideRule = rule(
  'PRIVATE_NOT_IP_ADDRESS_SUBSET',
  'SUGGESTION',
  'Some of the addresses are private and never match a request.',
  'NotIpAddress',
  SOME,
);

export const privateAddresses: Check = {
  rules: [withinRule, outsideRule, someWithinRule, someOutsideRule],
  run({ statements, report }) {
    for (const { conditions } of statements) {
      for (const { lowerKey, operator, values, valueNode } of conditions) {
        if (lowerKey !== 'aws:sourceip' || operator?.family !== 'Ip') continue;
        const ranges = values.flatMap(({ text }) => readRange(text) ?? []);
        const hidden = ranges.filter(isPrivateRange).length;
        if (hidden === 0) continue;
        const all = hidden === ranges.length;
        report(
          operator.negated ? (all ? outsideRule : someOutsideRule) : all ? withinRule : someWithinRule,
          valueNode,
        );
      }
    }
  },
};

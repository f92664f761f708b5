import { type Guardrail, stores } from './guardrail.ts';

export const storeTls: Guardrail = {
  id: 'storeTls',
  number: 'G29',
  group: 'stores',
  title: 'Require TLS for data stores',
  summary:
    'S3 buckets, KMS keys, ECR repositories, log groups, secrets, and roles can’t be used over connections without TLS.',
  options: [],
  deny: [],
  allow: [],
  resourceControl: [
    {
      Sid: 'DenyStoresWithoutTls',
      Action: [...stores, 'sts:*'],
      Condition: { BoolIfExists: { 'aws:SecureTransport': ['false'] } },
    },
  ],
  toComply: 'use HTTPS.',
  source:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html',
};

import { acceptedValue, refusedValue } from './pattern.ts';
import type { ValidationContext, VariableKind } from './variable.ts';

const ROLE_RULE =
  'Enter the ARN of one role without wildcards: arn:<partition>:iam::<12 digits>:role/<path and name>.';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const ROLE_ARN =
  /^arn:([a-z-]+):iam::\d{12}:role\/(?:[\u0021-\u0029\u002b-\u003e\u0040-\u007e]{1,511}\/)?[\w+=,.@-]{1,64}$/;

export const roleArn: VariableKind = {
  id: 'roleArn',
  rule: ROLE_RULE,
  read: (value, context) => {
    const found = ROLE_ARN.exec(value);
    return found && !value.includes('${') ? inPartition(value, found[1], context) : refusedValue(ROLE_RULE);
  },
};

const KEY_RULE = 'Enter the ARN of one KMS key: arn:<partition>:kms:<Region>:<12 digits>:key/<key ID>.';

const ALIAS_RULE = 'This is an alias ARN. Permissions match key ARNs only. Enter the ARN of the key.';

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id */
const KEY_ARN =
  /^arn:([a-z-]+):kms:[a-z]{2,4}(?:-[a-z]+){1,2}-\d:\d{12}:key\/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export const kmsKeyArn: VariableKind = {
  id: 'kmsKeyArn',
  rule: KEY_RULE,
  read: (value, context) => {
    if (/(?:^|:)alias\//.test(value)) return refusedValue(ALIAS_RULE);
    const found = KEY_ARN.exec(value);
    return found ? inPartition(value, found[1], context) : refusedValue(KEY_RULE);
  },
};

const SAML_RULE =
  'Enter the ARN of one SAML provider: arn:<partition>:iam::<12 digits>:saml-provider/<name>.';

const SAML_ARN = /^arn:([a-z-]+):iam::\d{12}:saml-provider\/[\w._-]{1,128}$/;

export const samlProviderArn: VariableKind = {
  id: 'samlProviderArn',
  rule: SAML_RULE,
  read: (value, context) => {
    const found = SAML_ARN.exec(value);
    return found ? inPartition(value, found[1], context) : refusedValue(SAML_RULE);
  },
};

const PRINCIPAL_RULE =
  'Enter the ARN of one role or user without wildcards: arn:<partition>:iam::<12 digits>:role/<path and name>, or user/….';

const PRINCIPAL_ARN =
  /^arn:([a-z-]+):iam::\d{12}:(?:role|user)\/(?:[\u0021-\u0029\u002b-\u003e\u0040-\u007e]{1,511}\/)?[\w+=,.@-]{1,64}$/;

export const principalArn: VariableKind = {
  id: 'principalArn',
  rule: PRINCIPAL_RULE,
  read: (value, context) => {
    const found = PRINCIPAL_ARN.exec(value);
    return found && !value.includes('${')
      ? inPartition(value, found[1], context)
      : refusedValue(PRINCIPAL_RULE);
  },
};

function inPartition(value: string, partition: string | undefined, context: ValidationContext) {
  if (partition === context.partition) return acceptedValue(value);
  return refusedValue(`This ARN is in the ${partition} partition, but you selected ${context.partition}.`);
}

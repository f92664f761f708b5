/** The six fields of an ARN. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon. */
  readonly resource: string;
}

/** An ARN from its text; nothing when it has fewer than six fields. A colon within `${…}` does not separate. */
export function readArn(text: string): Arn | undefined {
  const fields: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < text.length && fields.length < 5; at += 1) {
    const character = text[at];
    if (character === '{' && text[at - 1] === '$') depth += 1;
    else if (character === '}' && depth > 0) depth -= 1;
    else if (character === ':' && depth === 0) {
      fields.push(text.slice(start, at));
      start = at + 1;
    }
  }
  const [, partition, service, region, account] = fields;
  if (partition === undefined || service === undefined || region === undefined || account === undefined)
    return undefined;
  return { partition, service, region, account, resource: text.slice(start) };
}

/** Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html and the endpoint data of the AWS SDKs. */
export const partitions: ReadonlySet<string> = new Set([
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
]);

/** Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const regions: ReadonlySet<string> = new Set([
  ...[
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'ca-west-1',
    'mx-central-1',
    'sa-east-1',
  ],
  ...[
    'eu-central-1',
    'eu-central-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'eu-south-1',
    'eu-south-2',
    'eu-north-1',
  ],
  ...[
    'ap-east-1',
    'ap-east-2',
    'ap-south-1',
    'ap-south-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
  ],
  ...[
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
  ],
  ...['ap-southeast-7', 'af-south-1', 'me-south-1', 'me-central-1', 'il-central-1'],
  ...['cn-north-1', 'cn-northwest-1', 'us-gov-east-1', 'us-gov-west-1'],
  ...[
    'us-iso-east-1',
    'us-iso-west-1',
    'us-isob-east-1',
    'us-isob-west-1',
    'eu-isoe-west-1',
    'eusc-de-east-1',
  ],
  ...['us-isof-east-1', 'us-isof-south-1'],
]);

/** Whether a field has a wildcard or a policy variable, so that its text is not fixed. */
export const hasWildcardOrVariable = (field: string): boolean => /[*?]|\$\{/.test(field);

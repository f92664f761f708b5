import { hasPlaceholder } from '../language/placeholder.ts';
import { typesOfService } from '../catalog/corrections.ts';
import type { Service } from '../catalog/service.ts';
import { globMatcher, isPattern } from '../language/glob.ts';
import { wildcardServiceRule } from './actions.ts';
import { type Arn, hasWildcardOrVariable, partitions, readArn, regions } from '../language/arn.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { identity } from './examples.ts';
import type { TextEntry } from '../language/textEntries.ts';

const GOOD = identity({});
const at = (arn: string, over: object = {}) => identity({ ...over, Resource: arn });

function error(code: string, message: string, advice: string, invalid: Rule['invalid'], valid = GOOD): Rule {
  return { code, type: 'ERROR', message, advice, invalid, valid };
}

const prefixRule = error(
  'INVALID_ARN_PREFIX',
  '{arn} doesn’t start with arn:.',
  'Use an ARN or "*".',
  at('ml-input/*'),
);
const missingFieldRule = error(
  'MISSING_ARN_FIELD',
  '{arn} has fewer than six fields.',
  'Use the format arn:partition:service:Region:account:resource. Fields can be empty, but all colons are required.',
  at('arn:aws:s3:ml-input'),
);
const partitionRule = error(
  'INVALID_PARTITION',
  'The partition {partition} doesn’t exist.',
  'Use aws, aws-cn for the China Regions, aws-us-gov for AWS GovCloud (US), or aws-eusc for the European Sovereign Cloud.',
  at('arn:amazon:s3:::ml-input/*'),
  at('arn:*:s3:::ml-input/*'),
);
const serviceCaseRule = error(
  'INVALID_ARN_SERVICE_CASE',
  'The service {service} must be lowercase.',
  'Use lowercase letters for the service.',
  at('arn:aws:S3:::ml-input/*'),
);
const unknownServiceRule = error(
  'INVALID_SERVICE',
  'The service {service} doesn’t exist.',
  'Check the spelling of the service in the ARN or condition key.',
  at('arn:aws:s4:::ml-input/*'),
);
const regionRule = error(
  'INVALID_ARN_REGION',
  'The Region {region} doesn’t exist.',
  'Use a Region such as eu-west-1, leave the field empty if the resource has no Region, or use *.',
  at('arn:aws:sqs:eu-west-11:111122223333:jobs', { Action: 'sqs:SendMessage' }),
  at('arn:aws:sqs:eu-west-1:111122223333:jobs', { Action: 'sqs:SendMessage' }),
);
const accountRule = error(
  'INVALID_ARN_ACCOUNT',
  '{account} isn’t a valid account ID.',
  'Use 12 digits, including leading zeros.',
  at('arn:aws:sqs:eu-west-1:11112222333:jobs', { Action: 'sqs:SendMessage' }),
  at('arn:aws:sqs:eu-west-1:*:jobs', { Action: 'sqs:SendMessage' }),
);
const regionNotAllowedRule = error(
  'ARN_REGION_NOT_ALLOWED',
  'ARNs of this {service} resource have no Region, so the ARN with {region} never matches.',
  'Leave the field empty.',
  at('arn:aws:iam:eu-west-1:111122223333:role/Job', { Action: 'iam:GetRole' }),
  at('arn:aws:iam::111122223333:role/Job', { Action: 'iam:GetRole' }),
);
const accountNotAllowedRule = error(
  'ARN_ACCOUNT_NOT_ALLOWED',
  'ARNs of this {service} resource have no account, so the ARN with {account} never matches.',
  'Leave the field empty.',
  at('arn:aws:s3::111122223333:ml-input'),
);
const missingRegionRule = error(
  'MISSING_ARN_REGION',
  'ARNs of this {service} resource require a Region. Without it, the ARN never matches.',
  'Add the Region, or use * for all Regions.',
  at('arn:aws:sqs::111122223333:jobs', { Action: 'sqs:SendMessage' }),
  at('arn:aws:sqs:*:111122223333:jobs', { Action: 'sqs:SendMessage' }),
);
const missingAccountRule = error(
  'MISSING_ARN_ACCOUNT',
  'ARNs of this {service} resource require an account. Without it, the ARN never matches.',
  'Add the account ID, or use * for all accounts.',
  at('arn:aws:sqs:eu-west-1::jobs', { Action: 'sqs:SendMessage' }),
  at('arn:aws:sqs:eu-west-1:*:jobs', { Action: 'sqs:SendMessage' }),
);
const resourceRule = error(
  'INVALID_ARN_RESOURCE',
  '{resource} doesn’t match any resource type of {service}.',
  'Check the ARN formats of the service.',
  at('arn:aws:sagemaker:eu-west-1:111122223333:trainingjob/team-a', { Action: 'sagemaker:StopTrainingJob' }),
  at('arn:aws:sagemaker:eu-west-1:111122223333:training-job/team-a', { Action: 'sagemaker:StopTrainingJob' }),
);

interface Format {
  readonly region: string;
  readonly account: string;
  /** Text before the first variable of the resource part. */
  readonly start: string;
  /** Whether the resource part of an ARN without wildcards is of this type. */
  readonly matches: (resource: string) => boolean;
}

const formats = new WeakMap<Service, readonly Format[]>();

function formatsOf(service: Service): readonly Format[] {
  const cached = formats.get(service);
  if (cached) return cached;
  const types = [...service.resourceTypes, ...typesOfService(service.prefix)];
  const read = types.flatMap(({ arnPattern }) => {
    const arn = readArn(arnPattern);
    if (!arn) return [];
    const [start = ''] = arn.resource.split('${');
    return [{ ...arn, start, matches: globMatcher(arn.resource.replace(/\$\{[^}]*\}/g, '*')) }];
  });
  formats.set(service, read);
  return read;
}

/** Account fields of resources that AWS owns, which have no account ID. */
const ACCOUNT_WORDS = new Set([
  '',
  'aws',
  'amazon',
  'aws-managed',
  'aws-marketplace',
  'third-party',
  'cloudfront',
]);

function checkFields({ report }: CheckContext, { node }: TextEntry, arn: Arn): void {
  if (!partitions.has(arn.partition) && !hasWildcardOrVariable(arn.partition))
    report(partitionRule, node, { partition: arn.partition });
  if (!regions.has(arn.region) && arn.region !== '' && !hasWildcardOrVariable(arn.region))
    report(regionRule, node, { region: arn.region });
  const isAccount =
    /^\d{12}$/.test(arn.account) || hasWildcardOrVariable(arn.account) || ACCOUNT_WORDS.has(arn.account);
  if (!isAccount) report(accountRule, node, { account: arn.account });
}

/**
 * Whether a resource begins with a word, up to a slash, with which no format of the service begins. Observed: Access Analyzer
 * takes everything else, so `stack/name` without its ID, `/tags` and `root` pass.
 */
function isUnknownKind(all: readonly Format[], text: string): boolean {
  const slash = text.indexOf('/');
  const word = text.slice(0, slash + 1);
  return slash > 0 && all.every(({ start }) => start.includes('/') && !start.startsWith(word));
}

/** AWS owns resources of these services itself, in ARNs without an account. */
const AWS_OWNED: ReadonlySet<string> = new Set(['resource-explorer-2']);

/** Checks an ARN against the formats of its service. A resource with wildcards may be of any type, so it is not checked. */
function checkFormat(context: CheckContext, { node }: TextEntry, arn: Arn, service: Service): void {
  const { report } = context;
  if (hasWildcardOrVariable(arn.resource) || arn.resource.includes(':')) return;
  const all = formatsOf(service);
  if (all.length === 0) return;
  const fitting = all.filter((format) => format.matches(arn.resource));
  if (fitting.length === 0) {
    if (isUnknownKind(all, arn.resource))
      report(resourceRule, node, { service: arn.service, resource: arn.resource });
    return;
  }
  const values = { service: arn.service, region: arn.region, account: arn.account };
  const every = (test: (format: Format) => boolean) => fitting.every(test);
  if (arn.region && !hasWildcardOrVariable(arn.region) && every((format) => format.region === ''))
    report(regionNotAllowedRule, node, values);
  if (arn.account && !hasWildcardOrVariable(arn.account) && every((format) => format.account === ''))
    report(accountNotAllowedRule, node, values);
  if (!arn.region && every((format) => format.region !== '')) report(missingRegionRule, node, values);
  if (!arn.account && !AWS_OWNED.has(arn.service) && every((format) => format.account !== ''))
    report(missingAccountRule, node, values);
}

function run(context: CheckContext, entry: TextEntry): void {
  const { report, catalog, placeholders } = context;
  const { text, node } = entry;
  if (text === '*' || (placeholders === 'open' && hasPlaceholder(text))) return;
  if (!text.startsWith('arn:')) return report(prefixRule, node, { arn: text });
  const arn = readArn(text);
  if (!arn) {
    if (!text.endsWith('*') || text.split(':').length > 3) report(missingFieldRule, node, { arn: text });
    return;
  }
  checkFields(context, entry, arn);
  if (arn.service.includes('${')) return;
  if (isPattern(arn.service)) return report(wildcardServiceRule, node, { text });
  if (arn.service !== arn.service.toLowerCase())
    return report(serviceCaseRule, node, { service: arn.service });
  const service = catalog.service(arn.service);
  if (service) return checkFormat(context, entry, arn, service);
  if (catalog.state(arn.service) === 'unknown' && !catalog.arnServices.has(arn.service))
    report(unknownServiceRule, node, { service: arn.service });
  else if (catalog.state(arn.service) === 'notLoaded') context.notChecked(arn.service, node);
}

export const arns: Check = {
  rules: [
    prefixRule,
    missingFieldRule,
    partitionRule,
    serviceCaseRule,
    unknownServiceRule,
    regionRule,
    accountRule,
    regionNotAllowedRule,
    accountNotAllowedRule,
    missingRegionRule,
    missingAccountRule,
    resourceRule,
  ],
  run(context) {
    if (context.type === 'trust') return;
    for (const { resources, notResources } of context.statements) {
      for (const entry of resources) run(context, entry);
      for (const entry of notResources) run(context, entry);
    }
  },
};

export { unknownServiceRule };

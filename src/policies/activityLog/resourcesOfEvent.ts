import { partitionOfRegion } from '../language/partitions.ts';
import type { ActionFacts, ResourceType } from '../catalog/service.ts';
import { globMatcher } from '../language/glob.ts';
import type { ActivityEvent } from './activityEvent.ts';

/** Parameters that services call otherwise than the ARN of the resource does. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  objectname: ['key'],
  rolenamewithpath: ['rolename', 'rolearn'],
  policynamewithpath: ['policyarn'],
  instanceprofilenamewithpath: ['instanceprofilename'],
  userprofilename: ['spacename'],
  automljobjobname: ['automljobname'],
  clusterid: ['clustername'],
  domainid: ['domainidentifier'],
  keyid: ['keyid', 'targetkeyid'],
  secretid: ['secretid', 'name'],
  tablename: ['name'],
  databasename: ['name'],
  workgroupname: ['workgroup'],
  loggroupname: ['loggroupidentifier'],
  statemachinename: ['statemachinearn'],
  modelpackagename: ['modelpackagegroupname'],
  networkinterfaceid: ['networkinterfaceid'],
};

/**
 * The ARNs that an action is decided on: of every type that it needs, as far as the event names it, or else of one that fits. `*` for
 * an action without resource-level permissions; none where the event doesn’t say.
 */
export function resourcesOfEvent(event: ActivityEvent, { resourceTypes }: ActionFacts): readonly string[] {
  if (resourceTypes.length === 0) return ['*'];
  const needed = resourceTypes.filter(({ required }) => required);
  const ofNeeded = needed.flatMap((type) => arnOfType(event, type) ?? []);
  if (ofNeeded.length > 0) return [...new Set(ofNeeded)];
  const found = resourceTypes.flatMap((type) => arnOfType(event, type) ?? []);
  const [longest] = found.toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1));
  return longest === undefined ? [] : [longest];
}

/** `arn:${Partition}:s3:::${BucketName}/${ObjectName}`, filled in by the parameters, or an ARN of the event that is one. */
function arnOfType(event: ActivityEvent, { name, arnPattern }: ResourceType): string | undefined {
  const filled = filledPattern(event, arnPattern) ?? filledByType(event, name, arnPattern);
  if (filled !== undefined) return filled;
  const named = [...event.resources, ...Object.values(event.names).filter((one) => one.startsWith('arn:'))];
  return named.find((arn) => isOfPattern(arn, arnPattern));
}

function filledPattern(event: ActivityEvent, pattern: string): string | undefined {
  const { variables } = readPattern(pattern);
  let filled = pattern;
  for (const variable of variables) {
    const value = valueOf(event, variable.toLowerCase());
    if (value === undefined || value === '') return undefined;
    if (value.startsWith('arn:')) return isOfPattern(value, pattern) ? value : undefined;
    filled = filled.replace(`\${${variable}}`, () => value);
  }
  return variables.some((name) => !PLACE.has(name)) ? filled : undefined;
}

/** `AWS::SageMaker::TrainingJob` with its name, for the type `training-job` of `sagemaker`. */
function filledByType(event: ActivityEvent, type: string, pattern: string): string | undefined {
  const [, service = ''] = /^arn:[^:]+:([a-z0-9-]+):/.exec(pattern) ?? [];
  const name = event.names[`aws::${service}::${type.replaceAll('-', '').toLowerCase()}`];
  const [variable, ...others] = readPattern(pattern).variables.filter((one) => !PLACE.has(one));
  if (name === undefined || variable === undefined || others.length > 0) return undefined;
  return filledPattern({ ...event, names: { [variable.toLowerCase()]: name } }, pattern);
}

const PLACE: ReadonlySet<string> = new Set(['Partition', 'Region', 'Account']);

function valueOf({ names, region, account, caller }: ActivityEvent, variable: string): string | undefined {
  if (variable === 'partition') return /^arn:([\w-]+):/.exec(caller)?.[1] ?? partitionOfRegion(region);
  if (variable === 'region') return region;
  if (variable === 'account')
    return /^\d{12}$/.test(names['registryid'] ?? '') ? names['registryid'] : account;
  const own = names[variable] ?? (ALIASES[variable] ?? []).map((alias) => names[alias]).find(Boolean);
  // An alias doesn’t tell which key it is.
  if (variable === 'keyid' && own?.startsWith('alias/')) return undefined;
  return own?.replace(/^alias\//, '');
}

/** An ARN pattern of the reference, read once. */
interface ReadPattern {
  readonly variables: readonly string[];
  matches(arn: string): boolean;
}

const patterns = new Map<string, ReadPattern>();

function readPattern(pattern: string): ReadPattern {
  const known = patterns.get(pattern);
  if (known) return known;
  const depth = (text: string) => text.split('/').length;
  const matches = globMatcher(pattern.replaceAll(/\$\{\w+\}/g, '*'));
  const isDeep = /(?:ObjectName|WithPath|RepositoryName|LogGroupName)/.test(pattern);
  const read = {
    variables: [...pattern.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name),
    // A bucket is not what is in it.
    matches: (arn: string) => matches(arn) && (isDeep || depth(arn) === depth(pattern)),
  };
  patterns.set(pattern, read);
  return read;
}

const isOfPattern = (arn: string, pattern: string): boolean => readPattern(pattern).matches(arn);

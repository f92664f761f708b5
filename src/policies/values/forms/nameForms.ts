import { dnsSuffix } from '../../language/partitions.ts';
import { type Arn, readArn } from '../../language/arn.ts';
import { isConsole, readAddress, regionOfAddress } from '../consoleUrl.ts';
import { ambiguous, type EntryPlace, type FormReader, type FormReading, readAs, refused } from '../entry.ts';

type Where = Pick<Arn, 'account' | 'region'> & { readonly partition?: string };

/**
 * A name that the policy puts into the draft's account and Region. From another one it would match nothing; where these are not
 * entered yet, it says which ones the text names and the value does not keep.
 */
function nameOf(where: Where, place: EntryPlace, reading: FormReading): FormReading {
  const problem = elsewhere(where, place);
  if (problem) return problem;
  const lost = [
    place.accountId === undefined ? where.account : '',
    place.region === undefined ? where.region : '',
  ].filter(Boolean);
  if (lost.length === 0) return reading;
  const about = lost.join(', ');
  if (reading.state === 'read')
    return { ...reading, changes: [...reading.changes, { code: 'placeNotKept', about }] };
  return reading.state === 'ambiguous'
    ? { ...reading, problem: { code: 'oneRepositoryElsewhere', about } }
    : reading;
}

function elsewhere(where: Where, place: EntryPlace): FormReading | undefined {
  const { accountId = where.account, region = where.region, partition } = place;
  if (where.partition !== undefined && where.partition !== partition)
    return refused('otherPartition', where.partition);
  if (where.account !== accountId) return refused('accountNotKept', where.account);
  return where.region === region ? undefined : refused('regionNotKept', where.region);
}

const ECR_URI = new RegExp(
  String.raw`^(?:https://)?(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.${dnsSuffix}/([^:@\s]+)(?:[:@].*)?$`,
);

/** The console's page of a repository. */
const ECR_PAGE = /^ecr\/repositories\/private\/(\d{12})\/(.+)$/;

/** A prefix of repositories. One repository is not read as the prefix that it is under: that is more than it names. */
export const repositoryPrefixForm: FormReader = (text, place) => {
  const [, account, region, uriName] = ECR_URI.exec(text) ?? [];
  if (account !== undefined && region !== undefined && uriName !== undefined)
    return nameOf({ account, region }, place, repositories(uriName, text, true));
  if (text.startsWith('arn:')) {
    const arn = readArn(text);
    if (arn?.service !== 'ecr') return refused('otherResource', arn?.service ?? text.slice(0, 60));
    const name = arn.resource.replace(/^repository\//, '');
    return nameOf(arn, place, repositories(name, text, true));
  }
  if (/^https?:\/\//i.test(text)) return ofPage(text, place);
  const [, named = text, tag] = /^([^:@]+)(:[\w.-]+|@sha256:[0-9a-f]+)?$/.exec(text) ?? [];
  return repositories(named, text, tag !== undefined);
};

function ofPage(text: string, place: EntryPlace): FormReading {
  const address = readAddress(text);
  const [, account = '', name] = ECR_PAGE.exec(address?.path ?? '') ?? [];
  if (!address || !isConsole(address) || name === undefined) return refused('otherUrl');
  const region = regionOfAddress(address) ?? place.region ?? '';
  return nameOf({ account, region }, place, repositories(name, text, true));
}

/** `isOne`: without a slash or a wildcard behind it, it is a repository. */
function repositories(name: string, text: string, isOne: boolean): FormReading {
  const prefix = name.replace(/\/\*?$/, '');
  if (/[*?]/.test(prefix)) return refused('wildcard', text);
  if (prefix !== name || !isOne) return prefix === text ? readAs(prefix) : readAs(prefix, { code: 'form' });
  const parent = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')));
  const values = [parent, prefix].filter(Boolean);
  return ambiguous(
    'oneRepository',
    text,
    ...values.map((value) => ({ code: 'repositories' as const, values: [value] })),
  );
}

/** `fraud-*` is every name that starts with `fraud-`, as the value says it. */
export const namePrefixForm: FormReader = (text) =>
  /^[^*]+\*$/.test(text) ? readAs(text.slice(0, -1), { code: 'form' }) : undefined;

/** The name at the end of an ARN of one service and type. */
const nameInArn =
  (service: string, type: string): FormReader =>
  (text, place) => {
    if (!text.startsWith('arn:')) return undefined;
    const arn = readArn(text);
    const [found, ...name] = arn?.resource.split('/') ?? [];
    if (arn?.service !== service || found !== type)
      return refused('otherResource', `${arn?.service ?? ''} ${found ?? ''}`.trim());
    if (/[*?]/.test(arn.resource)) return refused('wildcard', text);
    return nameOf(arn, place, readAs(name.join('/'), { code: 'form' }));
  };

export const databaseForm = nameInArn('glue', 'database');
export const workgroupForm = nameInArn('athena', 'workgroup');

/** Clusters of HyperPod and EKS, and MLflow apps: each has its ID or name at the end. */
export const resourceIdForm: FormReader = (text, place) => {
  const { service = '', resource = '' } = readArn(text) ?? {};
  if (service === 'eks') return nameInArn('eks', 'cluster')(text, place);
  return nameInArn('sagemaker', resource.startsWith('mlflow-app/') ? 'mlflow-app' : 'cluster')(text, place);
};

/** `m5.xlarge` is the EC2 name of what SageMaker calls `ml.m5.xlarge`. */
export const instanceTypeForm: FormReader = (text) =>
  /^[a-z][a-z0-9-]*\d[a-z0-9-]*\.(?:\*|[a-z0-9-]+)$/.test(text) && !text.startsWith('ml.')
    ? readAs(`ml.${text}`, { code: 'mlPrefix' })
    : undefined;

/** `86,400` as calculators write it. */
export const numberForm: FormReader = (text) =>
  /^\d{1,3}(?:[,_ ]\d{3})+$/.test(text) ? readAs(text.replace(/[,_ ]/g, ''), { code: 'form' }) : undefined;

export const cidrForm: FormReader = (text) =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ? readAs(`${text}/32`, { code: 'oneAddress' }) : undefined;

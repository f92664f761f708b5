import { readArn } from '../../language/arn.ts';
import { isConsole, readAddress } from '../consoleUrl.ts';
import { ambiguous, type FormReader, type FormReading, readAs, refused } from '../entry.ts';
import { ofOtherAccount } from './iamForms.ts';

interface IdKind {
  readonly service: string;
  /** The resource type in the ARN. */
  readonly type: string;
  readonly pattern: RegExp;
}

/** An ID, its ARN, or the one ID of its kind in an address of the console. The ID is unique, so nothing of the ARN is lost. */
const idForm =
  ({ service, type, pattern }: IdKind): FormReader =>
  (text, place) => {
    if (text.startsWith('arn:')) {
      const arn = readArn(text);
      if (arn?.service !== service) return refused('otherResource', arn?.service ?? text.slice(0, 60));
      if (arn.partition !== place.partition) return refused('otherPartition', arn.partition);
      if (/[*?]/.test(arn.resource)) return refused('wildcard', text);
      const [found = '', id = ''] = arn.resource.split('/');
      if (found !== type) return refused('otherResource', found);
      return readAs(id, { code: 'form' }, ...ofOtherAccount(arn, place));
    }
    return /^https?:\/\//i.test(text) ? ofAddress(text, pattern) : undefined;
  };

function ofAddress(text: string, pattern: RegExp): FormReading {
  const address = readAddress(text);
  if (!address || !isConsole(address)) return refused('otherUrl');
  const found = new Set(
    `${address.path} ${[...address.query.values()].join(' ')} ${address.fragment}`.match(pattern) ?? [],
  );
  const [id] = found;
  return id !== undefined && found.size === 1 ? readAs(id, { code: 'form' }) : refused('otherUrl');
}

export const subnetForm = idForm({
  service: 'ec2',
  type: 'subnet',
  pattern: /\bsubnet-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g,
});

export const securityGroupForm = idForm({
  service: 'ec2',
  type: 'security-group',
  pattern: /\bsg-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g,
});

export const vpcForm = idForm({
  service: 'ec2',
  type: 'vpc',
  pattern: /\bvpc-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g,
});

export const vpcEndpointForm = idForm({
  service: 'ec2',
  type: 'vpc-endpoint',
  pattern: /\bvpce-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g,
});

const domainForm = idForm({ service: 'sagemaker', type: 'domain', pattern: /\bd-[a-z0-9]{8,62}\b/g });

/** A Studio domain; profiles and spaces are parts of one. Studio itself has the domain in its host. */
export const studioDomainForm: FormReader = (text, place) => {
  const [, part, domain] = /^arn:[^*]*:(user-profile|space|app)\/(d-[a-z0-9-]+)\//.exec(text) ?? [];
  if (part !== undefined && domain !== undefined)
    return ambiguous('partOfDomain', text, { code: 'domain', values: [domain] });
  const [, host] = /^https:\/\/(d-[a-z0-9]+)\.studio\.[a-z0-9-]+\.sagemaker\.aws(?:\/|$)/.exec(text) ?? [];
  return host === undefined ? domainForm(text, place) : readAs(host, { code: 'form' });
};

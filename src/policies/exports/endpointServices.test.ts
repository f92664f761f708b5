import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import { expect, it } from 'vitest';
import { activities } from '../activities/index.ts';
import type { ComposedDocument } from '../composed.ts';
import { createDraft } from '../draft.ts';
import { partitionOf, serviceOf } from './endpointServices.ts';
import { planOf } from './plan.ts';
import { setOf, setOfDocuments } from './testSets.ts';

const endpoints = activities.flatMap(({ endpoint }) => endpoint ?? []);

const documentOf = (id: string): ComposedDocument => ({
  id: `${id}Endpoint`,
  title: id,
  kind: 'vpc-endpoint',
  personas: ['vpcEndpoint'],
  provenance: [],
  policy: { Statement: [] },
});

/** What the AWS CDK names the service in a Region. */
const prefixInCdk = (service: string, region: string): string => {
  const known: any = new InterfaceVpcEndpointAwsService(service);
  return known.getDefaultEndpointPrefix(service, region);
};

it.each(endpoints)('names the endpoint of $serviceName as the AWS CDK does', ({ id, serviceName, type }) => {
  const nameIn = (partition: string) => serviceOf(documentOf(id), partition)?.name;
  expect(nameIn('aws')).toBe(serviceName);
  expect(nameIn('aws-us-gov')).toBe(serviceName);
  const [, service] = /^com\.amazonaws\.<REGION>\.(.+)$/.exec(serviceName) ?? [];
  if (service === undefined || type === 'gateway') expect(nameIn('aws-cn')).toBe(serviceName);
  else expect(nameIn('aws-cn')).toBe(`${prefixInCdk(service, 'cn-north-1')}.<REGION>.${service}`);
});

it('knows the partition of a set, from its ARNs where nobody says', () => {
  const china = setOf(createDraft({ personas: ['vpcEndpoint'], variables: { partition: ['aws-cn'] } }));
  expect(partitionOf(china)).toBe('aws-cn');
  expect(partitionOf(setOf(createDraft({ personas: ['vpcEndpoint'] })))).toBe('aws');
  expect(partitionOf(setOfDocuments('a', []))).toBe('aws');
  expect(partitionOf({ ...setOfDocuments('a', []), partition: 'aws-cn' })).toBe('aws-cn');
  const { id = '' } = endpoints.find(({ serviceName }) => serviceName.endsWith('sagemaker.api')) ?? {};
  const [part] = planOf({ ...china, documents: [documentOf(id), ...china.documents] });
  expect(part?.endpoints[0]?.service?.name).toBe('cn.com.amazonaws.<REGION>.sagemaker.api');
});

import { expect, it } from 'vitest';
import { activities } from '../library/activities/index.ts';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { createDraft } from '../draft/createDraft.ts';
import { partitionOfSet, serviceOf } from './endpointServices.ts';
import { planOf } from './plan.ts';
import { setOf, setOfDocuments } from './testing/exportCases.ts';

const endpoints = activities.flatMap(({ endpoint }) => endpoint ?? []);

const documentOf = (id: string): ComposedDocument => ({
  id: `${id}Endpoint`,
  title: id,
  kind: 'vpc-endpoint',
  personas: ['vpcEndpoint'],
  provenance: [],
  policy: { Statement: [] },
});

/** Services whose endpoints have another name in China. That the AWS CDK says the same is held by tests/toolchains/. */
const otherInChina = [
  'ecr.api',
  'ecr.dkr',
  'monitoring',
  'sagemaker.api',
  'sagemaker.featurestore-runtime',
  'sagemaker.runtime',
  'sts',
].map((name) => `com.amazonaws.<REGION>.${name}`);

const otherInSovereignCloud = ['ecr.api', 'ecr.dkr'].map((name) => `com.amazonaws.<REGION>.${name}`);

it.each(endpoints)('knows the endpoint of $serviceName in every partition', ({ id, serviceName }) => {
  const nameIn = (partition: string) => serviceOf(documentOf(id), partition, builtIn)?.name;
  expect(nameIn('aws')).toBe(serviceName);
  expect(nameIn('aws-us-gov')).toBe(serviceName);
  expect(nameIn('aws-cn')).toBe(otherInChina.includes(serviceName) ? `cn.${serviceName}` : serviceName);
  expect(nameIn('aws-eusc')).toBe(
    otherInSovereignCloud.includes(serviceName) ? serviceName.replace(/^com/, 'eu') : serviceName,
  );
});

it('knows the partition of a set, from its ARNs where nobody says', () => {
  const china = setOf(
    createDraft({ personas: ['vpcEndpoint'], variables: { partition: ['aws-cn'] } }, builtIn),
  );
  expect(partitionOfSet(china)).toBe('aws-cn');
  expect(partitionOfSet(setOf(createDraft({ personas: ['vpcEndpoint'] }, builtIn)))).toBe('aws');
  expect(partitionOfSet(setOfDocuments('a', []))).toBe('aws');
  expect(partitionOfSet({ ...setOfDocuments('a', []), partition: 'aws-cn' })).toBe('aws-cn');
  const { id = '' } = endpoints.find(({ serviceName }) => serviceName.endsWith('sagemaker.api')) ?? {};
  const [part] = planOf({ ...china, documents: [documentOf(id), ...china.documents] });
  expect(part?.endpoints[0]?.service?.name).toBe('cn.com.amazonaws.<REGION>.sagemaker.api');
});

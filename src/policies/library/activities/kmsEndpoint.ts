import { endpointActivity, perimeter, strict } from './endpointPolicy.ts';

export const kmsEndpoint = endpointActivity({
  id: 'kmsEndpoint',
  title: 'KMS',
  summary: 'Use encryption keys from inside the VPC.',
  endpoint: {
    id: 'kms',
    serviceName: 'com.amazonaws.<REGION>.kms',
    type: 'interface',
    carries: ['kms:*'],
    except: ['kms:CreateGrant', 'kms:DescribeKey'],
    symptom: {
      text: 'Code that calls KMS directly times out. Encryption by S3 still works.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/kms-vpc-endpoint.html',
    },
  },
  statements: [
    ...strict({
      Sid: 'UseMlKeys',
      Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
      Resource: ['<DATA_KMS_CMK_ARN>', '<VOLUME_KMS_CMK_ARN>'],
    }),
    ...perimeter('Kms'),
  ],
});

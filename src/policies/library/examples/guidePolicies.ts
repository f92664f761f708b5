import { asInGuide, type Example, exampleAccount } from './example.ts';

export const guidePolicies: Example = {
  id: 'guidePolicies',
  title: 'The ten policies of the AWS guide',
  summary:
    'The sample policies of “Build a Secure Enterprise Machine Learning Platform on AWS”, changed only where IAM rejects them. Its failed tests show what least privilege changes.',
  note: 'Failed tests and violated guarantees show what the guide’s policies allow beyond least privilege. To change an activity to least privilege, open its Details in step 2.',
  draft: {
    name: 'example-aws-guide',
    personas: ['dataScientist', 'notebookRole', 'trainingRole', 'hostingRole', 'vpcEndpoint'],
    activities: {
      dataScientist: asInGuide('consoleReadAccess', 'notebookAccessByOwner', 'studioAccessByOwner'),
      notebookRole: asInGuide('runJobs', 'buildAndPushImages', 'deployModels'),
      trainingRole: asInGuide('logsAndMetrics', 'jobVpcNetworking', 'jobEncryption', 'jobData', 'pullImages'),
      hostingRole: asInGuide(
        'logsAndMetrics',
        'hostingVpcNetworking',
        'endpointAutoscaling',
        'hostingEncryption',
        'pullImages',
        'modelArtifacts',
        'elasticInference',
      ),
      vpcEndpoint: asInGuide('s3EndpointAccess'),
    },
    variables: {
      ...exampleAccount,
      inputData: ['example-input/data'],
      outputData: ['example-output/models'],
      modelArtifacts: ['example-output/models'],
      endpointBuckets: ['example-input', 'example-output'],
    },
  },
};

import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const object = (location: 'REQUEST' | 'RESPONSE') =>
  `arn:<PARTITION>:s3:::<ASYNC_${location}_BUCKET>/<ASYNC_${location}_PREFIX>/*`;

export const endpointCaller: readonly Guarantee[] = [
  onlyOn(
    [
      'caller-endpoints',
      'Can invoke only endpoints and inference components with the name prefix.',
      ['sagemaker:InvokeEndpoint*'],
    ],
    sageMakerArns('endpoint/<NAME_PREFIX>*', 'inference-component/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  never(
    [
      'caller-only-invokes',
      'Can’t create, read, change, or delete SageMaker resources.',
      [
        'sagemaker:Add*',
        'sagemaker:Create*',
        'sagemaker:Delete*',
        'sagemaker:Describe*',
        'sagemaker:List*',
        'sagemaker:Search',
        'sagemaker:Start*',
        'sagemaker:Stop*',
        'sagemaker:Update*',
      ],
    ],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['caller-writes', 'Can write objects only to the location of asynchronous requests.', ['s3:PutObject*']],
    [],
    sources.leastPrivilege,
    { exceptWith: { invokeAsync: [object('REQUEST')] } },
  ),
  onlyOn(
    ['caller-reads', 'Can read objects only from the location of asynchronous responses.', ['s3:GetObject*']],
    [],
    sources.leastPrivilege,
    { exceptWith: { invokeAsync: [object('RESPONSE')] } },
  ),
  deniedUnless(
    ['assumed-by-lambda', 'Only Lambda can assume this role.', ['sts:AssumeRole*']],
    [{}],
    sources.principals,
    {
      policy: 'trust',
      trust: 'computeService',
      when: { service: 'lambda' },
      principals: { Service: ['lambda.amazonaws.com'] },
    },
  ),
];

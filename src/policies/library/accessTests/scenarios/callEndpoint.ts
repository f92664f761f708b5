import { sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const invoke = 'sagemaker:InvokeEndpoint';

export const callEndpoint: Scenario = {
  id: 'callEndpoint',
  title: 'Call a deployed model',
  summary: 'An application sends a request to an endpoint, then to an inference component.',
  steps: steps([
    ['endpointCaller', 'invokes the endpoint', invoke, sageMaker('endpoint/<NAME_PREFIX>1')],
    [
      'endpointCaller',
      'invokes an inference component',
      invoke,
      sageMaker('inference-component/<NAME_PREFIX>1'),
    ],
    [
      'endpointCaller',
      'reads a streamed response',
      'sagemaker:InvokeEndpointWithResponseStream',
      sageMaker('endpoint/<NAME_PREFIX>1'),
    ],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints-test-endpoints.html',
};

import { regions } from '../language/arn.ts';
import { operatorNames } from '../language/conditionOperator.ts';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export const policyElements = ['Version', 'Id', 'Statement'] as const;

export const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** Every operator with its qualifiers and suffix; Null takes neither. */
export const operatorForms: readonly string[] = operatorNames.flatMap((name) =>
  name === 'Null' ? [name] : [name, `${name}IfExists`, `ForAnyValue:${name}`, `ForAllValues:${name}`],
);

export const servicePrincipals = [
  'sagemaker.amazonaws.com',
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'codebuild.amazonaws.com',
  'codepipeline.amazonaws.com',
  'events.amazonaws.com',
  'states.amazonaws.com',
  'glue.amazonaws.com',
  'bedrock.amazonaws.com',
] as const;

const ENABLED = ['Enabled', 'Disabled'] as const;

/** Values of condition keys, in lower case, that are one of a few. Source: the service authorization reference. */
export const suggestedValues: Readonly<Record<string, readonly string[]>> = {
  'aws:requestedregion': [...regions],
  'iam:passedtoservice': servicePrincipals,
  'sagemaker:rootaccess': ENABLED,
  'sagemaker:directinternetaccess': ENABLED,
  'sagemaker:appnetworkaccesstype': ['PublicInternetOnly', 'VpcOnly'],
  'sagemaker:minimuminstancemetadataserviceversion': ['1', '2'],
  'sagemaker:taggingaction': [
    'CreateTrainingJob',
    'CreateProcessingJob',
    'CreateTransformJob',
    'CreateHyperParameterTuningJob',
    'CreateModel',
    'CreateEndpoint',
    'CreateEndpointConfig',
    'CreateNotebookInstance',
  ],
  's3:x-amz-server-side-encryption': ['AES256', 'aws:kms', 'aws:kms:dsse'],
  's3:x-amz-acl': ['private', 'bucket-owner-full-control', 'bucket-owner-read'],
  'aws:principaltype': ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'],
};

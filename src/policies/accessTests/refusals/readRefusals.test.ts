import { describe, expect, it } from 'vitest';
import { completeResource } from './completeResource.ts';
import { imageRepository } from './imageRepository.ts';
import { readRefusal, readRefusals, refusalTexts, whyUnread } from './readRefusals.ts';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/Trainer/job-1';
const ROLE = 'arn:aws:iam::111122223333:role/X';
const JOB = 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/x';

/** Principal, action, resource, layer, whether a Deny is said. */
type Read = readonly [
  string | undefined,
  string,
  string | undefined,
  string | undefined,
  boolean | undefined,
];

const messages: readonly (readonly [message: string, expected: Read])[] = [
  [
    `An error occurred (AccessDeniedException) when calling the CreateTrainingJob operation: User: ${SESSION} is not authorized to perform: sagemaker:CreateTrainingJob on resource: ${JOB} because no identity-based policy allows the sagemaker:CreateTrainingJob action`,
    [SESSION, 'sagemaker:CreateTrainingJob', JOB, 'identity', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: iam:PassRole on resource: ${ROLE} with an explicit deny in a service control policy`,
    [SESSION, 'iam:PassRole', ROLE, 'serviceControl', true],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:ListAllMyBuckets because no permissions boundary allows the action.`,
    [SESSION, 's3:ListAllMyBuckets', '*', 'permissionsBoundary', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::a/b" because no VPC endpoint policy allows the s3:GetObject action`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/b', 'vpcEndpoint', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/my file (1).csv because no identity-based policy allows the s3:GetObject action`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/my file (1).csv', 'identity', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/it's mine.csv because no identity-based policy allows the s3:GetObject action`,
    [SESSION, 's3:GetObject', "arn:aws:s3:::a/it's mine.csv", 'identity', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/b c: d.csv because no identity-based policy allows the s3:GetObject action`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/b c: d.csv', 'identity', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/x because y.csv because no identity-based policy allows the s3:GetObject action`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/x because y.csv', 'identity', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/my file with an explicit deny in a service control policy`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/my file', 'serviceControl', true],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/b User: ${SESSION} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/b because no identity-based policy allows the s3:GetObject action`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/b', undefined, undefined],
  ],
  [
    `User: ${SESSION} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::a/b" with an explicit deny in a resource control policy`,
    [SESSION, 's3:PutObject', 'arn:aws:s3:::a/b', 'resourceControl', true],
  ],
  [
    `User: ${SESSION} is not authorized to perform: sagemaker:ListModels because no session policy allows the sagemaker:ListModels action`,
    [SESSION, 'sagemaker:ListModels', '*', 'session', false],
  ],
  // The caller without a word in front of it.
  [
    `${SESSION} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::a" because no session policy allows the s3:ListBucket action (Service: Amazon S3; Status Code: 403;`,
    [SESSION, 's3:ListBucket', 'arn:aws:s3:::a', 'session', false],
  ],
  // Cut off by who pasted it.
  [
    `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::a/..." because no VPC endpoint policy allows the s3:GetObject action`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/*', 'vpcEndpoint', false],
  ],
  [
    "The execution role ARN is invalid. Please ensure that the role exists and that its trust relationship policy allows the action 'sts:AssumeRole' for the service principal 'sagemaker.amazonaws.com'.",
    ['sagemaker.amazonaws.com', 'sts:AssumeRole', undefined, 'resource', undefined],
  ],
  [
    'PERMISSION_DENIED: Permission denied on S3 path: s3://abc/query/b.csv',
    [undefined, 's3:GetObject', 'arn:aws:s3:::abc/query/b.csv', undefined, undefined],
  ],
  [
    'Permission denied on S3 path: s3://abc/query/',
    [undefined, 's3:ListBucket', 'arn:aws:s3:::abc', undefined, undefined],
  ],
  [
    'AmazonS3Exception: Access Denied; request: GET https://a-b.s3.eu-west-1.amazonaws.com train/c.parquet {} (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
    [undefined, 's3:GetObject', 'arn:aws:s3:::a-b/train/c.parquet', undefined, undefined],
  ],
  [
    'Access Denied; request: PUT https://a-b.s3.amazonaws.com c/d {} Hadoop 3.3.4',
    [undefined, 's3:PutObject', 'arn:aws:s3:::a-b/c/d', undefined, undefined],
  ],
  // A resource behind `on` alone was read as every resource.
  [
    `User ${SESSION} is not authorized to perform sagemaker:CreateTrainingJob on ${JOB}`,
    [SESSION, 'sagemaker:CreateTrainingJob', JOB, undefined, undefined],
  ],
  [
    `Not authorized to perform sts:AssumeRoleWithWebIdentity on ${ROLE}`,
    [undefined, 'sts:AssumeRoleWithWebIdentity', ROLE, 'resource', undefined],
  ],
  [
    `User: ${SESSION} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    [SESSION, 'kms:Decrypt', undefined, 'resource', undefined],
  ],
  [
    `<Error><Code>AccessDenied</Code><Message>User: ${SESSION} is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::a/b&quot; because no identity-based policy allows the s3:GetObject action</Message></Error>`,
    [SESSION, 's3:GetObject', 'arn:aws:s3:::a/b', 'identity', false],
  ],
  // The console, with the service in the action, and with a denial.
  [
    `Access denied. You don't have permission to sagemaker:CreateTrainingJob. To request access, copy the following text.\nUser: ${SESSION}\nAction: sagemaker:CreateTrainingJob\nOn resource(s): ${JOB}\nContext: no identity-based policy allows the action`,
    [SESSION, 'sagemaker:CreateTrainingJob', JOB, 'identity', false],
  ],
  [
    `You don't have permissions to iam:GetRole\nUser: ${SESSION}\nService: iam\nAction: GetRole\nOn resource(s): ${ROLE}\nContext: A service control policy explicitly denies the action`,
    [SESSION, 'iam:GetRole', ROLE, 'serviceControl', true],
  ],
  // Terraform and the SDK for Go.
  [
    'Error: reading S3 Bucket (acme-raw): operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: X, HostID: Y, api error Forbidden: Forbidden',
    [undefined, 's3:ListBucket', 'arn:aws:s3:::acme-raw', undefined, undefined],
  ],
  [
    'Error: creating S3 Bucket Policy (acme-raw): operation error S3: PutBucketPolicy, https response error StatusCode: 403, RequestID: X, HostID: Y, api error AccessDenied: Access Denied',
    [undefined, 's3:PutBucketPolicy', 'arn:aws:s3:::acme-raw', undefined, undefined],
  ],
  [
    'operation error S3: GetObject, https response error StatusCode: 403, RequestID: X, HostID: Y, api error AccessDenied: Access Denied',
    [undefined, 's3:GetObject', undefined, undefined, undefined],
  ],
  [
    `User: ${SESSION} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
    [SESSION, 'sts:AssumeRole', ROLE, undefined, undefined],
  ],
  [
    `  User:\n ${SESSION}\n is not authorized to perform:\n kms:Decrypt on resource: ${JOB},\n because no resource-based policy allows it`,
    [SESSION, 'kms:Decrypt', JOB, 'resource', false],
  ],
  [
    `User: ${SESSION} is not authorized to perform: kms:GenerateDataKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    [SESSION, 'kms:GenerateDataKey', undefined, 'resource', undefined],
  ],
  [
    `User: ${SESSION} is not authorized to perform: logs:PutLogEvents on resource: arn:aws:logs:eu-west-1:111122223333:log-group:/aws/sagemaker/x:log-stream: because no identity-based policy allows it`,
    [
      SESSION,
      'logs:PutLogEvents',
      'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/sagemaker/x:log-stream:',
      'identity',
      false,
    ],
  ],
  [
    `You are not authorized to perform this operation. User: ${SESSION} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111122223333:instance/* with an explicit deny in a service control policy. Encoded authorization failure message: XQ_jqde5rHje`,
    [SESSION, 'ec2:RunInstances', 'arn:aws:ec2:us-east-1:111122223333:instance/*', 'serviceControl', true],
  ],
  [
    `User: AIDAEXAMPLE is not authorized to perform: sagemaker:ListDomains on resource: *`,
    [undefined, 'sagemaker:ListDomains', '*', undefined, undefined],
  ],
  [
    `User: arn:aws:sts::111122223333:assumed-role/Launch/servicecatalog is not authorized to perform: iam:GetRole on resource: role SageMakerGithubWorkflow because no identity-based policy allows the iam:GetRole action`,
    [
      'arn:aws:sts::111122223333:assumed-role/Launch/servicecatalog',
      'iam:GetRole',
      'arn:aws:iam::111122223333:role/SageMakerGithubWorkflow',
      'identity',
      false,
    ],
  ],
  [
    `You don't have permission to sagemaker:ListDomains. To request access, copy the following text and send it to your AWS administrator. Learn more about troubleshooting access denied errors.\nUser: ${SESSION}\nService: sagemaker\nAction: ListDomains\nOn resource(s): *\nContext: no identity-based policy allows the sagemaker:ListDomains action`,
    [SESSION, 'sagemaker:ListDomains', '*', 'identity', false],
  ],
  [
    `User: ${SESSION}\r\nService: sagemaker\r\nAction: sagemaker:CreateApp\r\nOn resource(s): arn:aws:sagemaker:eu-west-1:111122223333:app/d-0123456789ab/ana/JupyterLab/default\r\nContext: an explicit deny in a service control policy`,
    [
      SESSION,
      'sagemaker:CreateApp',
      'arn:aws:sagemaker:eu-west-1:111122223333:app/d-0123456789ab/ana/JupyterLab/default',
      'serviceControl',
      true,
    ],
  ],
  [
    `SageMaker is unable to use your associated ExecutionRole [${ROLE}] to create app. Verify that your associated ExecutionRole has permission for 'sagemaker:CreateApp'.`,
    [ROLE, 'sagemaker:CreateApp', undefined, undefined, undefined],
  ],
  [
    'An Application AutoScaling scalable target exists for a variant being deleted, and the IAM identity used to invoke DeleteEndpoint does not have application-autoscaling:DeregisterScalableTarget permission to deregister the scalable target.',
    [undefined, 'application-autoscaling:DeregisterScalableTarget', undefined, undefined, undefined],
  ],
  [
    `Failure reason The role '${ROLE}' does not have BatchGetImage permission for the image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/tensorflow-inference:1.15.2-gpu'.`,
    [
      ROLE,
      'ecr:BatchGetImage',
      'arn:aws:ecr:us-east-1:763104351884:repository/tensorflow-inference',
      undefined,
      undefined,
    ],
  ],
  [
    `An error occurred (ValidationException) when calling the CreateTransformJob operation: Could not assume role ${ROLE}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
    ['sagemaker.amazonaws.com', 'sts:AssumeRole', ROLE, 'resource', undefined],
  ],
  [
    `Could not access model data at s3://ml-output/team-a/model.tar.gz. Please ensure that the role "${ROLE}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions.`,
    [ROLE, 's3:GetObject', 'arn:aws:s3:::ml-output/team-a/model.tar.gz', undefined, undefined],
  ],
  ...[
    'https://s3.eu-west-1.amazonaws.com/ml-output/team-a/model.tar.gz',
    'https://s3-eu-west-1.amazonaws.com/ml-output/team-a/model.tar.gz',
    'https://s3.amazonaws.com/ml-output/team-a/model.tar.gz',
    'https://ml-output.s3.eu-west-1.amazonaws.com/team-a/model.tar.gz',
    'https://ml-output.s3.amazonaws.com/team-a/model.tar.gz',
  ].map((address): readonly [string, Read] => [
    `Could not access model data at ${address}. Please ensure that the role "${ROLE}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in eu-west-1.`,
    [ROLE, 's3:GetObject', 'arn:aws:s3:::ml-output/team-a/model.tar.gz', undefined, undefined],
  ]),
  [
    `No S3 objects found under S3 URL "s3://ml-input/a" given in input data source. Please ensure that the bucket exists in the selected region (eu-west-1), that objects exist under that S3 prefix, and that the role "${ROLE}" has "s3:ListBucket" permissions on bucket "ml-input".`,
    [ROLE, 's3:ListBucket', 'arn:aws:s3:::ml-input', undefined, undefined],
  ],
  [
    'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    [undefined, 's3:GetObject', undefined, undefined, undefined],
  ],
  [
    'botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden',
    [undefined, 's3:GetObject', undefined, undefined, undefined],
  ],
  [
    'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    [undefined, 's3:ListBucket', undefined, undefined, undefined],
  ],
  [
    'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
    [undefined, 'ec2:CreateNetworkInterface', undefined, undefined, undefined],
  ],
  [
    'upload failed: ./model.tar.gz to s3://ml-output/team-a/model.tar.gz An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    [undefined, 's3:PutObject', 'arn:aws:s3:::ml-output/team-a/model.tar.gz', undefined, undefined],
  ],
  [
    'fatal error for s3://ml-input/team-a/: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    [undefined, 's3:ListBucket', 'arn:aws:s3:::ml-input', undefined, undefined],
  ],
  [
    'An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform sts:AssumeRoleWithSAML',
    [undefined, 'sts:AssumeRoleWithSAML', undefined, 'resource', undefined],
  ],
  [
    'An error occurred (UnauthorizedOperation) when calling the CreateNetworkInterface operation: You are not authorized to perform this operation. Encoded authorization failure message: qoYeuy5D',
    [undefined, 'ec2:CreateNetworkInterface', undefined, undefined, undefined],
  ],
  [
    `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: ${SESSION} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111122223333:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: qoYeuy5D`,
    [SESSION, 'ec2:RunInstances', 'arn:aws:ec2:us-east-1:111122223333:instance/*', 'identity', false],
  ],
  [
    `The caller does not have permission to perform ecr:DescribeImages on the resource with ARN arn:aws:ecr:eu-west-1:111122223333:repository/ml/train`,
    [
      undefined,
      'ecr:DescribeImages',
      'arn:aws:ecr:eu-west-1:111122223333:repository/ml/train',
      undefined,
      undefined,
    ],
  ],
  [
    `Resource handler returned message: "User: ${SESSION} is not authorized to perform: iam:PassRole on resource: ${ROLE} because no identity-based policy allows the iam:PassRole action (Service: Lambda, Status Code: 403, Request ID: 0)" (RequestToken: 1, HandlerErrorCode: AccessDenied)`,
    [SESSION, 'iam:PassRole', ROLE, 'identity', false],
  ],
  [
    'You do not have permission to perform the action: sagemaker:UpdateDomain.',
    [undefined, 'sagemaker:UpdateDomain', undefined, undefined, undefined],
  ],
];

describe('access denied messages', () => {
  it.each(messages)('%s', (message, expected) => {
    const reading = readRefusal(message);
    const { principal, action, resource, layer, explicit } = reading.ok
      ? reading.call
      : { principal: reading.why, action: '', resource: '', layer: '', explicit: '' };
    expect([principal, action, resource, layer, explicit]).toEqual(expected);
  });

  it.each([
    ['', 'empty'],
    ['Access Denied', 'noAction'],
    ['<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>', 'noAction'],
    ['An error occurred (AccessDenied) when calling the Frobnicate operation: Access Denied', 'noAction'],
    ['How do I bake bread', 'notRecognised'],
    [
      'You are not authorized to perform this operation. Encoded authorization failure message: abc',
      'encoded',
    ],
    [
      'An error occurred (AccessDeniedException) when calling the GetTable operation: Insufficient Lake Formation permission(s): Required Describe on features',
      'lakeFormation',
    ],
    [
      "An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID.",
      'modelAccess',
    ],
    ['docker push 111122223333.dkr.ecr.us-east-1.amazonaws.com/x:latest\ndenied: 403 Forbidden', 'noAction'],
    ['GET https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/: 403 Forbidden', 'noAction'],
    [
      'DELETE https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/x/manifests/1: 403 Forbidden',
      'noAction',
    ],
    ['no basic auth credentials', 'noAction'],
    [
      'Pull request 12, with 111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1, has no permission to merge',
      'noAction',
    ],
  ])('%j is %s', (message, why) => {
    expect(readRefusal(message)).toEqual({ ok: false, why });
    expect(whyUnread(message)).toBe(why);
  });

  it.each([
    [`User: ${SESSION} is not authorized to perform: iam:PassRole on resource: ${ROLE}`, undefined],
    [
      `An error occurred (AccessDeniedException) when calling the CreateProject operation: User: ${SESSION} is not authorized to perform: iam:PassRole on resource: ${ROLE}`,
      'CreateProject',
    ],
    [
      `operation error SageMaker: CreateEndpoint, https response error StatusCode: 400, api error AccessDeniedException: User: ${SESSION} is not authorized to perform: sagemaker:AddTags on resource: ${JOB}`,
      'CreateEndpoint',
    ],
    [
      `User: ${SESSION} is not authorized to perform: iam:PassRole on resource: ${ROLE} (Service: Lambda, Status Code: 403, Request ID: 0)`,
      'CreateFunction',
    ],
  ])('knows the call of the API: %s', (message, operation) => {
    const reading = readRefusal(message);
    expect(reading.ok && reading.call.operation).toBe(operation);
  });

  it.each([
    [
      'service control policy',
      'arn:aws:organizations::987654321098:policy/o-qv5af4abcd/service_control_policy/p-2kgnabcd',
      '',
    ],
    [
      'identity-based policy',
      'arn:aws:iam::111122223333:policy/ExampleDenyPolicy',
      '. Go to https://us-east-1.console.aws.amazon.com/iam/home',
    ],
    ['permissions boundary', 'arn:aws:iam::111122223333:policy/team/Boundary', '.'],
  ])('reads the ARN of the %s that AWS names', (layer, arn, rest) => {
    const reading = readRefusal(
      `User: ${SESSION} is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::111122223333:role/* with an explicit deny in a ${layer}: ${arn}${rest}`,
    );
    expect(reading.ok && [reading.call.policy, reading.call.explicit]).toEqual([arn, true]);
  });

  it.each([
    'MetaException(message:Insufficient Lake Formation permission(s): Required Create Database on Catalog (Service: AmazonDataCatalog; Status Code: 400; Error Code: AccessDeniedException))',
    'error:Insufficient Lake Formation permission(s): Required Select on t',
  ])('a label in front of a text is no service: %s', (message) => {
    expect(readRefusals(message)).toEqual([]);
    expect(whyUnread(message)).toBe('lakeFormation');
  });

  it.each([
    'CannotPullContainerError: Error response from daemon: pull access denied for 111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train, repository does not exist or may require ‘docker login’: denied: requested access to the resource is denied',
    'CannotPullContainerError: failed to resolve reference "111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1": unexpected status from HEAD request to https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/ml/train/manifests/v1: 403 Forbidden',
    'unexpected status code https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/ml/train/manifests/v1: 403 Forbidden',
    'Failed to pull image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1": unexpected status code: 403 Forbidden',
  ])('an image that a registry refuses is one action on its repository: %s', (message) => {
    expect(readRefusals(message).map(({ call: { action, resource } }) => [action, resource])).toEqual([
      ['ecr:BatchGetImage', 'arn:aws:ecr:eu-west-1:111122223333:repository/ml/train'],
    ]);
  });

  it.each([
    ['HEAD', 'manifests/v1', 'BatchGetImage'],
    ['GET', 'manifests/v1', 'BatchGetImage'],
    ['PUT', 'manifests/v1', 'PutImage'],
    ['HEAD', 'blobs/sha256:0a1b', 'BatchCheckLayerAvailability'],
    ['Get', 'blobs/sha256:0a1b', 'GetDownloadUrlForLayer'],
    ['POST', 'blobs/uploads/', 'InitiateLayerUpload'],
    ['PATCH', 'blobs/uploads/1-2', 'UploadLayerPart'],
    ['PUT', 'blobs/uploads/1-2?digest=sha256:0a1b', 'CompleteLayerUpload'],
    ['GET', 'tags/list', 'ListImages'],
  ])('%s of %s that a registry refuses is %s on the repository', (method, path, name) => {
    const registry = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
    for (const message of [
      `unexpected status from ${method} request to https://${registry}/v2/ml/train/${path}: 403 Forbidden`,
      `${method} https://${registry}/v2/ml/train/${path}: unexpected status code 403 Forbidden`,
      `failed to copy "${registry}/ml/train:v1": "${method} "https://${registry}/v2/ml/train/${path}": response status code 403: denied`,
    ])
      expect(readRefusals(message).map(({ call: { action, resource } }) => [action, resource])).toEqual([
        [`ecr:${name}`, 'arn:aws:ecr:eu-west-1:111122223333:repository/ml/train'],
      ]);
  });

  it.each<[message: string, action: string, resource: string, principal?: string]>([
    [
      'failed to copy: httpReadSeeker: failed open: unexpected status code https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/ml/train/blobs/sha256:0a1b: 403',
      'ecr:GetDownloadUrlForLayer',
      'arn:aws:ecr:eu-west-1:111122223333:repository/ml/train',
    ],
    [
      'error pulling image configuration: error parsing HTTP 403 response body: https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/ml/train/blobs/sha256:0a1b',
      'ecr:GetDownloadUrlForLayer',
      'arn:aws:ecr:eu-west-1:111122223333:repository/ml/train',
    ],
    [
      'java.nio.file.AccessDeniedException: s3a://ml-b/a/x: getFileStatus on s3a://ml-b/a/x: com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden; Request ID: X)',
      's3:GetObject',
      'arn:aws:s3:::ml-b/a/x',
    ],
    ['getFileStatus on s3a://ml-b: 403 Forbidden', 's3:ListBucket', 'arn:aws:s3:::ml-b'],
    [
      'java.nio.file.AccessDeniedException: s3a://ml-b/a: getFileStatus on s3a://ml-b/a: com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
      's3:ListBucket',
      'arn:aws:s3:::ml-b',
    ],
    [
      'java.nio.file.AccessDeniedException: s3a://ml-b/a: open s3a://ml-b/a at 0 on s3a://ml-b/a: software.amazon.awssdk.services.s3.model.S3Exception: Access Denied (Service: S3, Status Code: 403)',
      's3:GetObject',
      'arn:aws:s3:::ml-b/a',
    ],
    ['delete on s3a://ml-b/a: Access Denied', 's3:DeleteObject', 'arn:aws:s3:::ml-b/a'],
    [
      "(service app) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/task' that was provided for this task. Please verify that the role being passed has the proper trust relationship).",
      'sts:AssumeRole',
      'arn:aws:iam::111122223333:role/task',
      'ecs-tasks.amazonaws.com',
    ],
    [
      'ECS was unable to assume the role arn:aws:iam::111122223333:role/lb that was provided for this service.',
      'sts:AssumeRole',
      'arn:aws:iam::111122223333:role/lb',
      'ecs.amazonaws.com',
    ],
    [
      'Unable to assume role arn:aws:iam::111122223333:role/other.',
      'sts:AssumeRole',
      'arn:aws:iam::111122223333:role/other',
    ],
  ])('reads what Hadoop, Amazon ECS, and containerd say: %s', (message, action, resource, principal) => {
    expect(readRefusals(message).map(({ call }) => [call.action, call.resource, call.principal])).toEqual([
      [action, resource, principal],
    ]);
  });

  it.each(['│ ', '> ', '> > ', '>> ', '  | ', '┃ '])('a message with %s in front of each line', (mark) => {
    const lines = [
      'Error: operation error S3: CreateBucket, api error AccessDenied: User:',
      'arn:aws:iam::111122223333:user/tf is not authorized to perform: s3:CreateBucket',
      'on resource: "arn:aws:s3:::ml-b" with an explicit deny in a service',
      'control policy',
    ];
    const [found] = readRefusals(lines.map((line) => `${mark}${line}`).join('\n'));
    expect(found).toEqual(readRefusals(lines.join(' '))[0]);
    expect(found?.resources).toEqual(['arn:aws:s3:::ml-b']);
    expect(found?.call).toMatchObject({ layer: 'serviceControl', explicit: true });
  });

  it.each([
    ['\\u0022', '\\u0022'],
    ['\\\\u0022', '\\\\u0022'],
    ['**', '**'],
    ['“', '”'],
    ['&quot;', '&quot;'],
  ])('a resource between %s and %s', (before, behind) => {
    const on = (resource: string) =>
      readRefusals(
        `User: arn:aws:iam::111122223333:user/j is not authorized to perform: s3:GetObject on resource: ${before}${resource}${behind} because no session policy allows the s3:GetObject action`,
      )[0];
    for (const resource of ['arn:aws:s3:::ml-b/k', 'arn:aws:s3:::ml-b/*'])
      expect(on(resource)?.resources).toEqual([resource]);
    expect(on('arn:aws:s3:::ml-b/k')?.call.layer).toBe('session');
  });

  it.each([
    ['ECS was unable to assume the role', 'resource'],
    ['Unable to assume role', undefined],
  ])('%s: the trust policy, or not known', (words, layer) => {
    const [found] = readRefusals(`${words} arn:aws:iam::111122223333:role/r`);
    expect(found?.call.layer).toBe(layer);
  });

  it.each([
    'Failed to pull image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1": rpc error: code = Unknown desc = Error response from daemon: Get https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/ml/train/manifests/v1: no basic auth credentials',
    'failed to pull and unpack image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1": failed to resolve reference "111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1": pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
    'unauthorized: authentication required for 111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1',
    'Failed to pull image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1": failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
    'The push refers to repository [111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train] 374b29f6eb29: Preparing no basic auth credentials',
  ])('without credentials of a registry, its token is what is missing: %s', (message) => {
    expect(readRefusals(message).map(({ call: { action, resource } }) => [action, resource])).toEqual([
      ['ecr:GetAuthorizationToken', '*'],
    ]);
  });

  it.each([
    ['', undefined],
    [' Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/train:v1', 'ml/train'],
    [
      ' ClientError: Cannot pull algorithm container 111122223333.dkr.ecr.eu-west-1.amazonaws.com/b:1. Access denied',
      'b',
    ],
  ])('a container of a job that cannot be pulled, with its image if it is said: %j', (more, repository) => {
    const said =
      'ClientError: Cannot pull algorithm container. Either the image does not exist or its permissions are incorrect.';
    const [found] = readRefusals(`${said}${more}`);
    const resource = repository && `arn:aws:ecr:eu-west-1:111122223333:repository/${repository}`;
    expect([found?.call.action, found?.call.resource]).toEqual(['ecr:BatchGetImage', resource]);
  });

  it('reads hostile text in no time', () => {
    expect(readRefusal(`User: ${' is not authorized to perform'.repeat(50_000)}`).ok).toBe(false);
    expect(readRefusals('open on s3a://bb/'.repeat(30_000))).toEqual([]);
    expect(readRefusals('unable to assume role '.repeat(30_000))).toEqual([]);
    readRefusals(`User: ${'x'.repeat(5000)} `.repeat(300) + 'role "'.repeat(20_000));
  });
});

describe('a decoded message', () => {
  const inner = {
    allowed: false,
    explicitDeny: false,
    context: {
      principal: { id: 'AROAX:job-1', arn: SESSION },
      action: 'ec2:CreateNetworkInterface',
      resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaa1111bbb2222cc',
    },
  };
  it.each([
    ['as STS prints it', JSON.stringify({ DecodedMessage: JSON.stringify(inner) }, null, 2)],
    ['without what is around it', JSON.stringify(inner)],
  ])('%s is read', (_, text) => {
    const reading = readRefusal(text);
    expect(reading.ok && [reading.call.principal, reading.call.action, reading.call.resource]).toEqual([
      SESSION,
      inner.context.action,
      inner.context.resource,
    ]);
    expect(readRefusals(text)).toHaveLength(1);
  });
});

describe('a message that no service words so', () => {
  const train = 'arn:aws:iam::111122223333:role/Train';
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  it.each<[string, readonly (readonly [string | undefined, string, string | undefined])[]]>([
    [
      `ClientError: Please check the role ${train} has s3:ListBucket permission for s3://bucket/prefix/`,
      [[train, 's3:ListBucket', 'arn:aws:s3:::bucket']],
    ],
    [`The execution role ${train} cannot call kms:Decrypt.`, [[train, 'kms:Decrypt', undefined]]],
    [`Access denied when calling kms:GenerateDataKey with ${key}`, [[undefined, 'kms:GenerateDataKey', key]]],
    [
      `Utilisateur : ${SESSION} n’est pas autorisé : sagemaker:ListDomains`,
      [[SESSION, 'sagemaker:ListDomains', undefined]],
    ],
    [
      `Your role lacks permissions: s3:GetObject, kms:Decrypt (${key}). Ask your administrator.`,
      [
        [undefined, 's3:GetObject', undefined],
        [undefined, 'kms:Decrypt', key],
      ],
    ],
    [
      `Cannot pull image '763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-training:2.1': access denied`,
      [[undefined, 'ecr:BatchGetImage', 'arn:aws:ecr:eu-west-1:763104351884:repository/pytorch-training']],
    ],
    [`s3:GetObject is forbidden. s3:GetObject is forbidden.`, [[undefined, 's3:GetObject', undefined]]],
    ['Use s3:GetObject to read objects.', []],
    ['com.example:AccessDenied error:AccessDeniedException denied', []],
    [JSON.stringify({ Effect: 'Deny', Action: 's3:GetObject', Note: 'permission denied' }), []],
  ])('%s', (text, expected) => {
    expect(
      readRefusals(text).map(({ call: { principal, action, resource } }) => [principal, action, resource]),
    ).toEqual(expected);
  });
});

describe('a log', () => {
  const refused = (session: string, action: string, resource: string) =>
    `2026-11-29T10:00:00Z [ERROR] An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::111122223333:assumed-role/Trainer/${session} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`;
  const log = [
    'starting',
    refused('a', 's3:PutObject', 'arn:aws:s3:::b/1'),
    refused('b', 'sagemaker:AddTags', JOB),
    'Traceback (most recent call last):',
    refused('c', 's3:PutObject', 'arn:aws:s3:::b/2'),
    refused('d', 's3:PutObject', 'arn:aws:s3:::b/1'),
  ].join('\n');

  it('is grouped by caller, action, and policy, the most frequent first', () => {
    expect(readRefusals(log).map(({ call, resources, count }) => [call.action, resources, count])).toEqual([
      ['s3:PutObject', ['arn:aws:s3:::b/1', 'arn:aws:s3:::b/2'], 3],
      ['sagemaker:AddTags', [JOB], 1],
    ]);
  });

  it('is recognized by its messages alone, from which the same is read', () => {
    const texts = refusalTexts(log);
    expect(texts).toHaveLength(4);
    expect(texts.join('\n')).not.toContain('starting');
    expect(readRefusals(texts.join('\n'))).toEqual(readRefusals(log));
  });

  it('of two thousand messages is read as one', () => {
    const long = Array.from({ length: 2000 }, (_, n) =>
      refused(`s${n}`, 's3:PutObject', `arn:aws:s3:::b/${n % 40}`),
    );
    const [group] = readRefusals(long.join('\n'));
    expect(group?.resources).toHaveLength(40);
  });
});

describe('a resource that is no ARN', () => {
  const place = { partition: 'aws', region: 'eu-west-1', account: '111122223333' };
  it.each([
    ['role service-role/X', 'arn:aws:iam::111122223333:role/service-role/X'],
    ['instance profile P', 'arn:aws:iam::111122223333:instance-profile/P'],
    ['policy arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ['s3://ml-input/team-a/', 'arn:aws:s3:::ml-input/team-a'],
    ['aoss:collection/abc123', 'arn:aws:aoss:eu-west-1:111122223333:collection/abc123'],
    [
      '763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch:2',
      'arn:aws:ecr:eu-west-1:763104351884:repository/pytorch',
    ],
    ['https://b-1.s3.amazonaws.com/my%20file.csv', 'arn:aws:s3:::b-1/my file.csv'],
    ['https://b-1.s3.eu-west-1.amazonaws.com/a/k.tar.gz?versionId=abc', 'arn:aws:s3:::b-1/a/k.tar.gz'],
    ['https://s3.amazonaws.com/b-1/k?X-Amz-Expires=60&X-Amz-Date=1#top', 'arn:aws:s3:::b-1/k'],
    ['https://s3.amazonaws.com/b-1/k%C3%A9%2B1', 'arn:aws:s3:::b-1/ké+1'],
    ['https://s3.amazonaws.com/b-1/a*b', undefined],
    ['https://s3.amazonaws.com/b-1/a%3Fb', undefined],
    ['https://s3.amazonaws.com/b-1/a%b', undefined],
    ['https://b-1.s3.amazonaws.com/', 'arn:aws:s3:::b-1'],
    ['*', '*'],
    ['my-endpoint', undefined],
    ['', undefined],
  ])('%j is %s', (text, expected) => {
    expect(completeResource(text, place)).toBe(expected);
  });

  it('stays open where the account or the Region is not known', () => {
    expect(completeResource('role X', { partition: 'aws' })).toBeUndefined();
    expect(
      completeResource('aoss:collection/a', { partition: 'aws', account: '111122223333' }),
    ).toBeUndefined();
  });

  it('is kept as it is written', () => {
    const reading = readRefusal(
      `User: ${SESSION} is not authorized to perform: aoss:APIAccessAll on resource: aoss:collection/abc because no identity-based policy allows it`,
    );
    expect(reading.ok && [reading.call.resource, reading.call.named]).toEqual([
      undefined,
      'aoss:collection/abc',
    ]);
  });

  it.each([
    [
      '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b@sha256:0f',
      'arn:aws-cn:ecr:cn-north-1:111122223333:repository/a/b',
    ],
    [
      '111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a',
      'arn:aws-us-gov:ecr:us-gov-west-1:111122223333:repository/a',
    ],
    [
      '111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu/a',
      'arn:aws-eusc:ecr:eusc-de-east-1:111122223333:repository/a',
    ],
  ])('%s is %s', (address, arn) => {
    expect(imageRepository(address)).toBe(arn);
  });
});

import {
  type EscalationPath,
  free,
  iam,
  limited,
  NAME_ROLES,
  named,
  ownerTags,
  passRole,
  runsAs,
  UNMEANT_NAME,
} from './escalationPath.ts';

/**
 * In China the principal of EC2 has a suffix: https://github.com/kubernetes/kops/issues/27. Who attaches a role needs this permission:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/permission-to-pass-iam-roles.html
 */
const toEc2 = passRole(['ec2.amazonaws.com'], ['arn:*:ec2:*:*:*'], ['ec2.amazonaws.com.cn']);

/** Services other than SageMaker that run code with a role. */
export const elsewhere: readonly EscalationPath[] = [
  {
    id: 'passRoleToLambda',
    needs: [passRole(['lambda.amazonaws.com'], ['arn:*:lambda:*:*:*'])],
    oneOf: [free('lambda:CreateFunction', `arn:*:lambda:*:*:function:${UNMEANT_NAME}`)],
    gain: runsAs('in a Lambda function'),
    advice: NAME_ROLES,
  },
  {
    id: 'passRoleToEc2',
    needs: [toEc2],
    oneOf: [
      free('ec2:RunInstances', `arn:*:ec2:*:*:instance/${UNMEANT_NAME}`, [
        {
          key: 'ec2:InstanceProfile',
          open: iam('instance-profile'),
          why: 'Instances can start only with the named instance profiles.',
        },
      ]),
    ],
    gain: runsAs('on an EC2 instance'),
    advice: NAME_ROLES,
  },
  {
    id: 'changeInstanceRole',
    needs: [toEc2],
    // Naming the instances limits nothing: one that the holder can sign in to is enough.
    oneOf: ['AssociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation'].map((action) =>
      free(`ec2:${action}`, `arn:*:ec2:*:*:instance/${UNMEANT_NAME}`, [
        {
          key: 'ec2:NewInstanceProfile',
          open: iam('instance-profile'),
          why: 'Instances can be given only the named instance profiles.',
        },
      ]),
    ),
    gain: 'give an EC2 instance any role that trusts EC2',
    advice: NAME_ROLES,
  },
  {
    id: 'passRoleToGlue',
    needs: [passRole(['glue.amazonaws.com'], ['arn:*:glue:*:*:*'])],
    oneOf: [free('glue:CreateJob', `arn:*:glue:*:*:job/${UNMEANT_NAME}`)],
    gain: runsAs('in a Glue job'),
    advice: NAME_ROLES,
  },
  {
    id: 'passRoleToCodeBuild',
    needs: [
      passRole(['codebuild.amazonaws.com'], ['arn:*:codebuild:*:*:*']),
      free('codebuild:StartBuild', `arn:*:codebuild:*:*:project/${UNMEANT_NAME}`),
    ],
    oneOf: [
      free('codebuild:CreateProject', `arn:*:codebuild:*:*:project/${UNMEANT_NAME}`, [
        {
          key: 'codebuild:serviceRole',
          open: iam('role'),
          why: 'Projects can be created only with the named roles.',
        },
      ]),
    ],
    gain: runsAs('in a CodeBuild project'),
    advice: NAME_ROLES,
  },
  {
    id: 'passRoleToCloudFormation',
    needs: [passRole(['cloudformation.amazonaws.com'], ['arn:*:cloudformation:*:*:*'])],
    oneOf: [
      free('cloudformation:CreateStack', `arn:*:cloudformation:*:*:stack/${UNMEANT_NAME}`, [
        { key: 'cloudformation:RoleArn', open: iam('role'), why: 'Stacks can use only the named roles.' },
        {
          key: 'cloudformation:TemplateUrl',
          open: [`https://${UNMEANT_NAME}.s3.amazonaws.com/${UNMEANT_NAME}`],
          why: 'Stacks can use only the named templates.',
        },
      ]),
    ],
    gain: 'create any resource with the permissions of any role that trusts CloudFormation',
    advice: NAME_ROLES,
  },
];

export const ofFunctions: EscalationPath = {
  id: 'rewriteFunction',
  needs: [
    named('lambda:UpdateFunctionCode', [`arn:*:lambda:*:*:function:${UNMEANT_NAME}`], ownerTags.slice(0, 1)),
  ],
  gain: 'change the code of any Lambda function, which runs as its role',
  advice: limited('list the functions in Resource', 'lambda:UpdateFunctionCode'),
};

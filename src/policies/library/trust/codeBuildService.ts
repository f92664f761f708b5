import { type TrustForm, trustSources } from './trust.ts';

export const codeBuildService: TrustForm = {
  id: 'codeBuildService',
  title: 'CodeBuild',
  summary: 'CodeBuild assumes the role to build images.',
  options: [
    {
      id: 'confusedDeputy',
      label: 'Restrict to build projects in this account',
      help: 'Prevents CodeBuild from using the role on behalf of another account (the confused deputy problem).',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds aws:SourceAccount, and aws:SourceArn for projects named sagemaker-studio….',
        },
        { value: 'off', label: 'No', help: 'As in the README of the Studio Image Build CLI.' },
      ],
      default: 'on',
    },
  ],
  statements: [
    {
      Sid: 'AllowCodeBuildAssumeRole',
      Effect: 'Allow',
      Principal: { Service: ['codebuild.amazonaws.com'] },
      Action: ['sts:AssumeRole'],
      Condition: {
        StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
        ArnLike: {
          'aws:SourceArn': ['arn:<PARTITION>:codebuild:<REGION>:<ACCOUNT_ID>:project/sagemaker-studio*'],
        },
      },
      when: { confusedDeputy: 'on' },
    },
    {
      Sid: 'AllowCodeBuildAssumeRoleNoSourceAccount',
      Effect: 'Allow',
      Principal: { Service: ['codebuild.amazonaws.com'] },
      Action: ['sts:AssumeRole'],
      when: { confusedDeputy: 'off' },
    },
  ],
  notes: [
    {
      text: 'The Studio Image Build CLI creates a project named sagemaker-studio… and builds with the role that you specify.',
      source: 'https://github.com/aws-samples/sagemaker-studio-image-build-cli',
    },
    {
      text: 'The CodeBuild documentation on service roles recommends both keys to prevent the confused deputy problem.',
      source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
    },
    {
      text: 'The service principal isn’t confirmed for the China Regions. Check it before you use it there.',
      source: trustSources.principal,
    },
  ],
};

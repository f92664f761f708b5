import { type TrustForm, trustSources } from './trust.ts';

export const codeBuildService: TrustForm = {
  id: 'codeBuildService',
  title: 'CodeBuild',
  summary: 'CodeBuild takes the role to build an image with it.',
  options: [
    {
      id: 'confusedDeputy',
      label: 'Only for build projects of this account',
      help: 'Keeps CodeBuild from using the role on behalf of another account (the confused deputy).',
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
      Sid: 'CodeBuildTakesRole',
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
      Sid: 'CodeBuildTakesRoleForAnyAccount',
      Effect: 'Allow',
      Principal: { Service: ['codebuild.amazonaws.com'] },
      Action: ['sts:AssumeRole'],
      when: { confusedDeputy: 'off' },
    },
  ],
  notes: [
    {
      text: 'The Studio Image Build CLI creates a project named sagemaker-studio… and builds with the role that it is given.',
      source: 'https://github.com/aws-samples/sagemaker-studio-image-build-cli',
    },
    {
      text: 'CodeBuild’s page on service roles recommends both keys against the confused deputy.',
      source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
    },
    {
      text: 'The service principal was not confirmed for the China Regions; check it there before you rely on it.',
      source: trustSources.principal,
    },
  ],
};

import type { ActivityReasons } from '../activityReasons.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/remote-access-remote-setup.html';

export const remoteIdeReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['RemoteSession', 'RemoteSessionOfProfile'],
      text: 'Limited to spaces of the specified domain that belong to the caller. The sample for the AWS Toolkit covers every space. StringEquals instead of ArnLike because the value of a tag is a string, not an ARN.',
      source: page,
    },
  ],
  companions: [
    {
      statements: ['RemoteSpaces'],
      text: 'The AWS Toolkit shows spaces and their apps before it connects.',
      source: page,
    },
    { statements: ['RemoteList'], text: 'The AWS Toolkit lists spaces and apps.', source: page },
  ],
  notes: [
    {
      text: 'The AWS Toolkit also starts and stops the app of a space and turns remote access on, which is part of “Run Studio applications”.',
      source: page,
    },
    {
      text: 'Sessions use IAM credentials and can stay open for up to 12 hours after a sign-out from IAM Identity Center. To prevent them, use the guardrail “Deny remote access to Studio spaces”.',
      source: page,
    },
  ],
};

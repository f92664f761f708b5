import { type AccessTest, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const uses = { activity: 'usePartnerApps' };
const manages = { activity: 'managePartnerApps' };
const app = sageMaker('partner-app/<PARTNER_APP_ID>');
const otherApp = sageMaker('partner-app/app-ZZZZZZZZZZZZ');
const role = '<PARTNER_APP_ROLE_ARN>';
const open = 'sagemaker:CreatePartnerAppPresignedUrl';
const call = 'sagemaker:CallPartnerAppApi';
const use = (value: string) => ({ ...uses, when: { use: value } });

/** Of those who open Partner AI Apps. */
export const usesPartnerApps: readonly AccessTest[] = [
  ...mustAllow([
    ['partner-apps', 'lists the Partner AI Apps', 'sagemaker:ListPartnerApps', '*', {}, uses],
    ['partner-app', 'views a Partner AI App', 'sagemaker:DescribePartnerApp', app, {}, uses],
    ['partner-app-open', 'opens a Partner AI App', open, app, {}, use('both')],
    ['partner-app-call', 'calls the API of a Partner AI App', call, app, {}, use('both')],
  ]),
  ...mustDeny([
    ['partner-app-other', 'opens another Partner AI App', open, otherApp, {}, uses],
    ['partner-app-other-call', 'calls the API of another Partner AI App', call, otherApp, {}, uses],
    ['partner-app-change', 'changes a Partner AI App', 'sagemaker:UpdatePartnerApp', app, {}, uses],
    ['partner-app-delete', 'deletes a Partner AI App', 'sagemaker:DeletePartnerApp', app, {}, uses],
    ['partner-app-only-api', 'opens a Partner AI App', open, app, {}, use('api')],
    ['partner-app-only-pages', 'calls the API of a Partner AI App', call, app, {}, use('open')],
  ]),
];

/** Of those who administer them. */
export const managesPartnerApps: readonly AccessTest[] = [
  ...mustAllow([
    ['partner-new', 'creates a Partner AI App', 'sagemaker:CreatePartnerApp', otherApp, {}, manages],
    ['partner-change', 'changes a Partner AI App', 'sagemaker:UpdatePartnerApp', app, {}, manages],
    ['partner-delete', 'deletes a Partner AI App', 'sagemaker:DeletePartnerApp', app, {}, manages],
    [
      'partner-pass',
      'passes the role of a Partner AI App',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
      manages,
    ],
  ]),
  ...mustDeny([
    ['partner-other', 'changes another Partner AI App', 'sagemaker:UpdatePartnerApp', otherApp, {}, manages],
    [
      'partner-other-delete',
      'deletes another Partner AI App',
      'sagemaker:DeletePartnerApp',
      otherApp,
      {},
      manages,
    ],
    ['partner-open', 'opens a Partner AI App', open, app, {}, manages],
    ['partner-call', 'calls the API of a Partner AI App', call, app, {}, manages],
    ['partner-retag', 'changes the tags of a Partner AI App', 'sagemaker:AddTags', app, {}, manages],
    [
      'partner-pass-other',
      'passes the role of a Partner AI App to EC2',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
      manages,
    ],
  ]),
];

import { type AccessTest, arn, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

/** Of what several personas can have in Studio: its apps, image builds, and sessions of a local IDE. */

const apps = { activity: 'runStudioApps' };
const domain = '<STUDIO_DOMAIN_ID>';
const otherDomain = 'd-other0000000';
const app = (of: string) => sageMaker(`app/${of}/ana/JupyterLab/default`);
const space = (of: string) => sageMaker(`space/${of}/ana-private`);
const profile = (name: string) => sageMaker(`user-profile/${domain}/${name}`);

export const runsStudioApps: readonly AccessTest[] = [
  ...mustAllow([
    ['studio-app', 'views an app', 'sagemaker:DescribeApp', app(domain), {}, apps],
    [
      'studio-domain',
      'views the domain',
      'sagemaker:DescribeDomain',
      sageMaker(`domain/${domain}`),
      {},
      apps,
    ],
    ['studio-apps', 'lists apps', 'sagemaker:ListApps', '*', {}, apps],
    [
      'studio-image',
      'views the configuration of an image',
      'sagemaker:DescribeAppImageConfig',
      sageMaker('app-image-config/<NAME_PREFIX>1'),
      {},
      apps,
    ],
  ]),
  ...mustDeny([
    [
      'studio-other-app',
      'deletes an app in another domain',
      'sagemaker:DeleteApp',
      app(otherDomain),
      {},
      apps,
    ],
    [
      'studio-other-space',
      'deletes a space in another domain',
      'sagemaker:DeleteSpace',
      space(otherDomain),
      {},
      apps,
    ],
    [
      'studio-other-image',
      'changes the configuration of another team’s image',
      'sagemaker:UpdateAppImageConfig',
      sageMaker('app-image-config/zz-another-team'),
      {},
      apps,
    ],
    ['studio-retag', 'changes the tags of a space', 'sagemaker:AddTags', space(domain), {}, apps],
  ]),
];

const builds = { activity: 'buildImagesFromStudio' };
const project = (name: string) => arn('codebuild', `project/${name}`);
const buildRole = '<IMAGE_BUILD_ROLE_ARN>';
const to = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });

export const buildsFromStudio: readonly AccessTest[] = [
  ...mustAllow([
    [
      'studio-build',
      'starts an image build',
      'codebuild:StartBuild',
      project('sagemaker-studio-1'),
      {},
      builds,
    ],
    [
      'studio-build-repository',
      'creates a repository for the image',
      'ecr:CreateRepository',
      arn('ecr', 'repository/sagemaker-studio-1'),
      {},
      builds,
    ],
    [
      'studio-build-log',
      'reads the log of the build',
      'logs:GetLogEvents',
      arn('logs', 'log-group:/aws/codebuild/sagemaker-studio-1:log-stream:1'),
      {},
      builds,
    ],
    ['studio-build-pass', 'passes the image build role', 'iam:PassRole', buildRole, to('codebuild'), builds],
  ]),
  ...mustDeny([
    [
      'studio-build-other',
      'starts a build of another team',
      'codebuild:StartBuild',
      project('zz-another-team'),
      {},
      builds,
    ],
    [
      'studio-build-other-repository',
      'creates another repository',
      'ecr:CreateRepository',
      arn('ecr', 'repository/zz-another-team'),
      {},
      builds,
    ],
    [
      'studio-build-other-log',
      'reads the log of another build',
      'logs:GetLogEvents',
      arn('logs', 'log-group:/aws/codebuild/payments:log-stream:1'),
      {},
      builds,
    ],
    [
      'studio-build-other-service',
      'passes the image build role to Lambda',
      'iam:PassRole',
      buildRole,
      to('lambda'),
      builds,
    ],
  ]),
];

const remote = { activity: 'remoteIde' };
const byTag = { ...remote, when: { by: 'ownerTag' } };
const byProfile = { ...remote, when: { by: 'profile' } };
const session = 'sagemaker:StartSession';
const ownedBy = (owner: string) => ({
  'sagemaker:ResourceTag/<OWNER_TAG_KEY>': owner,
  'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana',
});
const ofProfile = (owner: string) => ({
  'sagemaker:ResourceTag/sagemaker:user-profile-arn': profile(owner),
  'sagemaker:UserProfileName': 'ana',
});

export const connectsLocalIde: readonly AccessTest[] = [
  ...mustAllow([
    ['remote', 'connects a local IDE to their own space', session, space(domain), ownedBy('ana'), byTag],
    [
      'remote-profile',
      'connects a local IDE to the space of their user profile',
      session,
      space(domain),
      ofProfile('ana'),
      byProfile,
    ],
    ['remote-space', 'views a space', 'sagemaker:DescribeSpace', space(domain), {}, byTag],
    ['remote-spaces', 'lists spaces', 'sagemaker:ListSpaces', '*', {}, byTag],
  ]),
  ...mustDeny([
    [
      'other-remote',
      'connects a local IDE to a colleague’s space',
      session,
      space(domain),
      ownedBy('ben'),
      remote,
    ],
    [
      'remote-other-profile',
      'connects a local IDE to a space of a colleague’s profile',
      session,
      space(domain),
      ofProfile('ben'),
      remote,
    ],
    [
      'remote-untagged',
      'connects a local IDE to a space without an owner',
      session,
      space(domain),
      {},
      remote,
    ],
    [
      'remote-other-domain',
      'connects a local IDE to a space in another domain',
      session,
      space(otherDomain),
      { ...ownedBy('ana'), ...ofProfile('ana') },
      remote,
    ],
    [
      'remote-retag',
      'takes over a space by its owner tag',
      'sagemaker:AddTags',
      space(domain),
      { 'aws:TagKeys': ['<OWNER_TAG_KEY>'] },
      remote,
    ],
  ]),
];

import { describe, expect, it } from 'vitest';
import { readImport } from '../readImport.ts';
import { readYaml } from '../yaml.ts';

const read = (text: string) => readImport(text, { yaml: readYaml });

const document =
  '{Version: "2012-10-17", Statement: [{Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "*"}]}';

const template = (type: string, properties: string) =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties:\n      ${properties}\n`;

it.each<[type: string, property: string, kind: string]>([
  ['AWS::IAM::RolePolicy', 'PolicyDocument', 'identity'],
  ['AWS::IAM::UserPolicy', 'PolicyDocument', 'identity'],
  ['AWS::IAM::GroupPolicy', 'PolicyDocument', 'identity'],
  ['AWS::S3::AccessPoint', 'Policy', 'resource'],
  ['AWS::S3Express::BucketPolicy', 'PolicyDocument', 'resource'],
  ['AWS::SNS::TopicInlinePolicy', 'PolicyDocument', 'resource'],
  ['AWS::SQS::QueueInlinePolicy', 'PolicyDocument', 'resource'],
  ['AWS::ECR::RegistryPolicy', 'PolicyText', 'resource'],
  ['AWS::ECR::Repository', 'RepositoryPolicyText', 'resource'],
  ['AWS::ECR::PublicRepository', 'RepositoryPolicyText', 'resource'],
  ['AWS::KMS::ReplicaKey', 'KeyPolicy', 'resource'],
  ['AWS::VpcLattice::AuthPolicy', 'Policy', 'resource'],
  ['AWS::VpcLattice::ResourcePolicy', 'Policy', 'resource'],
  ['AWS::Backup::BackupVault', 'AccessPolicy', 'resource'],
  ['AWS::Organizations::ResourcePolicy', 'Content', 'resource'],
  ['AWS::SSO::PermissionSet', 'InlinePolicy', 'identity'],
  ['AWS::Glue::ResourcePolicy', 'PolicyInJson', 'resource'],
  ['AWS::OpenSearchService::Domain', 'AccessPolicies', 'resource'],
  ['AWS::Elasticsearch::Domain', 'AccessPolicies', 'resource'],
  ['AWS::ApiGateway::RestApi', 'Policy', 'resource'],
  ['AWS::EFS::FileSystem', 'FileSystemPolicy', 'resource'],
  ['AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument', 'resource'],
  ['AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument', 'resource'],
  ['AWS::Kinesis::ResourcePolicy', 'ResourcePolicy', 'resource'],
  ['AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupPolicy', 'resource'],
  ['AWS::S3::MultiRegionAccessPointPolicy', 'Policy', 'resource'],
  ['AWS::S3ObjectLambda::AccessPointPolicy', 'PolicyDocument', 'resource'],
  ['AWS::S3Outposts::BucketPolicy', 'PolicyDocument', 'resource'],
  ['AWS::S3Tables::TableBucketPolicy', 'ResourcePolicy', 'resource'],
  ['AWS::IoT::Policy', 'PolicyDocument', 'resource'],
  ['AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy', 'resource'],
  ['AWS::EC2::VPCEndpoint', 'PolicyDocument', 'vpc-endpoint'],
  ['AWS::MediaStore::Container', 'Policy', 'resource'],
  ['AWS::Schemas::RegistryPolicy', 'Policy', 'resource'],
  ['AWS::CloudTrail::ResourcePolicy', 'ResourcePolicy', 'resource'],
  ['AWS::XRay::ResourcePolicy', 'PolicyDocument', 'resource'],
  ['AWS::RolesAnywhere::Profile', 'SessionPolicy', 'resource'],
  ['AWS::Transfer::User', 'Policy', 'resource'],
  ['AWS::EKS::PodIdentityAssociation', 'Policy', 'resource'],
  ['AWS::Bedrock::ResourcePolicy', 'PolicyDocument', 'resource'],
  ['AWS::Events::EventBus', 'Policy', 'resource'],
  ['AWS::Logs::ResourcePolicy', 'PolicyDocument', 'resource'],
  ['AWS::Logs::LogGroup', 'ResourcePolicyDocument', 'resource'],
  ['AWS::Lex::ResourcePolicy', 'Policy', 'resource'],
  ['AWS::SSM::ResourcePolicy', 'Policy', 'resource'],
])('%s has a policy in %s', (type, property, kind) => {
  const { policies, refusals } = read(template(type, `${property}: ${document}`));
  expect([policies.map((policy) => policy.kind), refusals]).toEqual([[kind], []]);
});

describe('a policy that is not where other types have it', () => {
  it('is read in the property of a table, and as the one statement of an event bus', () => {
    const { policies, refusals } = read(
      `${template('AWS::DynamoDB::Table', `ResourcePolicy:\n        PolicyDocument: ${document}`)}  Bus:\n    Type: AWS::Events::EventBusPolicy\n    Properties:\n      StatementId: S\n      Statement: {Effect: Allow, Principal: "*", Action: "events:PutEvents", Resource: "*"}\n`,
    );
    expect([policies.map(({ title, kind }) => [title, kind]), refusals]).toEqual([
      [
        ['R', 'resource'],
        ['Bus', 'resource'],
      ],
      [],
    ]);
  });

  it('is listed by its name in a loop', () => {
    const { policies, refusals } = read(
      `Resources:\n  R: {Type: AWS::SQS::Queue}\n  'Fn::ForEach::Roles':\n    - Name\n    - [A, B]\n    - 'P\${Name}':\n        Type: AWS::IAM::ManagedPolicy\n        Properties:\n          PolicyDocument: ${document}\n`,
    );
    expect([policies, refusals.map(({ code, detail, name }) => [code, detail, name])]).toEqual([
      [],
      [['notComputed', 'Fn::ForEach', 'Fn::ForEach::Roles in the template']],
    ]);
  });
});

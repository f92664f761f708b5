const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference';
const sagemakerGuide = 'https://docs.aws.amazon.com/sagemaker/latest/dg';
const iamGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

/** Pages that several reasons cite. */
export const sources = {
  whitepaper:
    'https://docs.aws.amazon.com/whitepapers/latest/build-secure-enterprise-ml-platform/permissions.html',
  sagemakerActions: `${reference}/list_amazonsagemaker.html`,
  ecrActions: `${reference}/list_amazonelasticcontainerregistry.html`,
  ec2Actions: `${reference}/list_amazonec2.html`,
  imageRegistries: 'https://aws.github.io/deep-learning-containers/reference/region_availability/',
  s3Actions: `${reference}/list_amazons3.html`,
  kmsActions: `${reference}/list_awskeymanagementservice.html`,
  logsActions: `${reference}/list_amazoncloudwatchlogs.html`,
  cloudwatchActions: `${reference}/list_amazoncloudwatch.html`,
  scalingActions: `${reference}/list_awsapplicationautoscaling.html`,
  apiPermissions: `${sagemakerGuide}/api-permissions-reference.html`,
  sagemakerRoles: `${sagemakerGuide}/sagemaker-roles.html`,
  policyExamples: `${sagemakerGuide}/security_iam_id-based-policy-examples.html`,
  scalingPrerequisites: `${sagemakerGuide}/endpoint-auto-scaling-prerequisites.html`,
  launchNotebook: `${sagemakerGuide}/role-manager-launch-notebook.html`,
  jsonGrammar: 'https://www.rfc-editor.org/rfc/rfc8259',
  policyGrammar: `${iamGuide}/reference_policies_grammar.html`,
  sid: `${iamGuide}/reference_policies_elements_sid.html`,
  operators: `${iamGuide}/reference_policies_elements_condition_operators.html`,
  setOperators: `${iamGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  tagKeyCase: `${iamGuide}/reference_policies_condition-keys.html#condition-keys-resourcetag`,
  passRole: `${iamGuide}/id_roles_use_passrole.html`,
  s3Arns: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
  s3Kms: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  keyPolicies: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  grantConditions: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
} as const;

/** What the activities after SageMaker Role Manager follow. */
export const roleManagerPage =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/role-manager-ml-activities.html';

/** Its templates, in which defects were found that the activities here do not have. */
export const roleManagerLibrary = 'https://github.com/cdklabs/cdk-aws-sagemaker-role-manager';

/** They limit the grants of callers to those that SageMaker creates. */
export const grantTemplate = `${roleManagerLibrary}/blob/main/src/private/templates/manageJobsKms.json`;

export const partnerAppsPage = 'https://docs.aws.amazon.com/sagemaker/latest/dg/partner-app-onboard.html';

export const a2iPage = 'https://docs.aws.amazon.com/sagemaker/latest/dg/a2i-permissions-security.html';

export const jumpStartPage = 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html';

export const unifiedStudioGuide = 'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide';

export const managedPolicyPage = (name: string): string =>
  `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`;

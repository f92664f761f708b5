import type { Destination, RecognizedKind } from './recognition.ts';

/** What each kind is called, where it goes, and what can be done with it now. */
export interface KindWords {
  readonly title: string;
  readonly destination: Destination;
  readonly what: string;
  /** What can be done with a form of it that nothing on the page reads. */
  readonly unread?: string;
}

const FILL_IN = 'Fill in the matching fields in step 3.';
const IMPORT_IT = 'Import it into the policy set.';
const TERRAFORM_JSON =
  'Run terraform plan -out=plan.bin and terraform show -json plan.bin, then paste the output.';

export const kindWords: Readonly<Record<RecognizedKind, KindWords>> = {
  empty: { title: 'nothing', destination: 'none', what: 'There is no text.' },
  unknown: {
    title: 'something this page can’t read',
    destination: 'none',
    what: 'It reads policies, “access denied” messages, AWS CLI output, CloudFormation templates, Terraform plans, CloudTrail events, and its own links and files.',
  },
  policy: { title: 'an IAM policy', destination: 'import', what: IMPORT_IT },
  policies: { title: 'several policies', destination: 'import', what: 'Import them into the policy set.' },
  trustPolicy: { title: 'a trust policy', destination: 'import', what: IMPORT_IT },
  resourcePolicy: {
    title: 'a resource-based policy',
    destination: 'validate',
    what: 'Validate it, and select the resource type there.',
  },
  endpointPolicy: { title: 'a VPC endpoint policy', destination: 'import', what: IMPORT_IT },
  serviceControlPolicy: {
    title: 'a service control policy (SCP)',
    destination: 'import',
    what: 'Import it, and check its kind there.',
  },
  resourceControlPolicy: {
    title: 'a resource control policy (RCP)',
    destination: 'import',
    what: 'Import it, and check its kind there.',
  },
  yamlPolicy: {
    title: 'a policy in YAML',
    destination: 'import',
    what: IMPORT_IT,
    unread: 'Paste it from “Statement:” on, with that key at the start of its line.',
  },
  pythonPolicy: { title: 'a policy as a Python dictionary', destination: 'import', what: IMPORT_IT },
  urlEncodedPolicy: { title: 'a URL-encoded policy', destination: 'import', what: IMPORT_IT },
  fencedPolicy: {
    title: 'a policy in a code block',
    destination: 'import',
    what: 'Import the policies in its code blocks.',
    unread: 'Paste only the policy, without the text around it.',
  },
  accessDenied: {
    title: 'an “access denied” message',
    destination: 'accessDenied',
    what: 'Troubleshoot it: see which policy decides, and what would allow the call.',
    unread:
      'Find the message that says “User: … is not authorized to perform: …”, for example in CloudTrail, and paste that.',
  },
  encodedMessage: {
    title: 'an encoded authorization message',
    destination: 'none',
    what: 'Run aws sts decode-authorization-message --encoded-message with it, then paste the output.',
  },
  decodedMessage: {
    title: 'a decoded authorization message',
    destination: 'accessDenied',
    what: 'Troubleshoot it: see which policy decides, and what would allow the call.',
    unread: 'It doesn’t name a principal and an action. Paste the whole output.',
  },
  cliOutput: {
    title: 'output of the AWS CLI',
    destination: 'import',
    what: 'Import the policies in it.',
    unread:
      'It names policies but doesn’t contain them. Run aws iam get-policy-version, then paste the output.',
  },
  cliYaml: {
    title: 'output of the AWS CLI in YAML',
    destination: 'import',
    what: 'Import the policies in it.',
  },
  cloudTrail: {
    title: 'a CloudTrail event',
    destination: 'import',
    what: 'Import the policies that the event names.',
  },
  activityTable: {
    title: 'CloudTrail events as CSV',
    destination: 'activity',
    what: 'Find the activities that allow these calls.',
  },
  callList: {
    title: 'a list of AWS calls',
    destination: 'activity',
    what: 'Find the activities that allow these calls.',
  },
  cloudFormation: {
    title: 'a CloudFormation template',
    destination: 'import',
    what: 'Import the policies in it.',
    unread: 'Paste it from “Resources:” on, with that key at the start of its line.',
  },
  sam: {
    title: 'an AWS SAM template',
    destination: 'import',
    what: 'Import the policies in it. SAM policy templates are not expanded.',
  },
  cdk: {
    title: 'a template synthesized by AWS CDK',
    destination: 'import',
    what: 'Import the policies in it.',
  },
  cdkDiff: {
    title: 'output of cdk diff',
    destination: 'none',
    what: 'Run cdk synth --json, then paste the template.',
  },
  awsCliTable: {
    title: 'output of the AWS CLI that isn’t JSON or YAML',
    destination: 'none',
    what: 'Run the command with --output json, then paste the output.',
  },
  cdkCode: {
    title: 'AWS CDK code',
    destination: 'import',
    what: 'Imports statements with literal values. For the others, run cdk synth --json, then paste the template.',
    unread: 'Run cdk synth --json, then paste the template.',
  },
  cdktfCode: {
    title: 'CDK for Terraform code',
    destination: 'import',
    what: 'Imports policy documents with literal values. For the others, run cdktf synth, then open cdk.tf.json.',
  },
  pulumiCode: {
    title: 'a Pulumi program',
    destination: 'import',
    what: 'Imports policy documents with literal values. For the others, run pulumi stack export, then paste the output.',
  },
  policyCode: {
    title: 'a program with policies',
    destination: 'import',
    what: 'Imports policies with literal values. For the others, paste the policy from your account.',
  },
  serverless: {
    title: 'a Serverless Framework configuration',
    destination: 'import',
    what: 'Import the policies in it. Variables become placeholders.',
    unread: 'Run serverless package, then paste the template in the .serverless folder.',
  },
  terraform: {
    title: 'Terraform configuration',
    destination: 'import',
    what: 'Import the policies in it. References become placeholders.',
  },
  terraformPlan: {
    title: 'a Terraform plan or state as JSON',
    destination: 'import',
    what: 'Import the policies in it.',
  },
  terraformPlanText: {
    title: 'a Terraform plan as text',
    destination: 'import',
    what: 'Import the policies in it.',
    unread: TERRAFORM_JSON,
  },
  terraformState: {
    title: 'a Terraform state file',
    destination: 'import',
    what: 'Import the policies in it. Nothing else of the file is used or stored.',
    unread: 'Run terraform show -json, then paste the output.',
  },
  pulumi: {
    title: 'a Pulumi stack',
    destination: 'import',
    what: 'Import the policies in it. Nothing else of the file is used or stored.',
    unread: 'Run pulumi stack export, then paste the output.',
  },
  shareLink: {
    title: 'a share link of this page',
    destination: 'link',
    what: 'Open it. Your own set is saved as a snapshot.',
  },
  workspace: {
    title: 'a saved policy set',
    destination: 'workspace',
    what: 'Open it. Your own set is saved as a snapshot.',
  },
  draft: {
    title: 'a draft of this page',
    destination: 'draft',
    what: 'Open it. Your own set is saved as a snapshot.',
  },
  preset: {
    title: 'a preset',
    destination: 'preset',
    what: 'Preview what it would change in your set.',
  },
  arns: {
    title: 'a list of ARNs or IDs',
    destination: 'resources',
    what: FILL_IN,
  },
  terraformOutputs: {
    title: 'Terraform outputs',
    destination: 'resources',
    what: FILL_IN,
  },
  cloudFormationOutputs: {
    title: 'CloudFormation outputs',
    destination: 'resources',
    what: FILL_IN,
  },
  keyValues: {
    title: 'a list of names and values',
    destination: 'resources',
    what: FILL_IN,
  },
  base64: {
    title: 'Base64-encoded text',
    destination: 'none',
    what: 'Decode it, for example with base64 --decode, then paste the result.',
  },
  secrets: {
    title: 'text with credentials in it',
    destination: 'none',
    what: 'This page doesn’t need credentials and doesn’t store them. If others can see this text, rotate them.',
  },
};

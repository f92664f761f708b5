/** Ids of the exporters, in the order in which the page offers them. The exporters themselves load with the first one that is used. */
export type TextFormat =
  | 'json'
  | 'minifiedJson'
  | 'terraform'
  | 'cloudFormation'
  | 'cdk'
  | 'pulumi'
  | 'awsCli';

export const textFormats: readonly { readonly value: TextFormat; readonly label: string }[] = [
  { value: 'json', label: 'JSON' },
  { value: 'minifiedJson', label: 'Minified JSON' },
  { value: 'terraform', label: 'Terraform' },
  { value: 'cloudFormation', label: 'CloudFormation' },
  { value: 'cdk', label: 'AWS CDK' },
  { value: 'pulumi', label: 'Pulumi' },
  { value: 'awsCli', label: 'AWS CLI' },
];

export const formatLabel = (format: TextFormat): string =>
  textFormats.find(({ value }) => value === format)?.label ?? format;

/** What a file is written in, as the editor calls it. */
export type CodeLanguage = 'json' | 'hcl' | 'yaml' | 'typescript' | 'shell' | 'plaintext';

const byExtension: ReadonlyMap<string, CodeLanguage> = new Map([
  ['json', 'json'],
  ['tf', 'hcl'],
  ['tfvars', 'hcl'],
  ['yaml', 'yaml'],
  ['ts', 'typescript'],
  ['sh', 'shell'],
  ['env', 'shell'],
]);

export const languageOf = (fileName: string): CodeLanguage =>
  byExtension.get(/[^.]*$/.exec(fileName)?.[0] ?? '') ?? 'plaintext';

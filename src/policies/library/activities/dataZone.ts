/** Amazon DataZone, which SageMaker Unified Studio is built on. */

/** Verb → the rest of the names of its actions: `{ List: 'Projects Domains' }`. */
export const dataZoneActions = (names: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(names).flatMap(([verb, rest]) => rest.split(' ').map((name) => `datazone:${verb}${name}`));

export const unifiedStudioGuide = 'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide';

export const managedPolicyPage = (name: string): string =>
  `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`;

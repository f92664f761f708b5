import { patternKind } from './pattern.ts';

/** Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html (InstanceType) */
export const instanceType = patternKind(
  'instanceType',
  'Enter an instance type such as ml.m5.xlarge, ml.m5.* for all sizes, or “system” for Studio apps.',
  /^(?:system|ml\.[a-z0-9-]+\.(?:\*|[a-z0-9-]+))$/,
);

export const positiveInteger = patternKind(
  'positiveInteger',
  'Enter a whole number from 1 to 999999999.',
  /^[1-9]\d{0,8}$/,
);

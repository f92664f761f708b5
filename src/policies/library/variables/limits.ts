import { patternKind } from './pattern.ts';

/** Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html (InstanceType) */
export const instanceType = patternKind(
  'instanceType',
  'An instance type is “ml.”, a family and a size, such as ml.m5.xlarge; * may stand for the size (ml.m5.*). “system” stands for Studio’s own apps.',
  /^(?:system|ml\.[a-z0-9-]+\.(?:\*|[a-z0-9-]+))$/,
);

export const positiveInteger = patternKind(
  'positiveInteger',
  'A whole number above 0, without signs or spaces, nine digits at most.',
  /^[1-9]\d{0,8}$/,
);

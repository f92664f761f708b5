import { type Guardrail, references } from './guardrail.ts';

export const studioVpcOnly: Guardrail = {
  id: 'studioVpcOnly',
  number: 'G16',
  group: 'studio',
  title: 'Require VPC only mode for Studio',
  summary: 'Domains must route all app traffic through the VPC.',
  options: [],
  deny: [
    {
      Sid: 'DenyStudioOnInternet',
      Action: ['sagemaker:CreateDomain', 'sagemaker:UpdateDomain'],
      Condition: { StringNotEqualsIfExists: { 'sagemaker:AppNetworkAccessType': ['VpcOnly'] } },
    },
  ],
  allow: [
    {
      Sid: 'StudioInVpc',
      Action: ['sagemaker:CreateDomain', 'sagemaker:UpdateDomain'],
      Condition: { StringEquals: { 'sagemaker:AppNetworkAccessType': ['VpcOnly'] } },
    },
  ],
  toComply: 'set AppNetworkAccessType to VpcOnly, also on updates.',
  source: references.perimeter,
};

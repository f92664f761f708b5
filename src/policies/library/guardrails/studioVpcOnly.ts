import { type Guardrail, references } from './guardrail.ts';

export const studioVpcOnly: Guardrail = {
  id: 'studioVpcOnly',
  number: 'G16',
  group: 'studio',
  title: 'Studio in the VPC only',
  summary: 'Domains send all traffic of their apps through the VPC.',
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
  toComply: 'set AppNetworkAccessType to VpcOnly, on updates as well.',
  notCovered: [
    {
      text: 'An update of a domain must restate VpcOnly, even when it changes something else. Domains that exist are not changed.',
      source: references.perimeter,
    },
  ],
  source: references.perimeter,
};

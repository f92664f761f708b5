import { kindTitles } from '../../policies/model/labels.ts';
import { useId } from 'react';
import { type PolicyType, policyTypes } from '../../policies/language/policyType.ts';
import type { CheckedPolicy } from '../../state/checks/checkedText.ts';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';

const labels: Readonly<Record<PolicyType, string>> = {
  identity: kindTitles.identity,
  resource: 'Resource policy',
  'vpc-endpoint': kindTitles['vpc-endpoint'],
  trust: 'Trust policy of a role',
  scp: kindTitles['service-control'],
  rcp: 'Resource control policy',
};

/** Source: https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html */
const resourceTypes = [
  'AWS::S3::Bucket',
  'AWS::S3::AccessPoint',
  'AWS::S3::MultiRegionAccessPoint',
  'AWS::S3ObjectLambda::AccessPoint',
  'AWS::DynamoDB::Table',
] as const;

interface PolicyTypeFieldsProps {
  readonly policy: CheckedPolicy;
  onChange(part: Partial<CheckedPolicy>): void;
}

/** What the policy is, and what a resource policy is attached to. */
export function PolicyTypeFields({ policy, onChange }: PolicyTypeFieldsProps) {
  const id = useId();
  return (
    <>
      <Stack row inline gap={2} small>
        <label htmlFor={`${id}-type`}>Policy type</label>
        <Select
          id={`${id}-type`}
          value={policy.type}
          options={policyTypes.map((type) => ({ value: type, label: labels[type] }))}
          onChange={(type) => onChange({ type, resourceType: '' })}
        />
      </Stack>
      {policy.type === 'resource' && (
        <Stack row inline gap={2} small>
          <label htmlFor={`${id}-resource`}>Resource type</label>
          <Select
            id={`${id}-resource`}
            value={policy.resourceType}
            options={[
              { value: '', label: 'Any resource' },
              ...resourceTypes.map((type) => ({ value: type, label: type })),
            ]}
            onChange={(resourceType) => onChange({ resourceType })}
          />
        </Stack>
      )}
    </>
  );
}

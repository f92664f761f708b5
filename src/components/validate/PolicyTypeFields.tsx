import { kindTitles } from '../../policies/model/labels.ts';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { type PolicyType, policyTypes } from '../../policies/language/policyType.ts';
import { control } from '../common/control.ts';
import type { CheckedPolicy } from './CheckedPolicyInput.tsx';

const Field = styled('label')({ display: 'inline-flex', alignItems: 'center', gap: 8, fontSize: 13 });
const Select = styled('select')(control);

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
      <Field htmlFor={`${id}-type`}>
        Checked as
        <Select
          id={`${id}-type`}
          value={policy.type}
          onChange={({ target }) => {
            const type = policyTypes.find((candidate) => candidate === target.value);
            if (type) onChange({ type, resourceType: '' });
          }}
        >
          {policyTypes.map((type) => (
            <option key={type} value={type}>
              {labels[type]}
            </option>
          ))}
        </Select>
      </Field>
      {policy.type === 'resource' && (
        <Field htmlFor={`${id}-resource`}>
          of
          <Select
            id={`${id}-resource`}
            value={policy.resourceType}
            onChange={({ target }) => onChange({ resourceType: target.value })}
          >
            <option value="">any resource</option>
            {resourceTypes.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

import { useId } from 'react';
import { type ReviewKind, reviewKinds, reviewTitles } from '../../state/import/reviewKind.ts';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';

/** Source: https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html */
const resourceTypes = [
  'AWS::S3::Bucket',
  'AWS::S3::AccessPoint',
  'AWS::S3::MultiRegionAccessPoint',
  'AWS::S3ObjectLambda::AccessPoint',
  'AWS::DynamoDB::Table',
] as const;

export const kindOptions = reviewKinds.map((kind) => ({ value: kind, label: reviewTitles[kind] }));

interface PolicyTypeFieldsProps {
  readonly kind: ReviewKind;
  readonly resourceType: string;
  onKind(kind: ReviewKind): void;
  onResourceType(resourceType: string): void;
}

/** What the policy is, and what a resource policy is attached to. */
export function PolicyTypeFields({ kind, resourceType, onKind, onResourceType }: PolicyTypeFieldsProps) {
  const id = useId();
  return (
    <>
      <Stack row inline gap={2} small>
        <label htmlFor={`${id}-type`}>Policy type</label>
        <Select id={`${id}-type`} value={kind} options={kindOptions} onChange={onKind} />
      </Stack>
      {kind === 'resource' && (
        <Stack row inline gap={2} small>
          <label htmlFor={`${id}-resource`}>Resource type</label>
          <Select
            id={`${id}-resource`}
            value={resourceType}
            options={[
              { value: '', label: 'Any resource' },
              ...resourceTypes.map((type) => ({ value: type, label: type })),
            ]}
            onChange={onResourceType}
          />
        </Stack>
      )}
    </>
  );
}

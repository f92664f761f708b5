/** What a verdict of the simulator does not take into account. */
export const notModelled = [
  'Controls of other services: S3 Block Public Access and ACLs, KMS grants, Lake Formation, bucket ownership, reserved names, VPC network rules.',
  'Policies outside this draft: other policies of the role, the bucket, the KMS key, or the organization. Calls on KMS keys are tested with the default key policy, and pulls from AWS registries with a policy that allows everyone to pull.',
  'Imported policies: they aren’t attached to a persona, so they don’t affect the tests. Imported service control policies apply to all personas, imported resource control policies to all resources and roles of the set.',
  'Whether another account is in your organization: resource control policies are evaluated as if callers from other accounts were in it.',
  'The management account of an organization: service control policies don’t apply to it.',
  'Gateway endpoints (S3, DynamoDB): AWS requires conditions for principals in their policies. The tests evaluate the Principal element as in other policies.',
  'Callers that only AWS can identify: canonical users in a bucket policy and the user of a federated session.',
  'Calls that a call triggers, in single tests. Scenarios include the ones that AWS documents.',
  'Session tags and source identity: the tests use the values in the request context and don’t check how the session got them.',
  'Condition keys that the request context doesn’t include are absent in the tests and unknown in the access matrix.',
  'Policy variables have one value, which is literal text, also with StringLike.',
  'Multivalued condition keys without ForAllValues or ForAnyValue match if any value matches. AWS requires one of the two for such keys.',
] as const;

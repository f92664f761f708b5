/** What a verdict of the simulator does not take into account. */
export const notModelled = [
  'What a service decides by itself: S3 Block Public Access and ACLs, KMS grants, Lake Formation, bucket ownership, reserved names, VPC network rules.',
  'Policies that are not here: other policies of the role, of the bucket or key, and of the organization. Calls on KMS keys are tested under AWS’s default key policy, and pulls from AWS’s registries with one that lets everybody pull.',
  'Documents of your own, such as imported ones: nobody is known to have them, so that no call meets them. Service control policies do count, for everybody.',
  'The management account of an organization, which service control policies leave alone.',
  'Gateway endpoints (S3, DynamoDB): AWS lets their policies name principals only by a condition. Here a principal in them counts as in others.',
  'Callers that only AWS can tell apart: canonical users in a bucket policy, and the user behind a federated session.',
  'Calls that one call makes in turn, in tests. A scenario has those that AWS documents for its calls.',
  'Session tags and source identity are taken as given in the context; how a session came by them is not asked.',
  'Keys of a call that the context does not name count as missing, here; in the access matrix they are unknown.',
  'A variable is filled with one value. A value that a variable brings in is plain text, also under StringLike.',
  'A key with several values under an operator without ForAllValues or ForAnyValue: here any of them may match. AWS asks for one of the two with such keys.',
] as const;

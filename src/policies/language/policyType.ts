export const policyTypes = ['identity', 'resource', 'vpc-endpoint', 'trust', 'scp', 'rcp'] as const;

/** What a policy is attached to. `trust` is the trust policy of a role. */
export type PolicyType = (typeof policyTypes)[number];

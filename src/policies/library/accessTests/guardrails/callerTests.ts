import { type GuardrailProofs, limitProofs } from './guardrailProof.ts';

const JOB = 'training-job/<NAME_PREFIX>1';

export const callers: GuardrailProofs = {
  approvedRegions: limitProofs([
    [
      'approved',
      'allowed',
      'trains in an approved Region',
      'CreateTrainingJob',
      JOB,
      { 'aws:RequestedRegion': '<APPROVED_REGION>' },
    ],
    [
      'other',
      'denied',
      'trains in another Region',
      'CreateTrainingJob',
      JOB.replace('<REGION>', 'zz-other-1'),
      { 'aws:RequestedRegion': 'zz-other-1' },
    ],
    [
      'list',
      'denied',
      'lists jobs in another Region',
      'ListTrainingJobs',
      '*',
      { 'aws:RequestedRegion': 'zz-other-1' },
    ],
  ]),
  callerNetwork: limitProofs([
    [
      'vpce',
      'allowed',
      'calls through an approved VPC endpoint',
      'ListTrainingJobs',
      '*',
      {},
      { by: 'vpce' },
    ],
    [
      'not-vpce',
      'denied',
      'calls through another VPC endpoint',
      'ListTrainingJobs',
      '*',
      { 'aws:SourceVpce': 'vpce-0fffffffffffffff0' },
      { by: 'vpce' },
    ],
    ['vpc', 'allowed', 'calls from an approved VPC', 'ListTrainingJobs', '*', {}, { by: 'vpc' }],
    [
      'not-vpc',
      'denied',
      'calls from another VPC',
      'ListTrainingJobs',
      '*',
      { 'aws:SourceVpc': 'vpc-0fffffffffffffff0' },
      { by: 'vpc' },
    ],
    ['ip', 'allowed', 'calls from an approved IP address', 'ListTrainingJobs', '*', {}, { by: 'ip' }],
    [
      'not-ip',
      'denied',
      'calls from another IP address',
      'ListTrainingJobs',
      '*',
      { 'aws:SourceIp': '192.0.2.1' },
      { by: 'ip' },
    ],
    [
      'internet',
      'denied',
      'calls over the internet',
      'ListTrainingJobs',
      '*',
      { 'aws:SourceVpce': [], 'aws:SourceVpc': [], 'aws:SourceIp': '192.0.2.1' },
    ],
  ]),
};

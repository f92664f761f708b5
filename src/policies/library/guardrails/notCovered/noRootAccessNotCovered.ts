import type { Reason } from '../../activities/activity.ts';

export const noRootAccessNotCovered: readonly Reason[] = [
  {
    text: 'Lifecycle configuration scripts always run as root, regardless of this setting. See “Require approved lifecycle configurations”.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
  },
];

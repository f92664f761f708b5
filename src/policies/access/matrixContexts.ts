import { carefulCall, type ContextTemplate } from '../library/accessTests/accessTest.ts';

/** The condition keys of the calls that the matrix simulates. */
export interface MatrixContext {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly context: ContextTemplate;
  /** Name that the resources have: one of the team's, or another's. */
  readonly name: string;
}

const OWNED: ContextTemplate = {
  'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana',
};

export const matrixContexts: readonly MatrixContext[] = [
  {
    id: 'open',
    label: 'None',
    help: 'Evaluated on your team’s resources. Unspecified condition keys are treated as unknown.',
    context: {},
    name: '<NAME_PREFIX>1',
  },
  {
    id: 'careful',
    label: 'Compliant request, own resource',
    help: 'Inside your network, encrypted, and tagged, on a resource that the caller owns.',
    context: { ...carefulCall, ...OWNED },
    name: '<NAME_PREFIX>1',
  },
  {
    id: 'foreign',
    label: 'Compliant request, another team’s resource',
    help: 'The same request on a resource of another team and owner.',
    context: {
      ...carefulCall,
      ...OWNED,
      'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ben',
      'aws:ResourceTag/<OWNER_TAG_KEY>': 'ben',
    },
    name: 'zz-another-team-1',
  },
];

import { carefulCall, type ProofContext } from '../library/accessTests/proof.ts';

/** What is known of the calls that the matrix asks for. */
export interface MatrixContext {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly context: ProofContext;
  /** Name that the resources have: one of the team's, or another's. */
  readonly name: string;
}

const OWNED: ProofContext = {
  'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana',
};

export const matrixContexts: readonly MatrixContext[] = [
  {
    id: 'open',
    label: 'nothing said of the call',
    help: 'On resources of the team. Keys that nobody gave are unknown.',
    context: {},
    name: '<NAME_PREFIX>1',
  },
  {
    id: 'careful',
    label: 'a careful call on one’s own',
    help: 'In the network, encrypted, tagged, and on what one owns.',
    context: { ...carefulCall, ...OWNED },
    name: '<NAME_PREFIX>1',
  },
  {
    id: 'foreign',
    label: 'a careful call on another team’s',
    help: 'The same on resources of another team and owner.',
    context: {
      ...carefulCall,
      ...OWNED,
      'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ben',
      'aws:ResourceTag/<OWNER_TAG_KEY>': 'ben',
    },
    name: 'zz-another-team-1',
  },
];

import { styled } from '@mui/material/styles';
import { Disclosure } from '../common/Disclosure.tsx';
import { MatrixView } from './MatrixView.tsx';
import { ReachView } from './ReachView.tsx';

const Matrix = styled('div')({
  margin: '8px 0 16px',
  padding: '8px 0 0 16px',
  borderTop: '1px solid var(--hairline)',
});

/** Scrolls by itself, so that the names of the roles stay above their columns. */
const Room = styled('div')({ height: 'min(72vh, 720px)', minHeight: 320, marginLeft: -16 });

/** What the roles of the set reach over all services; then every SageMaker action for each role. */
export function AccessView() {
  return (
    <>
      <ReachView />
      <Matrix>
        <Disclosure late label="All SageMaker actions by role">
          <Room>
            <MatrixView />
          </Room>
        </Disclosure>
      </Matrix>
    </>
  );
}

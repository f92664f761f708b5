import { Disclosure } from '../common/Disclosure.tsx';
import { MatrixView } from './MatrixView.tsx';
import { ReachView } from './ReachView.tsx';
import { Box } from '../common/Box.tsx';

/** What the roles of the set reach over all services; then every SageMaker action for each role. */
export function AccessView() {
  return (
    <>
      <ReachView />
      <Box line="above" mt={2} mb={4} pt={2} pl={4}>
        <Disclosure late label="All SageMaker actions by role">
          {/* Scrolls by itself, so that the names of the roles stay above their columns. */}
          <Box style={{ height: 'min(72vh, 45rem)', minHeight: '20rem', marginLeft: '-1rem' }}>
            <MatrixView />
          </Box>
        </Disclosure>
      </Box>
    </>
  );
}

import { provenWords } from '../../policies/access/everyRequest/provenWords.ts';
import { Dialog } from '../common/Dialog.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';

/** What the answers of a comparison mean, and what they leave open. */
export const ProvenDialog = () => (
  <Dialog title="What is proven, and what is not" size="md" textLabel="What is proven">
    {provenWords.map(({ title, points }) => (
      <section key={title} aria-label={title}>
        <Heading mt={3} mb={1}>
          {title}
        </Heading>
        <List look="bullets" small>
          {points.map(({ term, text }) => (
            <li key={term}>
              <b>{term.replace(/\.?$/, '.')}</b> {text}
            </li>
          ))}
        </List>
      </section>
    ))}
  </Dialog>
);

import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { type RefObject, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { type FillOffer, fillIn, fillOffers } from '../../policies/values/blocks/fillOffers.ts';
import { readBlock } from '../../policies/values/blocks/readBlock.ts';
import { variablesOf } from '../../state/derived/derived.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { Dialog } from '../common/Dialog.tsx';
import { TextArea } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';
import { FillOffers, isTicked, type OfferChoices, valuesOfPick } from './FillOffers.tsx';

/** A field for a block of text with several values, and the fields of the step that they fill. */
export function ValuesDialog() {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = useUnfinished((state) => state.block);
  const [picks, setPicks] = useState<OfferChoices>({});
  const { offers, facts } = useOffers(text);
  const ticked = offers.filter((offer) => isTicked(offer, picks));
  const apply = () => {
    const filled = ticked.map((offer) => ({ variable: offer.variable, values: valuesOfPick(offer, picks) }));
    edit((draft) => fillIn(draft, filled), `${countWithNoun(filled.length, 'field', 'fields')} filled in`);
    useUnfinished.setState({ block: '' });
    show({ dialog: null });
  };
  return (
    <Dialog
      title="Paste values"
      size="md"
      slotProps={{ transition: { onEntering: () => area.current?.focus() } }}
      actions={
        <Button variant="contained" disabled={ticked.length === 0} onClick={apply}>
          {ticked.length === 0
            ? 'Fill in fields'
            : `Fill in ${countWithNoun(ticked.length, 'field', 'fields')}`}
        </Button>
      }
    >
      <BlockField
        area={area}
        text={text}
        tall={offers.length > 0 ? 96 : 200}
        onText={(block) => {
          setPicks({});
          useUnfinished.setState({ block });
        }}
      />
      <Note role="status" mt={1} mb={2}>
        {summary(text, facts, offers)}
      </Note>
      <FillOffers offers={offers} picks={picks} onPick={(id, pick) => setPicks({ ...picks, [id]: pick })} />
    </Dialog>
  );
}

interface BlockFieldProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly tall: number;
  onText(text: string): void;
}

function BlockField({ area, text, tall, onText }: BlockFieldProps) {
  const id = useId();
  return (
    <>
      <Note mb={2}>
        <label htmlFor={id}>
          Paste a list of ARNs, the output of terraform output, CloudFormation or CDK outputs, or KEY=value
          lines. Sensitive outputs and secrets are left out. Your data stays in this browser.
        </label>
      </Note>
      <TextArea
        mono
        tall={tall}
        id={id}
        value={text}
        ref={area}
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target }) => onText(target.value)}
      />
    </>
  );
}

function useOffers(text: string): { readonly offers: readonly FillOffer[]; readonly facts: number } {
  const draft = useStore((state) => state.draft);
  const ruleset = useRuleset();
  const shown = useDeferredValue(text);
  return useMemo(() => {
    const facts = readBlock(shown);
    return { offers: fillOffers(facts, draft, ruleset), facts: facts.length };
  }, [shown, draft, ruleset]);
}

function summary(text: string, facts: number, offers: readonly FillOffer[]): string {
  if (text.trim() === '') return '';
  if (variablesOf(useStore.getState().draft).length === 0)
    return 'The policy set needs no values yet. Select a persona first. Your text is saved here.';
  if (facts === 0) return 'No values found in this text.';
  const found = `${countWithNoun(facts, 'value', 'values')} found`;
  if (offers.length === 0) return `${found}. The fields of this policy set already have them.`;
  const used = new Set(offers.flatMap(({ candidates }) => candidates.map(({ from }) => from))).size;
  return `${found}, ${countWithNoun(offers.length, 'field', 'fields')} can be filled.${used < facts ? ' Other values are not used.' : ''}`;
}

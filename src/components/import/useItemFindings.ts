import { useEffect, useRef, useState } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { checkTexts } from '../../state/checks/checksClient.ts';
import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { checkedTypeOf } from '../../state/import/reviewKind.ts';

/** So many policies of one text are checked unasked; each of the others when it is opened. */
const MANY = 100;
const PAUSE_MS = 300;

type Findings = ReadonlyMap<string, readonly DescribedFinding[]>;

const keyOf = ({ text, kind }: ReviewItem): string => `${checkedTypeOf(kind)} ${text}`;

/** The findings of every policy of a text, by its key; nothing for one that is not checked. */
export function useItemFindings(items: readonly ReviewItem[]): Findings {
  const [found, setFound] = useState<Findings>(new Map());
  const latest = useRef(found);
  useEffect(() => {
    const wanted = items.slice(0, MANY).filter((item) => !latest.current.has(keyOf(item)));
    if (wanted.length === 0) return undefined;
    let cancel = () => {};
    const timer = setTimeout(() => {
      const texts = wanted.map((item) => ({
        key: keyOf(item),
        text: item.text,
        as: { type: checkedTypeOf(item.kind) },
      }));
      cancel = checkTexts(texts, ({ results }) => {
        latest.current = new Map([
          ...latest.current,
          ...results.map(({ key, findings }) => [key, findings] as const),
        ]);
        setFound(latest.current);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [items]);
  return new Map(
    items.flatMap((item) => {
      const findings = found.get(keyOf(item));
      return findings ? [[item.key, findings] as const] : [];
    }),
  );
}

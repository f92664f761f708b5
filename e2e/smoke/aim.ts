/** Functions that run in the page, so that a click reaches what it is for, also while parts of the page move: none uses what is outside it. */

/** Brings an element into view, and returns where its middle is, unless it moved within two frames. */
export async function middle(node: Node): Promise<readonly [x: number, y: number] | undefined> {
  if (!(node instanceof Element)) throw new Error('not an element');
  node.scrollIntoView({ block: 'center' });
  const before = JSON.stringify(node.getBoundingClientRect());
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const box = node.getBoundingClientRect();
  return JSON.stringify(box) === before ? [box.x + box.width / 2, box.y + box.height / 2] : undefined;
}

/** Until `wasClicked`, no click reaches anything else, as one does that is on its way while the element moves off. */
export function guardClick(node: Node): void {
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const watch = { isHit: false, end: () => kinds.forEach((kind) => removeEventListener(kind, take, true)) };
  const take = (event: Event) => {
    if (event.target instanceof Node && node.contains(event.target)) {
      watch.isHit ||= event.type === 'click';
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const kind of kinds) addEventListener(kind, take, true);
  Reflect.set(globalThis, 'smokeWatch', watch);
}

/** Whether the click came to the element, which may be gone by then. */
export async function wasClicked(): Promise<boolean> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { isHit, end } = Reflect.get(globalThis, 'smokeWatch');
  end();
  return isHit;
}

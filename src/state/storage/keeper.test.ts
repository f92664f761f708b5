import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StorageArea, openArea } from './area.ts';
import { Keeper, type Work, readContent, type SaveState } from './keeper.ts';
import { keysAt } from './keys.ts';
import { listKeptAside, MOST_KEPT_ASIDE, setAside } from './keptAside.ts';
import { runs } from '../../policies/testing/effort.ts';

const keys = keysAt('https://host.example/tools/builder/');

/** A host's storage with as much room as it is given, which can be forbidden. */
class FakeStorage implements Storage {
  readonly kept = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  isForbidden = false;
  get length(): number {
    return this.kept.size;
  }
  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    const others = [...this.kept].filter(([other]) => other !== key);
    const used = others.reduce((sum, [other, held]) => sum + other.length + held.length, 0);
    if (used + key.length + text.length > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.kept.set(key, text);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
  clear(): void {
    this.kept.clear();
  }
  readonly area: StorageArea = openArea(() => {
    if (this.isForbidden) throw new DOMException('forbidden', 'SecurityError');
    return this;
  });
}

const kept = (edits: readonly string[]): Work => ({
  content: JSON.stringify([edits, []]),
  write: (stamp) => JSON.stringify({ ...stamp, draft: edits, pins: [] }),
});

/** The edits that a stored text holds. */
const editsIn = (text: string): readonly string[] => [...text.matchAll(/"(e\d+)"/g)].map(([, id = '']) => id);

/** A tab with the page, as state/autosave.ts uses the keeper: what it shows, what Undo brings back, and files that it saved. */
class Tab {
  edits: readonly string[] = [];
  readonly elsewhere: string[] = [];
  /** A stored text that could not be read and could not be kept aside: it can be downloaded. */
  unread = '';
  readonly keeper: Keeper;
  readonly area: StorageArea;
  readonly name: string;
  readonly now: () => Date;
  constructor(area: StorageArea, name: string, now: () => Date, isFresh: boolean) {
    this.area = area;
    this.name = name;
    this.now = now;
    const place = { area, key: keys.draft, keptAside: keys.keptAside, tab: name, now };
    const stored = area.read(keys.draft);
    const isReadable = stored !== null && readContent(stored).content !== null;
    if (stored === null)
      this.keeper = new Keeper(place, { seen: null, content: this.#kept().content, isShown: true });
    else if (isFresh)
      this.keeper = new Keeper(place, {
        seen: stored,
        content: this.#kept().content,
        isShown: false,
        owed: 'replaced',
      });
    else if (isReadable) {
      this.edits = editsIn(stored);
      this.keeper = new Keeper(place, { seen: stored, content: this.#kept().content, isShown: true });
    } else {
      const isKept = setAside(place, 'unreadable');
      if (!isKept) this.unread = stored;
      this.keeper = new Keeper(place, {
        seen: area.read(keys.draft),
        content: this.#kept().content,
        isShown: false,
        ...(isKept ? {} : { owed: 'unreadable' }),
      });
    }
  }
  #kept(): Work {
    return kept(this.edits);
  }
  edit(id: string): void {
    this.edits = [...this.edits, id];
  }
  save(): SaveState {
    return this.keeper.save(this.#kept());
  }
  look(): void {
    const found = this.keeper.look(this.#kept().content);
    if (found.kind === 'newer' && readContent(found.text).content !== null) this.#take(found.text);
  }
  #take(text: string): void {
    this.edits = editsIn(text);
    this.keeper.took(text, this.#kept().content);
  }
  takeTheirs(): void {
    const { theirs } = this.keeper;
    if (theirs === null || readContent(theirs).content === null) return;
    if (!this.keeper.keepAsideMine(this.#kept())) this.elsewhere.push(JSON.stringify(this.edits));
    this.#take(theirs);
  }
  keepMine(): void {
    const { theirs } = this.keeper;
    if (this.keeper.saving.state !== 'conflict' || this.keeper.overrule(this.#kept()) !== 'noRoom') return;
    this.elsewhere.push(theirs ?? '');
    this.keeper.overrule(this.#kept(), true);
  }
  /** Whether the page said that something is not kept before the tab went away. */
  leave(): boolean {
    const isSaved = this.save().state === 'saved' || this.keeper.keepAsideMine(this.#kept());
    return !isSaved;
  }
}

type Step =
  | {
      readonly do: 'edit' | 'save' | 'look' | 'theirs' | 'mine' | 'reload' | 'close' | 'forget';
      readonly tab: number;
    }
  | { readonly do: 'open' | 'openFresh' | 'wipe' | 'garble' | 'forbid' }
  | { readonly do: 'room'; readonly room: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'edit' as const,
          'edit' as const,
          'save' as const,
          'save' as const,
          'look' as const,
        ),
        tab: fc.nat(2),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom('theirs' as const, 'mine' as const, 'reload' as const, 'close' as const),
        tab: fc.nat(2),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'openFresh' as const) }) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.record({ do: fc.constantFrom('wipe' as const, 'garble' as const, 'forbid' as const) }),
        fc.record({ do: fc.constant('forget' as const), tab: fc.nat(2) }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('room' as const), room: fc.constantFrom(150, 400, 900, 1e9) }),
    },
  ),
  { minLength: 5, maxLength: 60 },
);

/** Plays the steps and holds the law after each of them. */
class World {
  readonly storage = new FakeStorage();
  readonly tabs: Tab[] = [];
  readonly made = new Set<string>();
  /** Lost with the user's knowledge: storage that was wiped, or a tab that said that it was not saved. */
  readonly toldOf = new Set<string>();
  #clock = 0;
  #names = 0;
  readonly now = (): Date => new Date(Date.UTC(2026, 10, 1) + (this.#clock += 1000));

  open(isFresh: boolean): void {
    if (this.tabs.length < 3)
      this.tabs.push(new Tab(this.storage.area, `t${(this.#names += 1)}`, this.now, isFresh));
  }
  play(step: Step): void {
    if (step.do === 'open' || step.do === 'openFresh') return this.open(step.do === 'openFresh');
    if (step.do === 'room') this.storage.room = step.room;
    else if (step.do === 'forbid') this.storage.isForbidden = !this.storage.isForbidden;
    else if (step.do === 'wipe') this.#wipe();
    else if (step.do === 'garble') this.#garble();
    else if ('tab' in step) {
      const tab = this.tabs[step.tab % Math.max(1, this.tabs.length)];
      if (tab) this.#playIn(tab, step.do);
    }
  }
  #playIn(tab: Tab, deed: Extract<Step, { readonly tab: number }>['do']): void {
    if (deed === 'edit') {
      const id = `e${this.made.size}`;
      this.made.add(id);
      tab.edit(id);
    } else if (deed === 'save') this.#save(tab);
    else if (deed === 'look') tab.look();
    else if (deed === 'theirs') tab.takeTheirs();
    else if (deed === 'mine') tab.keepMine();
    else if (deed === 'forget') {
      this.#wipe();
      tab.keeper.forget(kept(tab.edits).content);
    } else {
      this.#leave(tab);
      if (deed === 'reload') this.open(false);
    }
  }
  /** A tab that says that it is saved is, there or in what another tab has made of it. */
  #save(tab: Tab): void {
    if (tab.save().state !== 'saved') return;
    const stored = this.storage.getItem(keys.draft);
    const isShown = stored !== null && readContent(stored).content === kept(tab.edits).content;
    if (tab.edits.length > 0 && !isShown) expect(tab.keeper.look(kept(tab.edits).content).kind).toBe('newer');
  }
  #leave(tab: Tab): void {
    if (tab.leave()) for (const id of tab.edits) this.toldOf.add(id);
    for (const text of [...tab.elsewhere, tab.unread]) for (const id of editsIn(text)) this.toldOf.add(id);
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }
  #wipe(): void {
    for (const text of this.storage.kept.values()) for (const id of editsIn(text)) this.toldOf.add(id);
    this.storage.clear();
  }
  #garble(): void {
    const stored = this.storage.getItem(keys.draft);
    if (stored !== null) this.storage.kept.set(keys.draft, stored.replace('"draft":', '"draft:'));
  }
  hold(): void {
    expectNothingLost(this.made, this.storage, this.tabs, this.toldOf);
  }
}

function expectNothingLost(
  made: ReadonlySet<string>,
  storage: FakeStorage,
  tabs: readonly Tab[],
  toldOf: ReadonlySet<string>,
): void {
  const texts = [
    ...storage.kept.values(),
    ...tabs.flatMap(({ edits, elsewhere, unread }) => [JSON.stringify(edits), ...elsewhere, unread]),
  ];
  const there = new Set(texts.flatMap(editsIn));
  const lost = [...made].filter((id) => !there.has(id) && !toldOf.has(id));
  if (lost.length > 0) throw new Error(`lost: ${lost.join(', ')}`);
}

/** What a tab sees of a storage: what others have written arrives later, as in browsers with a process for each tab. */
class LateView extends FakeStorage {
  readonly host: FakeStorage;
  constructor(host: FakeStorage) {
    super();
    this.host = host;
    this.arrive();
  }
  arrive(): void {
    this.kept.clear();
    for (const [key, text] of this.host.kept) this.kept.set(key, text);
  }
  override setItem(key: string, text: string): void {
    super.setItem(key, text);
    this.host.setItem(key, text);
  }
  override removeItem(key: string): void {
    super.removeItem(key);
    this.host.removeItem(key);
  }
}

const lateStep = fc.record({
  do: fc.constantFrom('edit', 'edit', 'save', 'save', 'arrive', 'theirs', 'mine', 'reload', 'fresh'),
  tab: fc.nat(2),
});

/** Three tabs that learn late of each other. What a page writes when it closes arrives: no one edits in two tabs within milliseconds. */
class LateWorld {
  readonly host = new FakeStorage();
  readonly made = new Set<string>();
  #clock = 0;
  #names = 0;
  readonly now = (): Date => new Date(Date.UTC(2026, 10, 1) + (this.#clock += 1000));
  readonly open: { tab: Tab; view: LateView }[] = [
    this.#opened(false),
    this.#opened(false),
    this.#opened(true),
  ];

  #opened(isFresh: boolean): { tab: Tab; view: LateView } {
    const view = new LateView(this.host);
    return { view, tab: new Tab(view.area, `t${(this.#names += 1)}`, this.now, isFresh) };
  }
  play(step: { readonly do: string; readonly tab: number }): void {
    const shown = this.open[step.tab];
    if (!shown) return;
    const { tab, view } = shown;
    if (step.do === 'edit') {
      const id = `e${this.made.size}`;
      this.made.add(id);
      tab.edit(id);
    } else if (step.do === 'save') tab.save();
    else if (step.do === 'theirs') tab.takeTheirs();
    else if (step.do === 'mine') tab.keepMine();
    else {
      view.arrive();
      tab.look();
      if (step.do === 'arrive') return;
      tab.leave();
      for (const other of this.open) other.view.arrive();
      this.open[step.tab] = this.#opened(step.do === 'fresh');
    }
  }
  hold(): void {
    const tabs = this.open.map(({ tab }) => tab);
    expectNothingLost(this.made, this.host, tabs, new Set());
  }
  /** Once everything has arrived, each tab shows what is stored, or says that it is another draft. */
  settle(): void {
    for (const { tab, view } of this.open) {
      view.arrive();
      tab.look();
      tab.save();
    }
    for (const { tab, view } of this.open) {
      view.arrive();
      tab.look();
      const stored = this.host.getItem(keys.draft);
      const isStored = stored !== null && readContent(stored).content === kept(tab.edits).content;
      expect(isStored || tab.keeper.saving.state === 'conflict' || tab.edits.length === 0).toBe(true);
    }
  }
}

describe('drafts in several tabs', () => {
  it('lose no edit without a word, whatever the tabs, the user and the browser do', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        world.open(false);
        for (const step of all) {
          world.play(step);
          world.hold();
        }
      }),
      { numRuns: runs(700) },
    );
  });

  it('lose none where a tab learns only later what another has written', () => {
    fc.assert(
      fc.property(fc.array(lateStep, { minLength: 5, maxLength: 60 }), (all) => {
        const world = new LateWorld();
        for (const step of all) {
          world.play(step);
          world.hold();
        }
        world.settle();
      }),
      { numRuns: runs(700) },
    );
  });
});

describe('keeping aside', () => {
  const placeIn = ({ area }: FakeStorage) => ({
    area,
    key: keys.draft,
    keptAside: keys.keptAside,
    tab: 't',
    now: () => new Date(Date.UTC(2026, 10, 1)),
  });

  it('keeps each text once, under when and why, and no more than the most', () => {
    const storage = new FakeStorage();
    for (let index = 0; index < MOST_KEPT_ASIDE; index += 1) {
      storage.setItem(keys.draft, `broken ${index}`);
      expect(setAside(placeIn(storage), 'unreadable')).toBe(true);
      expect(setAside(placeIn(storage), 'unreadable')).toBe(true);
    }
    const copies = listKeptAside(storage.area, keys.keptAside);
    expect(copies.map(({ text }) => text)).toEqual(copies.map((_, index) => `broken ${index}`));
    expect(new Set(copies.map(({ at, why }) => `${at} ${why}`)).size).toBe(MOST_KEPT_ASIDE);
    storage.setItem(keys.draft, 'one more');
    expect(setAside(placeIn(storage), 'unreadable')).toBe(false);
    expect(storage.getItem(keys.draft)).toBe('one more');
  });

  it('moves a text that there is no room to copy', () => {
    const storage = new FakeStorage();
    storage.setItem(keys.draft, 'x'.repeat(1000));
    storage.room = 1200;
    expect(setAside(placeIn(storage), 'newer')).toBe(true);
    expect(storage.getItem(keys.draft)).toBeNull();
    expect(listKeptAside(storage.area, keys.keptAside)[0]?.text.length).toBe(1000);
  });

  it.each([
    ['takes nothing at all', 0],
    ['has no room for the longer name', 1000 + keys.draft.length],
  ])('leaves a text where it is in a storage that %s', (_, room) => {
    const storage = new FakeStorage();
    storage.setItem(keys.draft, 'x'.repeat(1000));
    storage.room = room;
    expect(setAside(placeIn(storage), 'newer')).toBe(false);
    expect(storage.getItem(keys.draft)?.length).toBe(1000);
  });
});

/** One line set: 16 px, 1.5 px stroke. Decorative; the control that holds it carries the name. */
const paths = {
  undo: 'M6 4 2.5 7.5 6 11M3 7.5h6.5a4 4 0 0 1 0 8H8',
  redo: 'm10 4 3.5 3.5L10 11m3-3.5H6.5a4 4 0 0 0 0 8H8',
  edit: 'M10.5 3.500 12.500 5.500 5.500 12.500H3.500v-2zm-1.500 1.500 2 2',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  plus: 'M8 3v10M3 8h10',
  close: 'm4 4 8 8m0-8-8 8',
  chevronDown: 'm4 6 4 4 4-4',
  chevronRight: 'm6 4 4 4-4 4',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  download: 'M8 2.5v8m0 0L4.8 7.4M8 10.5l3.2-3.1M2.5 13.5h11',
  commands: 'M7 2.500a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm3.300 7.800 3.200 3.200',
  share: 'M8 10V2m0 0L5 5m3-3 3 3M4.5 7.500h-2v6h11v-6h-2',
  question:
    'M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.6m0 2.1v.1M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
  light:
    'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1v1.6m0 10.8V15M1 8h1.6m10.8 0H15M3 3l1.2 1.2m7.6 7.6L13 13M3 13l1.2-1.2m7.6-7.6L13 3',
  dark: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z',
  pushpin: 'M8 10.5V15M5 2h6l-.8 4.6 2.3 2v1.9h-9V8.600l2.300-2z',
  warning: 'M8 2 14.500 13.500h-13zM8 6.500v3.500m0 1.700v.1',
  lock: 'M3.5 7.5h9v6.5h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  const side = `${size / 16}rem`;
  return (
    <svg width={side} height={side} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

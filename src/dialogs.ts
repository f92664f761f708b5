import { lazy } from 'react';

/** Every dialog of the page, loaded when it is opened. */
export const dialogs = {
  export: lazy(() =>
    import('./components/export/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
  ),
  import: lazy(() =>
    import('./components/export/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
  ),
  report: lazy(() =>
    import('./components/export/ReportDialog.tsx').then((module) => ({ default: module.ReportDialog })),
  ),
  check: lazy(() =>
    import('./components/evidence/CheckDialog.tsx').then((module) => ({ default: module.CheckDialog })),
  ),
  checks: lazy(() =>
    import('./components/evidence/ChecksDialog.tsx').then((module) => ({ default: module.ChecksDialog })),
  ),
  palette: lazy(() =>
    import('./components/frame/CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
  ),
  preset: lazy(() =>
    import('./components/frame/PresetDialog.tsx').then((module) => ({ default: module.PresetDialog })),
  ),
  share: lazy(() =>
    import('./components/export/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })),
  ),
  pins: lazy(() =>
    import('./components/policy/PinsDialog.tsx').then((module) => ({ default: module.PinsDialog })),
  ),
  stored: lazy(() =>
    import('./components/frame/StoredDialog.tsx').then((module) => ({ default: module.StoredDialog })),
  ),
  shortcuts: lazy(() =>
    import('./components/frame/ShortcutsDialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
  ),
} as const;

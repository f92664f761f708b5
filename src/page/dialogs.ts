import { lazy } from 'react';

/** Every dialog of the page, loaded when it is opened. */
export const dialogs = {
  export: lazy(() =>
    import('../components/export/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
  ),
  import: lazy(() =>
    import('../components/import/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
  ),
  examples: lazy(() =>
    import('../components/start/ExamplesDialog.tsx').then((module) => ({ default: module.ExamplesDialog })),
  ),
  managed: lazy(() =>
    import('../components/managedPolicies/ManagedPolicyDialog.tsx').then((module) => ({
      default: module.ManagedPolicyDialog,
    })),
  ),
  troubleshoot: lazy(() =>
    import('../components/accessTests/TroubleshootDialog.tsx').then((module) => ({
      default: module.TroubleshootDialog,
    })),
  ),
  activity: lazy(() =>
    import('../components/accessTests/activity/ActivityDialog.tsx').then((module) => ({
      default: module.ActivityDialog,
    })),
  ),
  paste: lazy(() =>
    import('../components/paste/PasteDialog.tsx').then((module) => ({ default: module.PasteDialog })),
  ),
  values: lazy(() =>
    import('../components/wizard/ValuesDialog.tsx').then((module) => ({ default: module.ValuesDialog })),
  ),
  report: lazy(() =>
    import('../components/report/ReportDialog.tsx').then((module) => ({ default: module.ReportDialog })),
  ),
  checks: lazy(() =>
    import('../components/validate/ChecksDialog.tsx').then((module) => ({ default: module.ChecksDialog })),
  ),
  palette: lazy(() =>
    import('../components/frame/CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
  ),
  preset: lazy(() =>
    import('../components/frame/PresetDialog.tsx').then((module) => ({ default: module.PresetDialog })),
  ),
  presetPreview: lazy(() =>
    import('../components/frame/PresetPreviewDialog.tsx').then((module) => ({
      default: module.PresetPreviewDialog,
    })),
  ),
  share: lazy(() =>
    import('../components/share/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })),
  ),
  snapshots: lazy(() =>
    import('../components/snapshots/SnapshotsDialog.tsx').then((module) => ({
      default: module.SnapshotsDialog,
    })),
  ),
  snapshot: lazy(() =>
    import('../components/snapshots/SnapshotDialog.tsx').then((module) => ({
      default: module.SnapshotDialog,
    })),
  ),
  simulation: lazy(() =>
    import('../components/review/SimulationDialog.tsx').then((module) => ({
      default: module.SimulationDialog,
    })),
  ),
  proven: lazy(() =>
    import('../components/review/ProvenDialog.tsx').then((module) => ({ default: module.ProvenDialog })),
  ),
  stored: lazy(() =>
    import('../components/frame/StoredDialog.tsx').then((module) => ({ default: module.StoredDialog })),
  ),
  shortcuts: lazy(() =>
    import('../components/frame/ShortcutsDialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
  ),
} as const;

import { lazy } from 'react';

// The windows of the scorecards, with their fields, calendars and formulas: fetched when the first of them is opened.
export const MeasureDialog = lazy(() => import('./MeasureDialog').then((file) => ({ default: file.MeasureDialog })));
export const TargetDialog = lazy(() => import('./TargetDialog').then((file) => ({ default: file.TargetDialog })));
export const InitiativeDialog = lazy(() =>
  import('./InitiativeDialog').then((file) => ({ default: file.InitiativeDialog })),
);
export const HandLightDialog = lazy(() =>
  import('./HandLightDialog').then((file) => ({ default: file.HandLightDialog })),
);

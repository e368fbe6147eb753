import { lazy, Suspense } from 'react';
import type { FilesProps } from './FileList';

const FileList = lazy(() => import('./FileList').then((part) => ({ default: part.FileList })));

/** The files of one thing. They stand far down on their pages, so that what they need is fetched after the rest. */
export function Files(props: FilesProps) {
  return (
    <Suspense>
      <FileList {...props} />
    </Suspense>
  );
}

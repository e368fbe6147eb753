import './FileDrop.css';
import type { ReactNode } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from './Button';
import { Icon } from './Icon';

type FileDropProps = {
  label: string;
  button: string;
  accept: string[];
  onFile: (file: File) => void;
  children?: ReactNode;
};

/** Takes one file, dropped or chosen. */
export function FileDrop({ label, button, accept, onFile, children }: FileDropProps) {
  return (
    <DropZone
      className="drop"
      aria-label={label}
      onDrop={async ({ items }) => {
        const item = items.find((one) => one.kind === 'file');
        if (item) onFile(await item.getFile());
      }}
    >
      <Icon name="upload" size={28} />
      <p className="drop-label">{label}</p>
      <FileTrigger
        acceptedFileTypes={accept}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) onFile(file);
        }}
      >
        <Button>{button}</Button>
      </FileTrigger>
      {children && <div className="small faint">{children}</div>}
    </DropZone>
  );
}

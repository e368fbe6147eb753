import './Panel.css';
import { type ReactNode, useEffect } from 'react';
import { t } from '@/i18n/t';
import { IconButton } from './Button';

/** Two columns: `children`, and beside it a panel that pushes it and never covers it. On a phone the panel lies on top. */
export function PanelLayout({ children, panel }: { children: ReactNode; panel: ReactNode | null }) {
  return (
    <div className="panel-layout" data-open={panel ? '' : undefined}>
      <div className="panel-main">{children}</div>
      {panel}
    </div>
  );
}

type PanelProps = { label: string; onClose: () => void; head?: ReactNode; children: ReactNode };

/** Details of what is chosen. Esc closes it. */
export function Panel({ label, onClose, head, children }: PanelProps) {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('[role=dialog]')) onClose();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [onClose]);
  return (
    <aside className="panel" aria-label={label}>
      <div className="panel-head">
        <div className="row">{head}</div>
        <IconButton icon="close" label={t('panel.close', 'Close')} onPress={onClose} />
      </div>
      <div className="panel-body">{children}</div>
    </aside>
  );
}

import './ToastRegion.css';
import { useEffect, useState } from 'react';
import { t } from '@/i18n/t';
import { Icon } from './Icon';
import { dismiss, type Toast, undoLast, useToasts } from './toasts';

/** Where toasts appear, and where Ctrl Z is listened for. One for the whole program. */
export function ToastRegion() {
  const toasts = useToasts();
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
        return;
      if (undoLast()) event.preventDefault();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  return (
    <section
      className="toasts"
      aria-label={t('toasts.label', 'Messages')}
      aria-live="polite"
      data-react-aria-top-layer="true"
    >
      {toasts.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </section>
  );
}

function Item({ item }: { item: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || item.kind === 'error') return;
    const timer = setTimeout(() => dismiss(item.id), item.undo ? 10_000 : 5_000);
    return () => clearTimeout(timer);
  }, [held, item]);
  return (
    <div
      className="toast"
      data-kind={item.kind}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-text">{item.text}</span>
      {item.undo && (
        <button
          type="button"
          className="toast-undo"
          onClick={() => {
            dismiss(item.id);
            void item.undo?.();
          }}
        >
          {t('toasts.undo', 'Undo')}
        </button>
      )}
      <button
        type="button"
        className="toast-close"
        aria-label={t('toasts.close', 'Close message')}
        onClick={() => dismiss(item.id)}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

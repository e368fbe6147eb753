import './Palette.css';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures/light';
import { partsOf } from './link';
import { find, type Target } from './palette-find';
import { together, useFound } from './palette-search';
import { useTargets } from './palette-targets';

/** Go anywhere and do anything by its name: Ctrl K. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const targets = useTargets();
  const served = useFound(text);
  const found = useMemo(() => together(find(targets, text), served), [targets, text, served]);
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-index="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function go(target: Target | undefined) {
    if (!target) return;
    onClose();
    if (target.run) target.run();
    else if (target.to) void navigate(partsOf(target.to));
  }

  function keys(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((chosen + step + found.length) % Math.max(1, found.length));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(found[chosen]);
    }
  }

  return (
    <ModalOverlay className="scrim palette-scrim" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog aria-label={t('palette.label', 'Search and commands')} className="palette-box">
          <div className="palette-field">
            <Icon name="search" size={20} />
            <input
              autoFocus
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setAt(0);
              }}
              onKeyDown={keys}
              placeholder={t('palette.hint', 'An alliance, an objective, a person, a comment, an act …')}
              aria-label={t('palette.label', 'Search and commands')}
              role="combobox"
              aria-expanded={found.length > 0}
              aria-controls={id}
              aria-activedescendant={found.length ? `${id}-${chosen}` : undefined}
              autoComplete="off"
              spellCheck={false}
            />
            <kbd>Esc</kbd>
          </div>
          <div ref={list} id={id} role="listbox" aria-label={t('palette.found', 'Found')} className="palette-list">
            {found.map((target, index) => (
              <div key={target.key} role="presentation">
                {found[index - 1]?.group !== target.group && (
                  <div className="list-section" role="presentation">
                    {target.group}
                  </div>
                )}
                <div
                  id={`${id}-${index}`}
                  data-index={index}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === chosen}
                  className="palette-item"
                  onPointerMove={() => setAt(index)}
                  onClick={() => go(target)}
                >
                  {target.light ? (
                    <LightMark state={{ light: target.light }} size={18} />
                  ) : (
                    <Icon name={target.icon ?? 'right'} size={18} />
                  )}
                  <span className="palette-name">{target.name}</span>
                  {target.note && <span className="palette-note">{target.note}</span>}
                </div>
              </div>
            ))}
          </div>
          {found.length === 0 && <p className="palette-none">{t('combobox.none', 'Nothing matches')}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

import './role-choice.css';
import type { Alliance, Party, Role } from '@/api/types';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { roleNote, rolesFor, roleWord } from './words';

type RoleChoiceProps = {
  value: Role[];
  onChange: (roles: Role[]) => void;
  /** What the person's organisation is in this alliance: a partner's people are not asked to be neutral. */
  side: Party['kind'];
  themes: Alliance['themes'];
  own: string[];
  onThemes: (themes: string[]) => void;
};

const toggled = <T,>(list: T[], item: T, on: boolean) => (on ? [...list, item] : list.filter((one) => one !== item));

/** Which roles a person has, each with what it is for; a theme leader's themes below. */
export function RoleChoice({ value, onChange, side, themes, own, onThemes }: RoleChoiceProps) {
  const usual = rolesFor(side);
  return (
    <>
      <fieldset className="roles">
        <legend className="field-label">{t('people.roles', 'Roles')}</legend>
        {[...usual, ...value.filter((role) => !usual.includes(role))].map((role) => (
          <Tick
            key={role}
            label={roleWord(role)}
            note={roleNote(role)}
            checked={value.includes(role)}
            onChange={(on) => onChange(toggled(value, role, on))}
          />
        ))}
      </fieldset>
      {value.includes('theme_leader') && themes.length > 0 && (
        <fieldset className="roles">
          <legend className="field-label">{t('people.leads', 'Leads the theme')}</legend>
          {themes.map((theme) => (
            <Tick
              key={theme.id}
              label={theme.name}
              checked={own.includes(theme.id)}
              onChange={(on) => onThemes(toggled(own, theme.id, on))}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

type TickProps = { label: string; note?: string; checked: boolean; onChange: (on: boolean) => void };

function Tick({ label, note, checked, onChange }: TickProps) {
  return (
    <label className="role">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="role-box" aria-hidden="true">
        <Icon name="check" size={14} />
      </span>
      <span className="list-text">
        <span className="role-name">{label}</span>
        {note && <span className="field-hint">{note}</span>}
      </span>
    </label>
  );
}

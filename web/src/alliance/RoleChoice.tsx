import type { Alliance, Role } from '@/api/types';
import { t } from '@/i18n/t';
import { roles as all, roleNote, roleWord } from './words';

type RoleChoiceProps = {
  value: Role[];
  onChange: (roles: Role[]) => void;
  themes: Alliance['themes'];
  own: string[];
  onThemes: (themes: string[]) => void;
};

const toggled = <T,>(list: T[], item: T, on: boolean) => (on ? [...list, item] : list.filter((one) => one !== item));

/** Which roles a person has, each with what it is for; a theme leader's themes below. */
export function RoleChoice({ value, onChange, themes, own, onThemes }: RoleChoiceProps) {
  return (
    <fieldset className="choices">
      <legend className="field-label">{t('people.roles', 'Roles')}</legend>
      <div className="role-list">
        {all.map((role) => (
          <label key={role} className="role-choice">
            <input
              type="checkbox"
              checked={value.includes(role)}
              onChange={(event) => onChange(toggled(value, role, event.target.checked))}
            />
            <span className="list-text">
              <span>{roleWord(role)}</span>
              <span className="field-hint">{roleNote(role)}</span>
            </span>
          </label>
        ))}
      </div>
      {value.includes('theme_leader') && themes.length > 0 && (
        <fieldset className="choices">
          <legend className="field-label">{t('people.leads', 'Leads the theme')}</legend>
          <div className="role-list">
            {themes.map((theme) => (
              <label key={theme.id} className="role-choice">
                <input
                  type="checkbox"
                  checked={own.includes(theme.id)}
                  onChange={(event) => onThemes(toggled(own, theme.id, event.target.checked))}
                />
                <span>{theme.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </fieldset>
  );
}

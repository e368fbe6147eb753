import './SearchField.css';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Icon } from './Icon';

type SearchFieldProps = {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  className?: string;
};

/** Narrows a list while one types; Esc empties it. */
export function SearchField({ label, placeholder, value, onChange, className }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={`search-field ${className ?? ''}`}>
      <Icon name="search" size={17} />
      <Input className="input" placeholder={placeholder ?? label} />
    </AriaSearchField>
  );
}

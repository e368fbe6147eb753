import './keys.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { submissionsQuery } from '@/api/queries';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { parted } from './words';

/** On the scorecards: how many values wait for the viewer's word, and about how many the sides differ. */
export function WaitingLink({ slug }: { slug: string }) {
  const { data } = useQuery(submissionsQuery(slug));
  const { mine, disputed } = parted(data?.rows ?? []);
  const waiting = mine.flat().length;
  if (waiting + disputed.length === 0) return null;
  return (
    <Link to="/a/$alliance/accept" params={{ alliance: slug }} className="keys-link">
      <Icon name={waiting ? 'clock' : 'differ'} size={15} />
      {[
        waiting ? t('keys.linkMine', '{n} {n|value waits|values wait} for your word', { n: waiting }) : '',
        disputed.length ? t('keys.linkDisputed', '{n} disputed', { n: disputed.length }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </Link>
  );
}

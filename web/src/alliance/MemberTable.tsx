import type { Alliance, Member } from '@/api/types';
import { Badge } from '@/components/Badge';
import { IconButton } from '@/components/Button';
import { type Column, Table } from '@/components/Table';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { roleWord } from './words';

type MemberTableProps = {
  members: Member[];
  themes: Alliance['themes'];
  /** Who looks: nobody changes their own roles. */
  me: string;
  /** The viewer's own party: each side manages its own people. */
  own: string | null;
  /** Opens the roles of a person; without it the table is only read. */
  onOpen: ((member: Member) => void) | undefined;
};

export function MemberTable({ members, themes, me, own: side, onOpen }: MemberTableProps) {
  const theme = (id: string) => themes.find((one) => one.id === id)?.name ?? '';
  const columns: Column<Member>[] = [
    { id: 'person', title: t('people.person', 'Person'), cell: (member) => <Person member={member} /> },
    {
      id: 'organisation',
      title: t('people.side', 'Organisation'),
      minor: true,
      cell: ({ mark, organisation_name }) => (
        <span className="member-side">
          <PartnerMark mark={mark} size={20} /> {organisation_name}
        </span>
      ),
    },
    {
      id: 'roles',
      title: t('people.roles', 'Roles'),
      cell: ({ roles, themes: own }) => (
        <span className="member-roles">
          {roles.map((role) => (
            <Badge key={role}>
              {role === 'theme_leader' && own.length
                ? `${roleWord(role)}: ${own.map(theme).join(', ')}`
                : roleWord(role)}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'since',
      title: t('people.since', 'Since'),
      minor: true,
      cell: ({ since, state }) =>
        state === 'confirmed' ? <span className="faint member-since">{date(since)}</span> : <State state={state} />,
    },
  ];
  if (onOpen)
    columns.push({
      id: 'acts',
      title: <span className="visually-hidden">{t('people.change', 'Change')}</span>,
      width: 60,
      cell: (member) =>
        member.party === side &&
        member.person.id !== me && (
          <IconButton
            icon="edit"
            size="s"
            hint={false}
            label={t('people.edit', 'Change the roles of {name}', { name: member.person.name })}
            onPress={() => onOpen(member)}
          />
        ),
    });
  return (
    <Table
      caption={t('section.people', 'People')}
      columns={columns}
      rows={members}
      rowKey={(member) => member.person.id}
    />
  );
}

function Person({ member: { person, mark } }: { member: Member }) {
  return (
    <span className="member">
      <span className="member-mark">
        <PartnerMark mark={mark} size={20} />
      </span>
      <span className="list-text">
        <span className="member-name">{person.name}</span>
        <span className="small faint member-mail">{person.title || person.email}</span>
      </span>
    </span>
  );
}

function State({ state }: { state: Member['state'] }) {
  const words = {
    invited: t('member.invited', 'Invited'),
    confirmed: t('member.confirmed', 'Confirmed'),
    suspended: t('member.suspended', 'Suspended'),
    left: t('member.left', 'Left'),
  };
  return <Badge tone={state === 'suspended' ? 'bad' : state === 'invited' ? 'warn' : 'plain'}>{words[state]}</Badge>;
}

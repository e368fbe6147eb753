import type { PartnerType, Party, Role, Stage } from '@/api/types';
import { t } from '@/i18n/t';

export const stages: readonly Stage[] = ['strategy', 'formation', 'launch', 'operation', 'review', 'exit', 'closed'];

export function stageWord(stage: Stage): string {
  return {
    strategy: t('stage.strategy', 'Strategy'),
    formation: t('stage.formation', 'Forming'),
    launch: t('stage.launch', 'Launching'),
    operation: t('stage.operation', 'Running'),
    review: t('stage.review', 'In review'),
    exit: t('stage.exit', 'Unwinding'),
    closed: t('stage.closed', 'Closed'),
  }[stage];
}

export const partnerTypes: readonly PartnerType[] = [
  'commodity_supplier',
  'outsourcing_partner',
  'collaborative_problem_solver',
  'co_creator',
];

export function partnerTypeWord(type: PartnerType): string {
  return {
    commodity_supplier: t('type.commodity', 'Commodity supplier'),
    outsourcing_partner: t('type.outsourcing', 'Outsourcing partner'),
    collaborative_problem_solver: t('type.solver', 'Collaborative problem-solver'),
    co_creator: t('type.creator', 'Co-creator'),
  }[type];
}

export const kinds = ['alliance', 'partnership', 'joint_venture', 'sbr'] as const;

export function kindWord(kind: string): string {
  const words: Record<string, string> = {
    alliance: t('kind.alliance', 'Alliance'),
    partnership: t('kind.partnership', 'Partnership'),
    joint_venture: t('kind.venture', 'Joint venture'),
    sbr: t('kind.sbr', 'Strategic business relationship'),
  };
  return words[kind] ?? kind;
}

export const roles: readonly Role[] = [
  'alliance_manager',
  'sponsor',
  'theme_leader',
  'measure_owner',
  'body_member',
  'team_member',
  'ambassador',
  'employee',
  'disengagement_manager',
  'neutral_consultant',
  'observer',
];

/** The roles that people of such an organisation usually get. */
export const rolesFor = (side: Party['kind']): readonly Role[] =>
  side === 'neutral'
    ? ['neutral_consultant', 'observer']
    : roles.filter((role) => role !== 'neutral_consultant');

export function roleWord(role: string): string {
  const words: Record<string, string> = {
    alliance_manager: t('role.manager', 'Alliance manager'),
    sponsor: t('role.sponsor', 'Sponsor'),
    body_member: t('role.body', 'Body member'),
    theme_leader: t('role.theme', 'Theme leader'),
    measure_owner: t('role.owner', 'Measure owner'),
    team_member: t('role.team', 'Team member'),
    ambassador: t('role.ambassador', 'Ambassador'),
    employee: t('role.employee', 'Employee'),
    disengagement_manager: t('role.exit', 'Disengagement manager'),
    neutral_consultant: t('role.consultant', 'Neutral consultant'),
    observer: t('role.observer', 'Observer'),
  };
  return words[role] ?? role;
}

/** What a role is for, in one line. */
export function roleNote(role: Role): string {
  return {
    alliance_manager: t('role.note.manager', 'Edits the map and the scorecards, manages people of the own side'),
    sponsor: t('role.note.sponsor', 'Reads all, comments, ratifies where authorised'),
    body_member: t('role.note.body', 'Reads all and comments'),
    theme_leader: t('role.note.theme', 'Edits and answers for one theme'),
    measure_owner: t('role.note.owner', 'Enters the values of own measures'),
    team_member: t('role.note.team', 'Reads all, enters values where assigned'),
    ambassador: t('role.note.ambassador', 'Reads the map and carries the message'),
    employee: t('role.note.employee', 'Reads the map and its lights'),
    disengagement_manager: t('role.note.exit', 'Reads all, runs the exit'),
    neutral_consultant: t('role.note.consultant', 'Reads what both sides share'),
    observer: t('role.note.observer', 'Reads what both sides share'),
  }[role];
}

export { period as periodWord } from '@/i18n/format';

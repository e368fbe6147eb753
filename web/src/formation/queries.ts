import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { components } from '@/api/schema';
import type { Id } from '@/api/types';

type Shape = components['schemas'];
export type Interviews = Shape['FormationInterviewsView'];
export type Interview = Shape['FormationInterviewView'];
export type Answer = Shape['FormationAnswer'];
export type QuestionSet = Shape['FormationQuestionSetView'];
export type Question = Shape['FormationQuestion'];
export type Finding = Shape['FormationFindingView'];
export type FindingKind = Shape['FormationFindingKind'];
export type WorkshopList = Shape['FormationWorkshopList'];
export type WorkshopItem = Shape['FormationWorkshopItem'];
export type Workshop = Shape['FormationWorkshopView'];
export type Card = Shape['FormationCardView'];
export type CardLink = Shape['FormationCardLinkView'];
export type Matter = Shape['FormationMatterView'];
export type Round = Shape['FormationRoundView'];
export type Standing = Shape['FormationStanding'];
export type Place = Shape['FormationPlace'];
export type Trail = Shape['FormationTrail'];

/** One's own interviews, the question sets, everybody's findings. */
export const interviewsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'interviews'],
    queryFn: ({ signal }) => get<Interviews>(`/alliances/${slug}/interviews`, signal),
  });

export const workshopsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'workshops'],
    queryFn: ({ signal }) => get<WorkshopList>(`/alliances/${slug}/workshops`, signal),
  });

export const workshopQuery = (slug: string, id: Id) =>
  queryOptions({
    queryKey: ['alliance', slug, 'workshop', id],
    queryFn: ({ signal }) => get<Workshop>(`/workshops/${id}`, signal),
    placeholderData: keepPreviousData,
  });

/** Where an objective comes from. */
export const trailQuery = (slug: string, objective: Id) =>
  queryOptions({
    queryKey: ['alliance', slug, 'trail', objective],
    queryFn: ({ signal }) => get<Trail>(`/objectives/${objective}/trail`, signal),
    retry: false,
  });

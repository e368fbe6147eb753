import type { Id, Mark } from '@/api/types';

/** What is talked about: "objective:3f…", or of a charter's item "charter:9k…:3f…". */
export type About = `${'objective' | 'measure' | 'initiative' | 'theme' | 'link' | 'win' | 'value' | 'charter' | 'alliance' | 'perspective' | 'service_level' | 'review' | 'agreement' | 'workshop' | 'benefit'}:${string}`;

export type Person = { id: Id; name: string };
export type Comment = {
  id: Id;
  version: number;
  by: { id: Id; name: string; organisation: string; mark_letter: string; mark_style: Mark['style'] | '' };
  text: string;
  mentions: Person[];
  made_at: string;
  edited_at: string | null;
  removed: boolean;
  mine: boolean;
};
export type Thread = Comment & { resolved_at: string | null; resolved_by: string; replies: Comment[] };
export type CommentList = { items: Thread[]; next: string | null; may_comment: boolean; is_private: boolean };
export type Addressee = Person & { organisation: string };
export type EarlierText = { version: number; text: string; until: string };
export type CommentCount = { about: string; comments: number; open_threads: number };

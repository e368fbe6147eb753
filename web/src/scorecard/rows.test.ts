import { describe, expect, it } from 'vitest';
import { ApiError } from '@/api/client';
import { rowErrors } from './rows';

const refused = (...paths: string[]) =>
  new ApiError(
    400,
    'bad_input',
    'Something is wrong.',
    paths.map((path) => ({ path, code: 'x', message: `wrong: ${path}` })),
  );

describe('messages of a list', () => {
  it('stand at the row and field that they are about', () => {
    expect(rowErrors(refused('milestones[0].name', 'milestones[12].due'), 'milestones')).toEqual({
      '0.name': 'wrong: milestones[0].name',
      '12.due': 'wrong: milestones[12].due',
    });
  });

  it('stand below the list where they are about no row of it', () => {
    expect(rowErrors(refused('moves[0].size'), 'milestones').form).toContain('Something is wrong.');
    expect(rowErrors(new ApiError(0, 'offline', 'No answer.'), 'milestones')).toEqual({ form: 'No answer.' });
  });
});

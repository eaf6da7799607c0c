import { Transform } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { msg } from '../../platform/language/t.js';

const RELOAD = msg('This page is out of date. Open it again and go on from there.');

/** Every form of the studio says which revision of the draft its page showed. */
export class EditForm {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value))
  @IsInt({ message: RELOAD })
  @Min(1, { message: RELOAD })
  @Max(1_000_000_000, { message: RELOAD })
  revision!: number;
}

/** The forms on a lesson's page name it by key, since somebody may have moved it. */
export class LessonActForm extends EditForm {
  @Matches(/^[a-z0-9-]{1,80}$/, { message: RELOAD })
  lesson!: string;
}

export class MoveForm extends LessonActForm {
  @IsIn(['up', 'down'], { message: RELOAD })
  way!: 'up' | 'down';
}

import { Injectable } from '@nestjs/common';
import { PassportSerializer } from '@nestjs/passport';

interface SignedIn {
  personId: number;
}

/** A session holds the person's id and nothing else; who that is today, the platform asks at every request. */
@Injectable()
export class SignInSerializer extends PassportSerializer {
  serializeUser(user: SignedIn, done: (error: unknown, id: number) => void): void {
    done(null, user.personId);
  }

  deserializeUser(personId: number, done: (error: unknown, user: SignedIn) => void): void {
    done(null, { personId });
  }
}

import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { originOf } from './sign-in.guard.js';
import { type Outcome, SignInService } from './sign-in.service.js';

/** Passport's way in for the fields `login` and `password`; the service decides. */
@Injectable()
export class SignInStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly signIn: SignInService) {
    super({ usernameField: 'login', passwordField: 'password', passReqToCallback: true });
  }

  /** A field that was sent twice arrives as a list; that is nobody's name and nobody's password. */
  async validate(request: Request, login: unknown, password: unknown): Promise<Outcome> {
    if (typeof login !== 'string' || typeof password !== 'string') return { kind: 'wrong' };
    return this.signIn.try(login, password, originOf(request));
  }
}

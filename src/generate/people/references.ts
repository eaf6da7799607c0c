/**
 * Hands out personnel references: payroll numbers of seven digits for people on the payroll, numbers of eight for those who
 * are not (most who keep a branch are in business for themselves). Every third number was given to somebody before our time.
 */
export class References {
  private readonly last = { payroll: 1_000_004, branchUser: 20_000_011 };

  next(series: keyof References['last']): string {
    return String((this.last[series] += 3));
  }
}

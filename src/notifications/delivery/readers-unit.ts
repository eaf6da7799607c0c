/**
 * SQL: where the reader `p` of a message or an e-mail works on the day `$2`, as `u`. People over an area or a region have no
 * unit; England’s bank holidays hold for them.
 */
export const READERS_UNIT = `
    left join posting main on main.person_id = p.id and main.main and main.valid @> $2::date
    left join unit u on u.id = main.unit_id`;

export const NATION = `coalesce(u.nation, 'england')`;
